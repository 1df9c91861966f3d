"""What a store holds, and how it changes: in one transaction each, and the same twice changes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from backstride.runs.activity import Activity, LeftOut
from backstride.runs.read.contents import Key, Met
from backstride.runs.read.edition import EDITION
from backstride.runs.store.door import make, reading, verify, writing
from backstride.runs.store.refused import DAMAGED, StoreRefused
from backstride.runs.store.written import read_activity, write_activity


class Archive(NamedTuple):
    """An archive read through: the SHA-256 of the whole, the name it went by, how many contents it held."""

    sha256: str
    name: str
    contents: int


@dataclass(frozen=True, slots=True)
class Recording:
    """An activity by its content and its place there."""

    key: Key
    place: int
    activity: Activity


@dataclass(frozen=True, slots=True)
class Held:
    """All recordings of a store, of any sport, and the contents that hold none, with the reason."""

    recordings: tuple[Recording, ...]
    left_out: tuple[LeftOut, ...]


class Store:
    """A file of recordings; every method may raise StoreRefused, after which the file is as it was."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Opens a store; with `create` makes it where there is none. Raises StoreRefused."""
        self.path = path
        if create:
            make(path)
        verify(path)

    def known(self) -> frozenset[Key]:
        """The contents that these readers have read."""
        with reading(self.path) as connection:
            rows = connection.execute(
                "SELECT sha256, ending, told FROM contents WHERE edition = ?", (EDITION,)
            )
            return frozenset(map(Key._make, rows))

    def archives(self) -> frozenset[Archive]:
        """The archives that these readers have read through."""
        with reading(self.path) as connection:
            rows = connection.execute(
                "SELECT sha256, name, contents FROM archives WHERE edition = ?", (EDITION,)
            )
            return frozenset(map(Archive._make, rows))

    def held(self) -> Held:
        """All that is in it, by content."""
        with reading(self.path) as connection:
            rows = connection.execute(
                "SELECT sha256, ending, told, place, activity, name FROM recordings"
                " JOIN contents USING (sha256, ending, told) ORDER BY sha256, ending, told, place"
            ).fetchall()
            refused = connection.execute(
                "SELECT name, reason FROM contents WHERE reason IS NOT NULL ORDER BY name, reason"
            ).fetchall()
        try:
            recordings = tuple(
                Recording(Key(*key), place, read_activity(text, name)) for *key, place, text, name in rows
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            raise StoreRefused(self.path, DAMAGED) from None
        return Held(recordings, tuple(LeftOut(name, reason) for name, reason in refused))

    def add(self, batch: Iterable[Met], archives: Iterable[Archive] = ()) -> None:
        """Takes in what was met. A content goes by the first of its names; one read by other readers anew."""
        with writing(self.path) as connection:
            for met in batch:
                connection.execute(
                    "UPDATE contents SET name = ? WHERE (sha256, ending, told) = (?, ?, ?) AND name > ?",
                    (met.name, *met.key, met.name),
                )
                if met.known:
                    continue
                # An older reading goes, with its recordings; the name that it went by stays.
                gone = connection.execute(
                    "DELETE FROM contents WHERE (sha256, ending, told) = (?, ?, ?) AND edition <> ?"
                    " RETURNING name",
                    (*met.key, EDITION),
                ).fetchone()
                name = min(met.name, *gone) if gone else met.name
                new = connection.execute(
                    "INSERT OR IGNORE INTO contents VALUES (?, ?, ?, ?, ?, ?)",
                    (*met.key, name, EDITION, met.reason),
                )
                if new.rowcount:
                    connection.executemany(
                        "INSERT INTO recordings VALUES (?, ?, ?, ?, ?)",
                        [(*met.key, k, write_activity(a)) for k, a in enumerate(met.activities)],
                    )
            connection.executemany(
                "INSERT OR REPLACE INTO archives VALUES (?, ?, ?, ?)",
                [(*archive, EDITION) for archive in archives],
            )
