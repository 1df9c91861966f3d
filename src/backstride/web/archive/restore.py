"""An archive's rows and files, stored anew for the person who brings it."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.core.files import File
from django.db import IntegrityError, models, transaction
from django.db.utils import DataError

from backstride.web.archive.manifest import NotRestored
from backstride.web.archive.rows import ID, Row, instance_of
from backstride.web.archive.tables import Model, name_of, tables
from backstride.web.archive.unpack import Archive
from backstride.web.archive.valid import check, check_whole
from backstride.web.models import RunFile, Runner, User

_BATCH = 100
Ids = dict[type[models.Model], dict[int, int]]


def restore(archive: Archive, owner: User) -> Runner:
    """Stores everything, or nothing. The person must have no runner.

    Raises:
        NotRestored: a row is not valid; names the table and the line.
    """
    _same_tables(archive)
    ids: Ids = {}
    kept: list[RunFile] = []
    try:
        with transaction.atomic():
            for name, model in tables().items():
                if name in archive.manifest.tables:
                    ids[model] = _fill(archive, model, ids, owner, kept)
            if len(ids[Runner]) != 1:
                raise NotRestored(f"it holds {len(ids[Runner])} runners; one is wanted")
            _all_files_used(archive, kept)
            runner = Runner.objects.get(user=owner)
            check_whole(runner)
            return runner
    except BaseException:
        for file in kept:
            if file.content:
                file.content.storage.delete(str(file.content.name))
        raise


def _same_tables(archive: Archive) -> None:
    """An older archive may lack a table; one that is unknown would be lost."""
    if unknown := set(archive.manifest.tables) - set(tables()):
        raise NotRestored(f"{sorted(unknown)[0]}: this version of Backstride has no such table")
    if name_of(Runner) not in archive.manifest.tables:
        raise NotRestored("there is no runner in it")


def _fill(archive: Archive, model: Model, ids: Ids, owner: User, kept: list[RunFile]) -> dict[int, int]:
    """Stores a table's rows; the old ids to the new ones."""
    table, found = name_of(model), dict[int, int]()
    for batch in _batches(_read(archive, table, model, ids, owner)):
        instances = [instance for _, instance, _ in batch]
        for number, instance, row in batch:
            if isinstance(instance, RunFile):
                _keep(archive, instance, row, f"{table}, row {number}", kept)
        try:
            with transaction.atomic():
                model._default_manager.bulk_create(instances)
        except (IntegrityError, DataError, OverflowError):
            first, last = batch[0][0], batch[-1][0]
            raise NotRestored(f"{table}, rows {first}-{last}: one stands twice, or breaks a rule") from None
        for number, instance, row in batch:
            old = row.get(ID)
            if isinstance(old, bool) or not isinstance(old, int) or old in found:
                raise NotRestored(f"{table}, row {number}: {ID}: no number of its own")
            found[old] = instance.pk
    return found


def _read(
    archive: Archive, table: str, model: Model, ids: Ids, owner: User
) -> Iterator[tuple[int, models.Model, Row]]:
    for number, row in enumerate(archive.rows(table), start=1):
        try:
            instance = instance_of(model, row, ids, owner)
            check(instance)
        except NotRestored as refusal:
            raise NotRestored(f"{table}, row {number}: {refusal}") from None
        yield number, instance, row


def _keep(archive: Archive, file: RunFile, row: Row, where: str, kept: list[RunFile]) -> None:
    """Stores an original file: by its bytes, whatever the row says."""
    if row.get("content") != file.sha256 or file.sha256 not in archive.manifest.files:
        raise NotRestored(f"{where}: its file is not in the archive")
    kept.append(file)
    with archive.file(file.sha256) as content:
        file.content.save(file.sha256, File(content), save=False)


def _all_files_used(archive: Archive, kept: list[RunFile]) -> None:
    if spare := set(archive.manifest.files) - {file.sha256 for file in kept}:
        raise NotRestored(f"the file {sorted(spare)[0]} belongs to no row")


def _batches(rows: Iterator[tuple[int, Any, Row]]) -> Iterator[list[tuple[int, Any, Row]]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch
