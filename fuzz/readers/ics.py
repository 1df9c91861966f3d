"""Calendars of other programs (ICS), through the events to the plan."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from backstride.runs.guess.plan import plan_of
from backstride.runs.read.plans.ics import read_ics
from backstride.runs.read.unreadable import Unreadable
from fuzz.mutations.text import encoded, lines
from fuzz.reader import Reader
from fuzz.seeds import maker

_FIRST = date(2026, 11, 13)
_LAST = _FIRST + timedelta(days=34)
_WORDS = (
    *(
        "BEGIN:VEVENT\r\n",
        "END:VEVENT\r\n",
        "BEGIN:VTIMEZONE\r\n",
        "END:VCALENDAR\r\n",
        "\r\n ",
        "\n",
        '"',
        "\\",
    ),
    *(
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "EXDATE",
        "RDATE",
        "RECURRENCE-ID",
        "SEQUENCE",
        "STATUS",
        "UID",
    ),
    *(
        "VALUE=DATE",
        "VALUE=PERIOD",
        "TZID=X",
        "TZID=Nowhere/None",
        "CANCELLED",
        "THISANDFUTURE",
        "P1D",
        "-PT1H",
    ),
    *(
        "FREQ=SECONDLY",
        "FREQ=YEARLY",
        "FREQ=DAILY",
        "FREQ=WEEKLY",
        "INTERVAL=0",
        "INTERVAL=999999999",
        "COUNT=9",
    ),
    *(
        "BYDAY=-1SU",
        "BYDAY=53MO",
        "BYMONTHDAY=31",
        "BYMONTH=2",
        "BYSETPOS=-1",
        "BYWEEKNO=53",
        "BYYEARDAY=366",
    ),
    *(
        "UNTIL=20261231T235959Z",
        "UNTIL=99991231",
        "20261121T060000Z",
        "20261121",
        "00010101T000000",
        "99991231",
    ),
    *(
        "99991231T235959Z",
        "+2359",
        "-9999",
        "+0000",
        "20260229",
        "20261121T060000Z/P9999D",
        "WKST=SU",
        "COUNT=0",
    ),
)


def seeds() -> Iterator[bytes]:
    """Single runs and repeated ones, moved, left out, all day, in a zone of the file's own."""
    made = maker("runs.calendars_written")
    zone = made.BERLIN.format(name="X")
    weekly = "RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=20"
    moved = made.event(
        "Tempo", ";TZID=X:20261125T060000", "RECURRENCE-ID;TZID=X:20261124T060000", "SEQUENCE:2"
    )
    monthly = "RRULE:FREQ=MONTHLY;BYDAY=-1SU;UNTIL=20270101"
    yield made.ics(made.event()).encode()
    yield made.ics(
        zone, made.event("Easy 8 km", ";TZID=X:20261101T060000", weekly, "DURATION:PT1H"), moved
    ).encode()
    yield made.ics(made.event("Long", ";VALUE=DATE:20261122", monthly, "EXDATE;VALUE=DATE:20261129")).encode()
    yield made.ics(made.event("6x400m", ":20261123T060000", "RRULE:FREQ=DAILY;INTERVAL=3;BYHOUR=6")).encode()
    yield made.ics(
        made.event(
            "Race", ":20261201T080000", "RDATE:20261202T080000,20261203T080000", "DTEND:20261201T100000"
        ),
        head=["X-WR-TIMEZONE:Asia/Kuala_Lumpur", "METHOD:PUBLISH"],
    ).encode()


def read(data: bytes) -> str:
    """What the plan holds, or why there is none."""
    now = maker("runs.calendars_written").NOW
    try:
        found = read_ics(data.decode("utf-8", "replace"), now, _FIRST, _LAST)
    except Unreadable as refusal:
        return refusal.reason
    plan = plan_of(found.events, today=now.date(), long_ratio=1.3, left_out=found.left_out, notes=found.notes)
    assert all(_FIRST <= entry.planned.day <= _LAST for entry in plan.entries), "a day that was not asked for"
    kinds = ",".join(sorted({entry.planned.kind for entry in plan.entries}))
    return f"{kinds}; {'; '.join(sorted({left.reason for left in plan.left_out}))}; {'; '.join(plan.notes)}"


def mutate(data: bytes, rng: Random) -> bytes:
    """The calendar with lines and the parts of their values changed."""
    return encoded(lines(data.decode("utf-8", "replace"), rng, _WORDS, "[:;,=/]"), rng)


READER = Reader(read, mutate, seeds, longest=8192)
