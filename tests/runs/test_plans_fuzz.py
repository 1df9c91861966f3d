"""Damaged calendars, tables and titles: read or refused with a reason, never anything else."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from backstride.runs.guess.guess import guess
from backstride.runs.guess.values import Entry, Event, Plan
from backstride.runs.read.plans.table import read_table
from backstride.runs.read.unreadable import Unreadable
from runs.calendars_written import BERLIN, event, ics, plan

GOOD = ics(
    BERLIN.format(name="X"),
    event(
        "Easy run 8 km", ";TZID=X:20261101T060000", "RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=20", "DURATION:PT1H"
    ),
    event("Tempo", ";TZID=X:20261125T060000", "RECURRENCE-ID;TZID=X:20261124T060000", "SEQUENCE:2"),
    event(
        "Long run",
        ";VALUE=DATE:20261122",
        "RRULE:FREQ=MONTHLY;BYDAY=-1SU;UNTIL=20270101",
        "EXDATE:20261129",
        uid="2",
    ),
)
TABLE = "Day;Title;Distance (km);Time\n21/11/2026;Easy run;8,5;1:05\n2026-11-22;Long;18;\n"
MARKS = (
    "\r\n",
    "\n ",
    ":",
    ";",
    ",",
    "=",
    '"',
    "\\",
    "/",
    "-",
    "'",
    "<",
    "\x00",
    "\ud800",
    "\u2028",
    "&#x110000;",
)
WORDS = (
    "BEGIN:VEVENT\r\n",
    "END:VEVENT\r\n",
    *(
        "RRULE:",
        "EXDATE:",
        "RDATE;VALUE=PERIOD:",
        "DTEND:",
        "FREQ=YEARLY",
        "BYDAY=",
        "COUNT=",
        "UNTIL=",
        "TZID=",
    ),
    *("99991231T235959", "00010101", "999999999", "0", "+2359", "P1D", "T", "Z", "x", " km", "min"),
)
PIECES = (*MARKS, *WORDS)
changes = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(PIECES)), min_size=1, max_size=6
)


def damaged(text: str, edits: list[tuple[float, int, str]]) -> str:
    """The text with pieces put in the place of others."""
    for where, length, piece in edits:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + length :]
    return text


@settings(max_examples=300, deadline=None)
@given(changes)
def test_a_damaged_calendar(edits: list[tuple[float, int, str]]) -> None:
    text = damaged(GOOD, edits)
    try:
        found = plan(text)
    except Unreadable as refusal:
        found = Plan((), (), (refusal.reason,))
    assert all("\n" not in note for note in found.notes)
    assert all(0 <= (entry.planned.distance_m or 0) <= 250_000 for entry in found.entries)


@settings(max_examples=200, deadline=None)
@given(changes)
def test_a_damaged_table(edits: list[tuple[float, int, str]]) -> None:
    text = damaged(TABLE, edits)
    try:
        rows = read_table(text).rows
    except Unreadable:
        rows = ()
    assert all(0 <= (row.distance_m or 0) <= 1_000_000 for row in rows)


@settings(max_examples=300, deadline=None)
@given(changes, st.text(max_size=60))
def test_any_title(edits: list[tuple[float, int, str]], text: str) -> None:
    found = guess(Event(date(2026, 11, 21), damaged("Long run 16 km + 6 x 400m, 1:20 h", edits), text))
    assert found.title.isprintable()
    if isinstance(found, Entry) and found.guess is not None:
        assert found.guess.kind.words
