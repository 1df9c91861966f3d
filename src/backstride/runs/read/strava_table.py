"""The table in Strava's export, `activities.csv`: each recording's sport, shoe and times.

Its headers are in the language of the account, and in other words in older exports; one may be there twice.
The order has stayed: number, date, name, type, description, elapsed time, distance, ..., gear, file; newer
ones go on with two weights and then elapsed time, moving time and distance once more.
"""

import csv
import io
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from posixpath import dirname, join

from backstride.runs.read import limits
from backstride.runs.read.sports import known_sport
from backstride.runs.read.told import Told
from backstride.runs.read.unreadable import Unreadable
from backstride.runs.read.words import printable

NAME = "activities.csv"

_FILE = re.compile(r"[^/]+/.+\.(?:fit|gpx|tcx)(?:\.gz)?", re.IGNORECASE)
_NO_GEAR = re.compile(r"true|false|[\d.,-]*", re.IGNORECASE)
_LONGEST_NAME = 64
_LOOK = 50  # rows, to find the column of the files

_TYPE = frozenset({"activity type", "type", "aktivitätsart"})
_GEAR = frozenset({"activity gear", "gear", "aktivitätsausrüstung"})
_ELAPSED = frozenset({"elapsed time", "elapsed_time", "verstrichene zeit"})
_MOVING = frozenset({"moving time", "moving_time", "bewegungszeit"})


@dataclass(frozen=True, slots=True)
class _Columns:
    """Places in a row; None for what the table lacks."""

    file: int
    type: int | None
    gear: int | None
    elapsed: int | None
    moving: int | None


def is_table(name: str) -> bool:
    """Whether a path is that of an export's table."""
    return name.rpartition("/")[2].lower() == NAME


def read_table(data: bytes, name: str) -> dict[str, Told]:
    """What the table at a path tells, by the paths of the recordings. Raises Unreadable for any other."""
    rows = csv.reader(io.StringIO(_text(data), newline=""), delimiter=_delimiter(data))
    try:
        header = [column.strip().lower() for column in next(rows, [])]
        head = list(islice(rows, _LOOK))
        columns = _columns(header, head)
        if columns is None:
            raise Unreadable("a table without the recordings of an export")
        folder = dirname(name)
        # Of a file that is named twice nothing can be told from the other; the first is as good.
        found: dict[str, Told] = {}
        for row in (*head, *rows):
            if (file := _cell(row, columns.file).replace("\\", "/")) and _FILE.fullmatch(file):
                found.setdefault(join(folder, file), _told(row, columns))
    except csv.Error:
        raise Unreadable("a broken table") from None
    return found


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _delimiter(data: bytes) -> str:
    """The comma, unless a spreadsheet has put another sign in its place."""
    first = _text(data[:8192]).partition("\n")[0]
    return max(",;\t", key=first.count)


def _columns(header: list[str], rows: Sequence[Sequence[str]]) -> _Columns | None:
    files = [sum(bool(_FILE.fullmatch(_cell(row, at))) for row in rows) for at in range(len(header))]
    if not any(files):
        return None
    file = files.index(max(files))
    type_, gear = _named(header, _TYPE), _named(header, _GEAR)
    elapsed, moving = _named(header, _ELAPSED), _named(header, _MOVING)
    if type_ is None and file > 5:  # headers in another language: what stands where is the same
        type_, gear, elapsed = 3, file - 1, 5
        again = header.index(header[5], file) if header[5] in header[file:] else None
        moving = None if again is None or again + 1 >= len(header) else again + 1
    return _Columns(file, type_, gear, elapsed, moving)


def _named(header: list[str], names: frozenset[str]) -> int | None:
    return next((at for at, name in enumerate(header) if name in names), None)


def _told(row: Sequence[str], columns: _Columns) -> Told:
    gear = " ".join(printable(_cell(row, columns.gear)).split())[:_LONGEST_NAME]
    return Told(
        sport=known_sport(_cell(row, columns.type)),
        shoe=None if _NO_GEAR.fullmatch(gear) else gear,
        moving_s=_seconds(_cell(row, columns.moving)),
        elapsed_s=_seconds(_cell(row, columns.elapsed)),
    )


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""


def _seconds(text: str) -> float | None:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) and 0 < value <= limits.LONGEST_S else None
