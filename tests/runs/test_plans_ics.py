"""Calendar files: whose day an event falls on, what repeats, what was moved or called off, what is broken."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from backstride.runs.read.plans.lines import components
from backstride.runs.read.plans.zones import Zones
from runs.calendars_written import BERLIN, FIRST, NOW, days, event, ics, plan


@pytest.mark.parametrize(
    ("start", "day"),
    [
        (";VALUE=DATE:20261121", "2026-11-21"),
        (":20261121T060000", "2026-11-21"),
        (":20261121T233000", "2026-11-21"),
        (":20261121T220000Z", "2026-11-22"),  # six in the morning at home
        (":20261121T060000Z", "2026-11-21"),
        (";TZID=Asia/Kuala_Lumpur:20261121T053000", "2026-11-21"),
        (";TZID=Singapore Standard Time:20261121T053000", "2026-11-21"),
        (";TZID=America/New_York:20261121T180000", "2026-11-22"),
        (";TZID=Eastern Standard Time:20261121T180000", "2026-11-22"),
        (";TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261121T180000", "2026-11-22"),
        (';TZID="Europe/Berlin":20261121T120000', "2026-11-21"),
    ],
)
def test_an_event_falls_on_the_runners_own_day(start: str, day: str) -> None:
    assert days(ics(event("Easy run", start))) == [(day, "Easy run")]


def test_a_zone_of_the_calendars_own_with_its_summer_time() -> None:
    name = "Made up by a club"
    zone = Zones(components(ics(BERLIN.format(name=name))).zones).find(name)
    known = Zones().find("Europe/Berlin")
    assert zone is not None
    assert known is not None
    for month in range(1, 13):
        for hour in (0, 1, 4, 12):
            wall = datetime(2026, month, 29 if month != 2 else 28, hour)  # noqa: DTZ001
            assert zone(wall) == known(wall), wall
    text = ics(BERLIN.format(name=name), event("Easy run", f";TZID={name}:20261121T180000"))
    assert days(text) == [("2026-11-22", "Easy run")]


def test_an_unknown_zone_is_read_by_the_runners_clock_and_said() -> None:
    found = plan(ics(event("Easy run", ";TZID=Middle-earth:20261121T180000")))
    assert [entry.planned.day.day for entry in found.entries] == [21]
    assert "Middle-earth" in found.notes[0]


def test_summer_time_between_now_and_then_does_not_move_a_day() -> None:
    # In Berlin summer time ends on 25 October; `now` only knows the offset of today.
    now = datetime(2026, 10, 20, 7, tzinfo=timezone(timedelta(hours=2)))
    late = event("Easy run", ";TZID=Europe/Berlin:20261101T233000")
    in_utc = event("Tempo", ":20261101T223000Z", uid="2@example.org")
    text = ics(late, in_utc, head=["X-WR-TIMEZONE:Europe/Berlin"])
    assert [day for day, _ in days(text, now, now.date(), FIRST)] == ["2026-11-01", "2026-11-01"]


def test_repeating_events_with_exceptions_extra_and_moved_days() -> None:
    zone = ";TZID=Asia/Kuala_Lumpur"
    text = ics(
        event(
            "Easy run 8 km",
            f"{zone}:20260901T060000",
            "RRULE:FREQ=WEEKLY;BYDAY=TU,TH",
            f"EXDATE{zone}:20261126T060000",
            "EXDATE;VALUE=DATE:20261203",
            f"RDATE{zone}:20261128T060000",
        ),
        event("Easy run 6 km", f"{zone}:20261202T180000", "RECURRENCE-ID:20261130T220000Z"),
        event("Tempo", f"{zone}:20261208T060000", f"RECURRENCE-ID{zone}:20261208T060000", "STATUS:CANCELLED"),
    )
    assert days(text) == [
        ("2026-11-24", "Easy run 8 km"),
        ("2026-11-28", "Easy run 8 km"),
        ("2026-12-02", "Easy run 6 km"),
        ("2026-12-10", "Easy run 8 km"),
        ("2026-12-15", "Easy run 8 km"),
        ("2026-12-17", "Easy run 8 km"),
    ]
    assert [(item.day.day, item.reason) for item in plan(text).left_out if item.day] == [(8, "cancelled")]


@pytest.mark.parametrize(
    ("start", "rule", "last"),
    [
        (";TZID=Asia/Kuala_Lumpur:20261120T060000", "FREQ=DAILY;COUNT=4", 23),
        (";TZID=Asia/Kuala_Lumpur:20261120T060000", "FREQ=DAILY;UNTIL=20261122T220000Z", 23),
        (";TZID=Asia/Kuala_Lumpur:20261120T060000", "FREQ=DAILY;UNTIL=20261122T215959Z", 22),
        (";VALUE=DATE:20261120", "FREQ=DAILY;UNTIL=20261123", 23),
        (":20261120T060000", "FREQ=DAILY;UNTIL=20261123T060000", 23),
        (":20261120T060000", "FREQ=DAILY;UNTIL=20261123", 23),
    ],
)
def test_repetitions_end(start: str, rule: str, last: int) -> None:
    found = days(ics(event("Easy run", start, f"RRULE:{rule}")))
    assert [day for day, _ in found] == [f"2026-11-{day}" for day in range(20, last + 1)]


def test_the_newest_version_of_an_event_counts() -> None:
    text = ics(
        event("Tempo 8 km", ":20261124T060000", "SEQUENCE:2"),
        event("Tempo 6 km", ":20261123T060000", "SEQUENCE:1"),
        event("Tempo 8 km", ":20261124T060000", "SEQUENCE:2"),
        event("Easy run", ":20261125T060000", uid="2@example.org"),
        event("Easy run", ":20261126T060000", uid="2@example.org"),
    )
    assert days(text) == [
        ("2026-11-24", "Tempo 8 km"),
        ("2026-11-25", "Easy run"),
        ("2026-11-26", "Easy run"),
    ]


def test_what_is_no_single_session_or_called_off_is_left_out_with_its_reason() -> None:
    text = ics(
        event("Week 5: 50 km", ";VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261130"),
        event("Long run 20 km", ":20261122T060000", "STATUS:CANCELLED", uid="2"),
        event("Team meeting", ":20261122T090000", uid="3"),
        event("Tempo", ":20261399T060000", uid="4"),
        event("Hills", ":00000000T060000", uid="5"),
        event("Track", ":20261125T060000", "RRULE:FREQ=HOURLY", uid="6"),
        event("Easy run 5 km", ":20261126T060000", "DURATION:PT45M", uid="7"),
    )
    found = plan(text)
    assert [entry.title for entry in found.entries] == ["Easy run 5 km"]
    reasons = {item.title: item.reason for item in found.left_out}
    assert set(reasons) == {"Week 5: 50 km", "Long run 20 km", "Team meeting", "Tempo", "Hills", "Track"}
    assert "7 days" in reasons["Week 5: 50 km"]
    assert reasons["Long run 20 km"] == "cancelled"
    assert "meeting" in reasons["Team meeting"]
    assert "impossible date" in reasons["Tempo"]
    assert "impossible date" in reasons["Hills"]
    assert "hourly" in reasons["Track"]


def test_a_whole_calendar_can_be_called_off() -> None:
    found = plan(ics(event(), head=["METHOD:CANCEL"]))
    assert found.entries == ()
    assert [item.reason for item in found.left_out] == ["cancelled"]


def test_folded_lines_escapes_alarms_and_categories() -> None:
    text = ics(
        event(
            "Tuesday se\n ssion\\, club",
            ":20261124T060000",
            "DESCRIPTION:Warm up 2 km\\, 10 x 400m\\n cool down\n  2 km",
            "CATEGORIES:Running",
            "BEGIN:VALARM\nDESCRIPTION:Rest day\nTRIGGER:-PT30M\nEND:VALARM",
        )
    )
    (entry,) = plan(text).entries
    assert (entry.title, entry.planned.kind, entry.planned.distance_m) == (
        "Tuesday session, club",
        "quality",
        8000,
    )


def test_the_length_of_an_appointment_is_a_guess_at_the_duration() -> None:
    text = ics(event("Easy run", ";TZID=Asia/Kuala_Lumpur:20261121T060000", "DTEND:20261120T224500Z"))
    (entry,) = plan(text).entries
    assert (entry.planned.duration_s, entry.sure) == (2700, False)


def test_several_calendars_line_ends_a_mark_and_a_file_cut_short() -> None:
    one, two = ics(event()), ics(event("Tempo", ":20261123T060000", uid="2"))
    assert len(days("\ufeff\n" + one + two)) == 2
    assert len(days(one.replace("\r\n", "\r"))) == 1
    found = plan(one.replace("END:VCALENDAR\r\n", "BEGIN:VEVENT\r\nDTSTART:20261122T06"))
    assert [entry.title for entry in found.entries] == ["Easy run 8 km"]
    assert "ends in the middle" in found.notes[0]


def test_days_outside_are_not_looked_at() -> None:
    text = ics(
        event("Easy run", ":20261119T060000", uid="1"),
        event("Easy run", ":20261218T060000", uid="2"),
        event("Birthday", ";VALUE=DATE:16040101", "RRULE:FREQ=YEARLY", uid="3"),
    )
    assert days(text) == []
    assert plan(text).left_out == ()


def test_now_in_another_zone_moves_a_day() -> None:
    start = ":20261121T220000Z"
    assert days(ics(event("Easy run", start)), NOW.astimezone(UTC))[0][0] == "2026-11-21"
