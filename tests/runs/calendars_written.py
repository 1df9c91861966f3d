"""Calendar files, written here as other programs write them."""

from datetime import date, datetime, timedelta, timezone

from backstride.runs.guess.plan import plan_of
from backstride.runs.read.plans.ics import read_ics

HOME = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 20, 7, tzinfo=HOME)  # a Friday
FIRST, LAST = date(2026, 11, 20), date(2026, 12, 17)

BERLIN = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""


def event(title="Easy run 8 km", start=":20261121T060000Z", *more, uid="1@example.org"):
    """The lines of an event; `start` is what stands behind DTSTART."""
    return "\n".join(
        ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTART{start}", f"SUMMARY:{title}", *more, "END:VEVENT"]
    )


def ics(*parts, head=()):
    """A calendar of these events and zones."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//made up//EN", *head, *parts, "END:VCALENDAR", ""]
    return "\r\n".join("\n".join(lines).split("\n"))


def days(text, now=NOW, first=FIRST, last=LAST):
    """The days and titles in a calendar."""
    return [(event.day.isoformat(), event.title) for event in read_ics(text, now, first, last).events]


def plan(text, now=NOW, first=FIRST, last=LAST):
    """The plan of a calendar."""
    found = read_ics(text, now, first, last)
    return plan_of(found.events, today=now.date(), long_ratio=1.3, left_out=found.left_out, notes=found.notes)
