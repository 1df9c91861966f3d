"""Weeks of running as a series: what was run, the longest run, and what the month before allowed."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from backstride.knowledge.loader import load
from backstride.runs.ran import Ran
from backstride.runs.weekly import Week, latest, weeks_of
from backstride.scenario import Run

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)  # a Friday
MONDAY = date(2026, 11, 16)
RULES = load().rules()


def run(ago: int, metres: float | None = 10_000.0, hours: int = 0) -> Run:
    """A run so many days ago, at 3 m/s."""
    start = NOW - timedelta(days=ago, hours=hours)
    return Run(start=start, duration_s=(metres or 6000.0) / 3, distance_m=metres)


def weeks(*runs: Run, now: datetime = NOW) -> tuple[Week, ...]:
    return weeks_of(Ran.among(runs, now), RULES)


def test_without_a_run_there_is_no_week() -> None:
    assert weeks() == ()
    assert latest((), 52) == ()


def test_a_week_has_its_distance_and_its_longest_run() -> None:
    (week,) = weeks(run(0, 5000), run(1, 12_000), run(4, 3000))
    assert week == Week(MONDAY, 20_000, 12_000, None, over=False)
    assert not week.beyond


def test_every_week_from_the_first_run_on_is_there() -> None:
    found = weeks(run(28), run(0))
    assert [week.monday for week in found] == [MONDAY - timedelta(weeks=n) for n in (4, 3, 2, 1, 0)]
    assert [week.distance_m for week in found] == [10_000, 0, 0, 0, 10_000]
    assert [week.over for week in found] == [True, True, True, True, False]


def test_a_sunday_ends_the_week_and_tomorrow_it_is_over() -> None:
    sunday = NOW + timedelta(days=2)
    assert [week.over for week in weeks(run(0), now=sunday)] == [False]
    assert [week.over for week in weeks(run(0), now=sunday + timedelta(days=1))] == [True, False]


def test_the_limit_is_by_the_thirty_days_before_the_monday() -> None:
    days_to_monday = 4
    allowed = RULES.series("run.ratio_bands")[0]
    window = RULES.whole("run.window_days")
    inside, outside = (weeks(run(days_to_monday + ago, 10_000))[-1] for ago in (window, window + 1))
    assert inside.limit_m == pytest.approx(10_000 * allowed)
    assert outside.limit_m is None


def test_a_run_of_the_week_itself_allows_nothing() -> None:
    *_, last = weeks(run(7, 10_000), run(4, 11_500), run(0, 12_000))
    assert last.limit_m == pytest.approx(11_000)
    assert last.beyond


def test_exactly_the_limit_is_not_beyond_it() -> None:
    assert not weeks(run(7, 10_000), run(0, 11_000))[-1].beyond


def test_a_run_without_a_distance_adds_none() -> None:
    (week,) = weeks(run(0, None))
    assert (week.distance_m, week.longest_m) == (0, None)


def test_a_watch_left_on_is_no_longest_run() -> None:
    slow = Run(start=NOW, duration_s=100_000.0, distance_m=20_000.0)
    (week,) = weeks(slow, run(1, 8000))
    assert (week.distance_m, week.longest_m) == (28_000, 8000)


def test_later_runs_are_not_known_yet() -> None:
    (week,) = weeks(run(0), run(-1))
    assert week.distance_m == 10_000


def test_days_are_those_of_the_clock_of_now() -> None:
    late_on_sunday = run(4, hours=12 + 2)  # 22:00 UTC, which is Monday in Malaysia
    assert [week.monday for week in weeks(late_on_sunday)] == [MONDAY - timedelta(weeks=1), MONDAY]
    here = NOW.astimezone(timezone(timedelta(hours=8)))
    assert [week.monday for week in weeks(late_on_sunday, now=here)] == [MONDAY]


def test_the_latest_weeks_keep_the_limit_of_what_is_not_shown() -> None:
    found = latest(weeks(run(11, 20_000), run(0, 10_000)), 1)
    assert [(week.monday, week.limit_m) for week in found] == [(MONDAY, pytest.approx(22_000))]


def test_an_old_export_ends_with_its_last_run() -> None:
    found = weeks(run(800), run(700))
    shown = latest(found, 52)
    assert shown[-1].distance_m == shown[-1].longest_m == 10_000
    assert len(shown) == len([week for week in found if week.monday <= shown[-1].monday])
