"""The way into a store's file: one connection for one transaction, and nothing done to a foreign file."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from backstride.runs.store.layout import APPLICATION, FORMAT, lay_out, whose
from backstride.runs.store.refused import DAMAGED, StoreRefused, told_plainly

# As long as another import may take over one batch of its own, many times over.
WAIT_S = 15.0
_MAGIC = b"SQLite format 3\0"


def make(path: Path) -> None:
    """Makes the store where there is none yet. It tells of a person's health: only the owner may read it.

    Raises StoreRefused.
    """
    with told_plainly(path):
        _look(path)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        with _connected(path) as connection:
            if whose(connection) == (0, 0, 0):
                connection.execute("BEGIN IMMEDIATE")
                # Another process may have been quicker.
                if whose(connection) == (0, 0, 0):
                    lay_out(connection)
                connection.execute("COMMIT")


def verify(path: Path) -> None:
    """Raises StoreRefused where there is no store, a damaged one, or one that is not for this version."""
    with told_plainly(path):
        _look(path)
        if not path.exists():
            raise StoreRefused(path, "no such file")
        with _connected(path) as connection:
            _check(path, connection)
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise StoreRefused(path, DAMAGED)


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that sees the store as it is at one moment. Raises StoreRefused."""
    with _transaction(path, "BEGIN") as connection:
        yield connection


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection whose changes are kept all together at the end, or none of them. Raises StoreRefused."""
    with _transaction(path, "BEGIN IMMEDIATE") as connection:
        yield connection


@contextmanager
def _transaction(path: Path, begin: str) -> Iterator[sqlite3.Connection]:
    with told_plainly(path), _connected(path) as connection:
        connection.execute(begin)
        _check(path, connection)
        yield connection
        connection.execute("COMMIT")  # closing without it rolls back


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    # `rw`: a file that has gone meanwhile is not made anew. Transactions are begun by hand.
    uri = f"file:{quote(str(path.absolute()))}?mode=rw"
    with closing(sqlite3.connect(uri, uri=True, timeout=WAIT_S, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection


def _look(path: Path) -> None:
    """Refuses what is no store before the database looks at it."""
    if path.is_dir():
        raise StoreRefused(path, "a file is wanted, this is a folder")
    if not path.exists():
        return
    if not path.is_file():
        raise StoreRefused(path, "not a regular file")
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if head not in (b"", _MAGIC):
        raise StoreRefused(path, "not a store of runs")


def _check(path: Path, connection: sqlite3.Connection) -> None:
    application, version, tables = whose(connection)
    if (application, version, tables) == (0, 0, 0):
        raise StoreRefused(path, "an empty file, no store of runs yet")
    if application != APPLICATION:
        raise StoreRefused(path, "not a store of runs: another program's database")
    if version > FORMAT:
        raise StoreRefused(path, f"written by a newer Backstride (format {version}, this one reads {FORMAT})")
    if version != FORMAT:
        raise StoreRefused(path, DAMAGED)
