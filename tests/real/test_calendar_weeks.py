"""Weeks of two real runners' calendars, with varied runners and logs: the checker finds nothing in any."""

from datetime import timedelta
from pathlib import Path

import pytest

import weeks
from backstride.decide import decide
from backstride.decision import Decision
from backstride.knowledge import load
from backstride.planning.check import check
from backstride.scenario import Scenario

PAIRS = 80  # pairs of following weeks from each calendar: 2 calendars x 80 x 2 = 320 weeks
CALENDARS = ("runner-a.csv", "runner-b.csv")
PARTS = 8

pytestmark = pytest.mark.skipif(
    not weeks.CALENDARS.is_dir(), reason="the calendars of ../shared are not here"
)


def decided(raw: dict[str, object]) -> Decision:
    """The decision, once the checker has found nothing in it."""
    scenario = Scenario.model_validate(raw)
    decision = decide(scenario, load())
    assert [f"{v.rule} {v.where}: {v.text}" for v in check(scenario, decision, load())] == []
    if decision.solver is not None:
        assert decision.solver.gap <= load().rules().number("solver.gap")
    return decision


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("calendar", CALENDARS)
def test_no_rule_is_broken_in_a_week_and_the_one_after_it(calendar: str, part: int) -> None:
    runs = weeks.read_runs(Path(weeks.CALENDARS / calendar))
    starts = list(weeks.week_starts(runs, PAIRS))
    planned = 0
    for n in range(part, PAIRS, PARTS):
        now = starts[n]
        given = weeks.scenario(runs, now - timedelta(days=7), n, load())
        first = decided(given)
        then = weeks.scenario(runs, now, n, load())
        then["runner"] = given["runner"]
        then["sessions"] = weeks.done(first, given, n)
        second = decided(then)
        planned += (first.status == "planned") + (second.status == "planned")
    assert planned > 0
