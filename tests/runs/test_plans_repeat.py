"""Rules of recurrence against dateutil's, and what dateutil could not end."""

from datetime import date, datetime, time, timedelta
from time import perf_counter

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from backstride.runs.read.plans.repeat import days_of, rule_of
from backstride.runs.read.unreadable import Unreadable

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MIDNIGHT = time()


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Rules that dateutil reads as the standard has them.

    It wants a day to fit both the plain and the numbered weekdays of one rule, and cuts the first week for
    BYSETPOS; so neither is drawn.
    """
    frequency = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 4))}"]
    ordinals = [""]
    if frequency in ("MONTHLY", "YEARLY"):
        ordinals = draw(st.sampled_from(([""], ["1", "2", "-1", "-2", "5"])))
        days = draw(st.lists(st.sampled_from((1, 7, 15, 29, 31, -1, -3)), max_size=2))
        if days:
            parts.append(f"BYMONTHDAY={','.join(map(str, days))}")
    weekdays = draw(st.lists(st.tuples(st.sampled_from(ordinals), st.sampled_from(DAYS)), max_size=3))
    if weekdays:
        parts.append("BYDAY=" + ",".join(ordinal + day for ordinal, day in weekdays))
        if frequency in ("MONTHLY", "YEARLY") and draw(st.booleans()):
            parts.append(f"BYSETPOS={draw(st.sampled_from((1, 2, -1)))}")
    months = draw(st.lists(st.integers(1, 12), max_size=3))
    if months:
        parts.append(f"BYMONTH={','.join(map(str, months))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 60))}")
    parts.append(f"WKST={draw(st.sampled_from(DAYS))}")
    return ";".join(parts)


@settings(max_examples=150, deadline=None)
@given(rules(), st.dates(date(2023, 1, 1), date(2026, 12, 31)), st.integers(-40, 500), st.integers(0, 120))
def test_the_same_days_as_dateutil(rule: str, start: date, ahead: int, length: int) -> None:
    first = start + timedelta(days=ahead)
    last = first + timedelta(days=length)
    bound = datetime.combine(last + timedelta(days=1), MIDNIGHT)
    # Only so far: where a rule never comes true dateutil would look until the year 9999.
    text = rule if "COUNT" in rule else f"{rule};UNTIL={bound:%Y%m%d}"
    oracle = rrulestr(text, dtstart=datetime.combine(start, MIDNIGHT))
    found = oracle.between(datetime.combine(first, MIDNIGHT), datetime.combine(last, MIDNIGHT), inc=True)
    wanted = {day.date() for day in found} | ({start} if first <= start <= last else set())
    assert days_of(rule_of(rule), start, first, last) == sorted(wanted)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9",
    ],
)
def test_what_never_comes_true_ends_at_once(rule: str) -> None:
    begin = perf_counter()
    assert days_of(rule_of(rule), date(1700, 1, 1), date(2026, 11, 20), date(2026, 12, 20)) == []
    assert perf_counter() - begin < 0.5


def test_a_weekday_with_and_without_a_number_is_either() -> None:
    found = days_of(
        rule_of("FREQ=MONTHLY;BYDAY=-1TH,TU"), date(2026, 11, 3), date(2026, 11, 1), date(2026, 11, 30)
    )
    assert [day.day for day in found] == [3, 10, 17, 24, 26]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=HOURLY;COUNT=3",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=DAILY;BYHOUR=6,18",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=" + "9" * 5000,
        "FREQ=DAILY;COUNT=-1",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;UNTIL=060000",
        "FREQ=",
        "INTERVAL=2",
        "",
        "nothing",
    ],
)
def test_a_rule_that_is_not_read_is_refused(rule: str) -> None:
    with pytest.raises(Unreadable):
        rule_of(rule)


def test_a_number_of_times_is_not_counted_over_decades() -> None:
    rule = rule_of("FREQ=DAILY;COUNT=100000")
    with pytest.raises(Unreadable, match="10 years"):
        days_of(rule, date(1990, 1, 1), date(2026, 11, 20), date(2026, 12, 20))


def test_the_ends_of_the_calendar() -> None:
    assert days_of(rule_of("FREQ=YEARLY;INTERVAL=9999"), date(2026, 1, 1), date(2027, 1, 1), date.max) == []
    assert days_of(rule_of("FREQ=DAILY"), date(9999, 12, 30), date(9999, 12, 30), date.max) == [
        date(9999, 12, 30),
        date(9999, 12, 31),
    ]
