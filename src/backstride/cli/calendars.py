"""A file of planned runs: JSON as in a scenario, or CSV with day, kind and a distance or duration."""

import csv
import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from backstride.cli.files import name_of, read_text
from backstride.cli.refusal import BadInput
from backstride.resolve import faults
from backstride.scenario import Planned

_ENTRIES: TypeAdapter[tuple[Planned, ...]] = TypeAdapter(tuple[Planned, ...])
# Column to field, and what turns one into the other.
_COLUMNS = {
    "day": ("day", None),
    "kind": ("kind", None),
    "distance_m": ("distance_m", 1),
    "distance_km": ("distance_m", 1000),
    "duration_s": ("duration_s", 1),
    "duration_min": ("duration_s", 60),
}


def calendar_in(path: Path) -> list[dict[str, Any]]:
    """The entries of a calendar file as parts of a scenario.

    Raises:
        BadInput: not JSON or CSV, an unknown column or an impossible value; names file, entry and field.
    """
    text = read_text(path)
    rows = _rows(text, path) if path.suffix.lower() == ".csv" else _json(text, path)
    try:
        entries = _ENTRIES.validate_json(json.dumps(rows))
    except ValidationError as error:
        raise BadInput(f"{name_of(path)}: " + "\n".join(faults(error))) from None
    return [entry.model_dump(mode="json") for entry in entries]


def _json(text: str, path: Path) -> Any:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInput(f"{name_of(path)}: not JSON: {error}") from None
    return data["calendar"] if isinstance(data, dict) and set(data) == {"calendar"} else data


def _rows(text: str, path: Path) -> list[dict[str, Any]]:
    reader = csv.DictReader(text.splitlines(), skipinitialspace=True, restkey="too many columns")
    columns = [name.strip() for name in reader.fieldnames or ()]
    unknown = [name for name in columns if name not in _COLUMNS]
    if unknown or "day" not in columns or "kind" not in columns:
        wrong = f"unknown column {unknown[0]!r}" if unknown else "the columns day and kind are wanted"
        raise BadInput(f"{name_of(path)}: {wrong}; known are {', '.join(_COLUMNS)}")
    reader.fieldnames = columns
    return [dict(_entry(row, f"{name_of(path)}: line {reader.line_num}")) for row in reader]


def _entry(row: dict[str, Any], where: str) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for column, value in row.items():
        if column not in _COLUMNS:
            raise BadInput(f"{where}: {column}")
        field, factor = _COLUMNS[column]
        text = (value or "").strip()
        if not text:
            continue
        if factor is None:
            found.append((field, text))
            continue
        try:
            found.append((field, float(text) * factor))
        except ValueError:
            raise BadInput(f"{where}: {column}: a number is wanted (given: {text[:60]!r})") from None
    return found
