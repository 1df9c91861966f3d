"""Calendars that are none, or that ask too much: one line, soon."""

from time import perf_counter

import pytest

from backstride.runs.read.plans import limits
from backstride.runs.read.unreadable import Unreadable
from runs.calendars_written import event, ics, plan

MANY = limits.EVENTS + 1
DAILY = "RRULE:FREQ=DAILY"
OF_SECONDS = (
    "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=SECONDLY"
)

WRONG = {
    "nothing": ("", "does not begin with BEGIN:VCALENDAR"),
    "words": ("Easy run tomorrow", "does not begin with BEGIN:VCALENDAR"),
    "a web page": ("<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
    "too many events": (ics(*(event(uid=str(n)) for n in range(MANY))), "5,000 events"),
    "too many repetitions": (
        ics(*(event("Easy run", ":16040101T060000", DAILY, uid=str(n)) for n in range(300))),
        "5,000",
    ),
    "too many rules": (
        ics(*(event("x", ":20261121T060000", DAILY, uid=str(n)) for n in range(2001))),
        "2,000 events",
    ),
    "too much to count": (
        ics(*(event("x", ":20170101T060000", f"{DAILY};COUNT=99999", uid=str(n)) for n in range(400))),
        "over too many years",
    ),
    "too deep": ("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 100_000, "nested"),
    "too many zones": (ics("BEGIN:VTIMEZONE\nEND:VTIMEZONE\n" * 300), "time zones"),
    "no date that can be": (ics(event("Tempo", ":20261399")), "none of its events can be read"),
    "no date": ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Tempo\nEND:VEVENT\nEND:VCALENDAR", "no date"),
    "broken lines": (ics("BEGIN:VEVENT\nDTSTART;=:1\nEND:VEVENT"), "dtstart cannot be read"),
    "too large": ("BEGIN:VCALENDAR\n" + "X-A:a\n" * 4_000_000, "20 MiB"),
}


@pytest.mark.parametrize("name", WRONG)
def test_one_reason_in_a_line_and_soon(name: str) -> None:
    text, reason = WRONG[name]
    begin = perf_counter()
    with pytest.raises(Unreadable, match=reason) as refusal:
        plan(text)
    assert perf_counter() - begin < 5
    assert "\n" not in refusal.value.reason


@pytest.mark.parametrize(
    "text",
    [
        ics(
            f"BEGIN:VTIMEZONE\nTZID:X\n{OF_SECONDS}\nEND:STANDARD\nEND:VTIMEZONE",
            event("Tempo", ";TZID=X:20261121T060000"),
        ),
        ics(event("Tempo", ":20261121T060000", "EXDATE:" + ",".join(["20261122T060000"] * 20_000))),
        ics(event("Tempo", ":20261121T060000", "SEQUENCE:" + "9" * 9999, "DURATION:P" + "9" * 400 + "D")),
        ics(event("Tempo", ":20261121T060000", "DTEND:20261120T060000")),
        ics("X-A:" + "\n " * 500_000, event("Tempo", ":20261121T060000")),
        ics(event("Tempo", ":20261121T060000"), "END:VEVENT\nEND:VEVENT\nEND:NOTHING"),
    ],
    ids=["a zone of seconds", "exceptions", "numbers", "an end before", "folds", "ends"],
)
def test_what_is_strange_but_harmless_is_read(text: str) -> None:
    begin = perf_counter()
    assert [entry.planned.kind for entry in plan(text).entries] == ["quality"]
    assert perf_counter() - begin < 5
