"""A table of planned runs (CSV): our own columns, or those of somebody's spreadsheet."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from backstride.runs.guess.text import folded, plain
from backstride.runs.read.plans import limits
from backstride.runs.read.plans.cells import day_of, metres, seconds
from backstride.runs.read.unreadable import Unreadable

COLUMNS = "day, kind or title, distance_km, distance_m, distance_mi, duration_min, duration_s"

# Names of columns in small letters without accents; a unit may stand behind them.
_MEANS = {
    "day": "day date datum fecha tarikh jour tag hari dia",
    "kind": "kind",
    "title": "title type workout session name summary subject activity training run einheit seance"
    " entrenamiento latihan titel titre titulo tajuk",
    "description": "description notes note details comment comments beschreibung notizen descripcion notas",
    "distance": "distance dist distanz strecke distancia jarak km kms m metres meters mi miles meilen batu",
    "duration": "duration time dauer zeit duree temps duracion tiempo tempoh masa min mins minutes minuten"
    " h hours",
}
_MEANING = {name: meaning for meaning, names in _MEANS.items() for name in names.split()}
_UNITS = {
    "km": "km kms kilometres kilometers kilometer kilometros",
    "m": "m metres meters meter metros",
    "mi": "mi miles mile meilen millas batu",
    "h": "h hours hrs stunden heures horas jam",
    "min": "min mins minutes minuten minutos minit",
    "s": "s sec secs seconds sekunden",
}
_UNIT = {name: unit for unit, names in _UNITS.items() for name in names.split()}
_LENGTHS, _TIMES = ("km", "m", "mi"), ("h", "min", "s")


@dataclass(frozen=True)
class Row:
    """A line of the table; `kind` is the word in the column of that name, to be taken as it is."""

    line: int
    day: date
    kind: str | None
    title: str
    description: str
    distance_m: float | None
    duration_s: float | None


@dataclass(frozen=True)
class Table:
    """The rows of a table, and the columns of which nothing is known."""

    rows: tuple[Row, ...]
    unused: tuple[str, ...]


@dataclass(frozen=True)
class _Column:
    name: str
    meaning: str | None
    unit: str | None


def read_table(text: str) -> Table:
    """The rows of a table: columns in any order, split by commas, semicolons or tabs.

    Raises Unreadable where columns are missing or a cell is wrong; names line and column.
    """
    text = text.lstrip("\ufeff")
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    try:
        columns = [_column(name) for name in next(reader, [])]
        _check(columns)
        rows: list[Row] = []
        for cells in reader:
            if len(rows) == limits.ROWS:
                raise Unreadable(f"more than {limits.ROWS:,} lines")
            if any(cell.strip() for cell in cells):
                rows.append(_row(reader.line_num, columns, cells))
    except csv.Error as error:
        raise Unreadable(f"line {reader.line_num}: {error}") from None
    return Table(tuple(rows), tuple(column.name for column in columns if column.meaning is None))


def _column(name: str) -> _Column:
    """`Distance (km)`, `distance_km`, `km` and `Distanz [km]` are the same column."""
    shown = plain(name, 60)
    words = [word for word in re.split(r"[^a-z]+", folded(shown)) if word]
    meaning = next((_MEANING[word] for word in words if word in _MEANING), None)
    wanted = _LENGTHS if meaning == "distance" else _TIMES if meaning == "duration" else ()
    unit = next((_UNIT[word] for word in reversed(words) if _UNIT.get(word) in wanted), None)
    return _Column(shown, meaning, unit)


def _check(columns: Sequence[_Column]) -> None:
    meanings = [column.meaning for column in columns]
    unknown = next((f"; {column.name!r} is unknown" for column in columns if column.meaning is None), "")
    if "day" not in meanings or not {"kind", "title"} & set(meanings):
        raise Unreadable(f"the columns day and kind (or title) are wanted{unknown}; known are {COLUMNS}")
    for meaning in ("day", "kind"):
        if meanings.count(meaning) > 1:
            raise Unreadable(f"several columns for the {meaning}")


def _row(line: int, columns: Sequence[_Column], cells: Sequence[str]) -> Row:
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise Unreadable(f"line {line}: too many columns")

    def of(meaning: str) -> Iterator[tuple[_Column, str]]:
        for column, cell in zip(columns, cells, strict=False):
            if column.meaning == meaning and cell.strip():
                yield column, cell.strip()

    column = columns[0]
    try:
        column, cell = next(of("day"), (_Column("day", "day", None), ""))
        day = day_of(cell)
        distance = duration = None
        for column, cell in of("distance"):
            distance = metres(cell, column.unit)
        for column, cell in of("duration"):
            duration = seconds(cell, column.unit)
    except ValueError as error:
        raise Unreadable(f"line {line}: {column.name}: {error}") from None
    return Row(
        line=line,
        day=day,
        kind=next((cell for _, cell in of("kind")), None),
        title=", ".join(cell for _, cell in of("title")),
        description=" ".join(cell for _, cell in of("description")),
        distance_m=distance,
        duration_s=duration,
    )
