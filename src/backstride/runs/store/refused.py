"""Why a store cannot be used, in one line."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_REASONS = {
    "SQLITE_BUSY": "in use by another program; try again when that is done",
    "SQLITE_LOCKED": "in use by another program; try again when that is done",
    "SQLITE_READONLY": "cannot be written: it is read-only",
    "SQLITE_PERM": "cannot be opened: permission denied",
    "SQLITE_AUTH": "cannot be opened: permission denied",
    "SQLITE_CANTOPEN": "cannot be opened",
    "SQLITE_FULL": "cannot be written: the disk is full",
    "SQLITE_IOERR": "cannot be read or written: the disk failed",
    "SQLITE_NOTADB": "not a store of runs",
}
DAMAGED = "damaged: restore a copy of it, or begin a new one and import again"


class StoreRefused(ValueError):
    """A store that cannot be used; `reason` is one line in plain words, without the file's name."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.reason = reason


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turns whatever the database raises into StoreRefused."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        # Extended codes have a second part: SQLITE_READONLY_ROLLBACK.
        name = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
        raise StoreRefused(path, _REASONS.get(name, DAMAGED)) from None
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise StoreRefused(path, f"cannot be opened: {reason}") from None
