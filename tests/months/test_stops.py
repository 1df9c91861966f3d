"""A runner who stops for weeks: asked again first, then lower or from the start."""

from functools import cache

import pytest

from backstride.decide import decide
from backstride.knowledge import load
from months.following import Month, hard


@cache
def before() -> Month:
    """Four weeks well done."""
    return Month().follow(4)


def stopped(weeks: int) -> Month:
    """The same four weeks, then so many without anything."""
    month = before()
    log = {"sessions": list(month.sessions), "pain": dict(month.pain), "runs": list(month.runs)}
    return Month(weeks=list(month.weeks), **log).stop(weeks)  # type: ignore[arg-type]


@pytest.mark.parametrize(("weeks", "key"), [(3, "dose.gap"), (5, "dose.restart")])
def test_after_weeks_off_the_log_begins_lower(weeks: int, key: str) -> None:
    month = stopped(weeks).follow(1)
    last = {item.exercise: item.level for week in range(4) for item in before().items(week)}
    seen = 0
    for item in month.items(4 + weeks):
        if item.exercise in last and hard(item.exercise):
            assert item.level <= max(0, last[item.exercise] - 1) or key == "dose.restart"
            assert item.level <= last[item.exercise]
            assert item.change in ("down", "same")
            seen += any(reason.key == key for reason in item.why)
    assert seen


def test_after_three_weeks_off_the_answers_of_before_do_not_hold() -> None:
    month = stopped(3)
    given = month.scenario()
    old = given.screening.model_copy(update={"at": before().start.replace(hour=6)})
    decision = decide(given.model_copy(update={"screening": old}), load())
    assert decision.status == "needs_screening"
    assert decision.week is None


def test_after_a_week_off_the_levels_are_repeated() -> None:
    month = stopped(1).follow(1)
    last = before().levels(3)
    both = {item.exercise: item for item in month.items(5) if item.exercise in last}
    assert both
    assert all(item.level <= last[exercise] for exercise, item in both.items())
