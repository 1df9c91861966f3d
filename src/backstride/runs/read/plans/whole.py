"""A calendar of planned runs in whichever form: JSON as in a scenario, a table (CSV), or ICS."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from backstride.resolve import faults
from backstride.runs.guess.plan import plan_of
from backstride.runs.guess.text import TITLE, plain
from backstride.runs.guess.values import Entry, Event, NotTaken, Plan
from backstride.runs.read.unreadable import Unreadable
from backstride.scenario import Planned

_ENTRIES: TypeAdapter[tuple[Planned, ...]] = TypeAdapter(tuple[Planned, ...])
_KINDS = {".json": "json", ".csv": "csv", ".tsv": "csv", ".ics": "ics", ".ical": "ics", ".ifb": "ics"}
# What `calendar show --json` writes beside the entries.
_ASIDE = {"left_out", "notes"}
_ENTRY_ASIDE = ("title", "guess")


def read_plan(data: bytes, ending: str, now: datetime, weeks: int, long_ratio: float) -> Plan:
    """The plan in the bytes of a calendar; its form by `ending` or, failing that, by its beginning.

    Of an ICS calendar: from today on, for so many weeks; of JSON and CSV: all. `now` (aware) tells the day;
    `long_ratio` is as in `plan_of`. Raises Unreadable where it is no calendar or holds an impossible value;
    a line for each fault.
    """
    text = _decoded(data)
    kind = _KINDS.get(ending) or _looks_like(text)
    if kind == "json":
        return _of_json(text)
    return _of_table(text, long_ratio) if kind == "csv" else _of_ics(text, now, weeks, long_ratio)


def _of_ics(text: str, now: datetime, weeks: int, long_ratio: float) -> Plan:
    # Imported when the first one comes: a table needs no reader of calendars.
    from backstride.runs.read.plans.ics import read_ics
    from backstride.runs.read.plans.occurrences import margin

    today = now.date()
    # A week back as well: which run of this week is the long one shows only beside the others.
    found = read_ics(text, now, margin(today, -7), margin(today, 7 * weeks - 1))
    return plan_of(
        found.events, today=today, long_ratio=long_ratio, left_out=found.left_out, notes=found.notes
    )


def _of_table(text: str, long_ratio: float) -> Plan:
    from backstride.runs.read.plans.table import read_table

    table = read_table(text)
    given = [
        _without_none(day=row.day, kind=row.kind, distance_m=row.distance_m, duration_s=row.duration_s)
        for row in table.rows
        if row.kind is not None
    ]
    own = [Entry(planned) for planned in _validated(given)]
    events = [
        Event(row.day, row.title, row.description, distance_m=row.distance_m, duration_s=row.duration_s)
        for row in table.rows
        if row.kind is None and row.title
    ]
    without = [
        NotTaken(row.day, f"line {row.line}", "neither a kind nor a title")
        for row in table.rows
        if row.kind is None and not row.title
    ]
    notes = [f"the column {column!r} is not used" for column in table.unused if column]
    guessed = plan_of(events, today=date.min, long_ratio=long_ratio, left_out=without, notes=notes)
    whole = sorted((*own, *guessed.entries), key=lambda entry: entry.planned.day)
    return Plan(tuple(whole), guessed.left_out, guessed.notes)


def _of_json(text: str) -> Plan:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"not JSON: {error}") from None
    except RecursionError:
        raise Unreadable("nested too deeply") from None
    if isinstance(data, dict) and "calendar" in data and set(data) <= {"calendar", *_ASIDE}:
        data = data["calendar"]
    titles: list[str] = []
    if isinstance(data, list):
        given = [entry.get("title") if isinstance(entry, dict) else None for entry in data]
        titles = [plain(str(title or ""), TITLE) for title in given]
        data = [_without_aside(entry) for entry in data]
    found = _validated(data)
    return Plan(tuple(Entry(planned, title) for planned, title in zip(found, titles, strict=True)))


def _without_aside(entry: Any) -> Any:
    """An entry without what was written beside it for the eye: given back, it is the runner's own word."""
    if not isinstance(entry, dict):
        return entry
    return {key: value for key, value in entry.items() if key not in _ENTRY_ASIDE}


def _validated(rows: Any) -> Sequence[Planned]:
    try:
        return _ENTRIES.validate_json(json.dumps(rows, default=str))
    except ValidationError as error:
        raise Unreadable("\n".join(faults(error))) from None


def _without_none(**fields: Any) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


def _decoded(data: bytes) -> str:
    """Text in UTF-8 or, as spreadsheets write it, UTF-16 or Windows' western letters."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _looks_like(text: str) -> str:
    start = text[:400].lstrip().upper()
    if start.startswith(("{", "[")):
        return "json"
    return "ics" if start.startswith(("BEGIN:", "<")) or not start else "csv"
