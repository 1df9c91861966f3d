"""Forgetting: a runner with every row and every file."""

from collections.abc import Collection, Iterator

from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.db.models.deletion import Collector
from django.db.models.fields.files import FieldFile

from backstride.web import clock
from backstride.web.models import Audit, Runner, User

Rows = Collection[models.Model] | models.QuerySet[models.Model]


@transaction.atomic
def delete_everything(*, by: User) -> None:
    """Removes the person: the runner, all that hangs on it, its files, what the audit says of it, the
    sessions on every device, and the account. Of it all one row without a name remains.
    """
    forget_files(by)
    runner = Runner.objects.filter(user=by).first()
    if runner is not None:
        Audit.objects.filter(runner=runner).delete()
    Audit.objects.filter(by=by).delete()
    _end_sessions(by)
    by.delete()
    Audit.objects.create(at=clock.now(), command="delete_everything")


def forget_files(root: models.Model) -> None:
    """Removes the files of every row that would be deleted with `root`, once the transaction holds."""
    kept = [file for rows in _rows_below(root) for file in _files_of(rows)]

    def remove() -> None:
        for file in kept:
            file.storage.delete(str(file.name))

    transaction.on_commit(remove)


def _rows_below(root: models.Model) -> Iterator[Rows]:
    collector = Collector(using="default", origin=root)
    collector.collect([root])
    yield from collector.data.values()
    yield from collector.fast_deletes


def _files_of(rows: Rows) -> list[FieldFile]:
    model = rows.model if isinstance(rows, models.QuerySet) else type(next(iter(rows), None))
    meta = getattr(model, "_meta", None)
    fields = [field for field in (meta.fields if meta else ()) if isinstance(field, models.FileField)]
    # Years of recordings hang on a runner; only rows that may hold a file are read.
    return [file for field in fields for row in rows if (file := getattr(row, field.name))]


def _end_sessions(user: User) -> None:
    for session in Session.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
