"""Everything that is kept of a runner, as an archive."""

from collections.abc import Iterator
from typing import IO, Any

from django.db import connection, transaction
from django.db.models import QuerySet

from backstride import __version__
from backstride.web import clock
from backstride.web.archive.manifest import Manifest
from backstride.web.archive.pack import Row, pack
from backstride.web.archive.rows import row_of
from backstride.web.archive.tables import Model, path_to_runner, tables
from backstride.web.models import Runner


def export(runner: Runner, out: IO[bytes]) -> Manifest:
    """Writes the archive, as it all stands at one moment.

    Raises:
        FileNotFoundError, ValueError: an original file is gone or has changed on disk.
    """
    alone = not connection.in_atomic_block
    with transaction.atomic():
        if alone and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        told = [(name, _rows(runner, model)) for name, model in tables().items()]
        files = _files(runner)
        return pack(out, tables=told, files=files, version=__version__, at=clock.now().isoformat())


def rows_of(runner: Runner, model: Model) -> QuerySet[Any]:
    """A table's rows of this runner, in the order in which they were made."""
    return model._default_manager.filter(**{path_to_runner(model): runner.pk}).order_by("pk")


def _rows(runner: Runner, model: Model) -> Iterator[Row]:
    for row in rows_of(runner, model).iterator(chunk_size=50):
        yield row_of(row, runner.user)


def _files(runner: Runner) -> Iterator[tuple[str, IO[bytes]]]:
    for file in runner.run_files.order_by("pk"):
        with file.content.open("rb") as content:
            yield file.sha256, content
