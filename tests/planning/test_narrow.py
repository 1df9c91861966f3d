"""Each step's narrowed problem has the same best as the whole one, and the fewest minutes are the fewest."""

from typing import Any

import pytest

from backstride.decide import decide
from backstride.knowledge import load
from backstride.planning import plan as planning
from backstride.planning.fewest import fewest
from backstride.planning.objective import Facts
from backstride.planning.problem import Problem
from backstride.planning.solver import Solution, solve
from cast import facts, scenario

WEEKS: dict[str, dict[str, Any]] = {
    "the cast's week": {},
    "few minutes": {"runner__minutes": {"mon": 12, "wed": 7, "fri": 11, "sat": 16}},
    "no runs": {"calendar": []},
    "many runs": {
        "calendar": [{**facts()["calendar"][0], "day": f"2026-11-2{n}", "kind": "easy"} for n in range(5)]
    },
}


def problem_of(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> tuple[Problem, Facts]:
    """What the planner gives the solver for that scenario."""
    seen: list[tuple[Problem, Facts]] = []

    def watched(problem: Problem, facts: Facts) -> Solution:
        seen.append((problem, facts))
        return solve(problem, facts)

    monkeypatch.setattr(planning, "solve", watched)
    decide(scenario(**changes), load())
    return seen[0]


@pytest.mark.parametrize("week", WEEKS)
def test_a_narrowed_week_is_as_good_as_one_solved_whole(week: str, monkeypatch: pytest.MonkeyPatch) -> None:
    problem, facts = problem_of(monkeypatch, **WEEKS[week])
    narrowed = solve(problem, facts)
    whole = solve(problem, facts, demand=lambda *_: None)  # with a demand nothing is left out
    assert narrowed.strength_days == whole.strength_days
    gap = facts.rules.number("solver.gap")
    ours, theirs = hard(narrowed), hard(whole)
    assert abs(ours - theirs) <= gap * max(abs(ours), abs(theirs))


def hard(solution: Solution) -> int:
    return sum(points for term, points in solution.points.items() if term.startswith("hard."))


@pytest.mark.parametrize("week", WEEKS)
def test_the_points_of_the_week_lie_within_the_gap_of_its_bound(
    week: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem, facts = problem_of(monkeypatch, **WEEKS[week])
    proof = solve(problem, facts).proof
    assert proof.objective <= proof.bound
    assert proof.gap <= facts.rules.number("solver.gap")


@pytest.mark.parametrize("guess", [None, -3, 1, 6, 7, 8, 30, 40])
@pytest.mark.parametrize("least", [1, 7, 29, 30])
def test_the_fewest_minutes_are_found_from_any_guess(least: int, guess: int | None) -> None:
    assert fewest(lambda minutes: minutes >= least, 30, guess) == least


def test_a_good_guess_asks_three_times_and_none_that_helps_once() -> None:
    asked: list[int] = []

    def helps(least: int, minutes: int) -> bool:
        asked.append(minutes)
        return minutes >= least

    assert fewest(lambda minutes: helps(6, minutes), 30, 6) == 6
    assert asked == [30, 6, 5]
    asked.clear()
    assert fewest(lambda minutes: helps(99, minutes), 30, 6) is None
    assert asked == [30]
