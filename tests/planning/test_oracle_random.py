"""On any small week that Hypothesis thinks of, the solver's answer is as good as the best of all weeks."""

import os
from collections.abc import Sequence
from math import prod
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from backstride.decide import decide
from backstride.decision import Decision
from backstride.knowledge import load
from backstride.planning import plan as planning
from backstride.planning.objective import Facts
from backstride.planning.problem import Option, Place, Problem
from backstride.planning.solver import Solution
from backstride.scenario import Scenario
from cast import day, logged, scenario
from planning.plain_objective import score
from planning.test_oracle import Seen, all_choices, hard_work, holds

POOL = (
    "bridge",
    "side_plank",
    "dead_bug",
    "bird_dog",
    "cat_cow",
    "leg_swings",
    "pelvic_tilt_standing",
    "hip_flexor_half_kneel",
    "figure_four",
    "roll_down",
)
Chosen = tuple[Place, Option]
MOST_WEEKS = 2000  # choices that are scored for one example
OFTEN = 15  # examples

kept = st.lists(st.sampled_from(POOL), min_size=2, max_size=4, unique=True)
minutes = st.dictionaries(
    st.sampled_from(["fri", "sat", "sun", "mon", "thu"]),
    st.sampled_from([5, 8, 12, 16, 30]),
    min_size=1,
    max_size=2,
)
runs = st.lists(
    st.builds(
        lambda n, kind: {"day": day(n), "kind": kind, "distance_m": 8000},
        st.integers(0, 7),
        st.sampled_from(["easy", "easy", "long", "race", "rest"]),
    ),
    max_size=1,
)


@st.composite
def small_weeks(draw: st.DrawFn) -> Scenario:
    """A runner with a few exercises, a day or two, at most one entry, and at times a log of one exercise."""
    exercises = draw(kept)
    done: list[dict[str, Any]] = []
    if draw(st.booleans()):
        name, level = exercises[0], draw(st.integers(0, 1))
        done = [logged(name, level, -n) for n in draw(st.sampled_from([(2,), (5, 3), (9, 7)]))]
    return scenario(
        runner__minutes=draw(minutes),
        runner__experience=draw(st.sampled_from(["new", "regular", "experienced"])),
        runner__avoid_exercises=[exercise for exercise in load().exercises if exercise not in exercises],
        runner__favourites=draw(st.sampled_from([[], exercises[-1:]])),
        calendar=draw(runs),
        sessions=done,
    )


def solved(given: Scenario) -> tuple[Decision, Seen]:
    """The decision, with the problem and the solution of the week itself."""
    seen, solve = Seen(), planning.solve

    def watched(problem: Any, facts: Any, *more: Any) -> Solution:
        solution = solve(problem, facts, *more)
        if not hasattr(seen, "problem"):  # what comes later asks what would mend a shortfall
            seen.problem, seen.facts, seen.solution = problem, facts, solution
        return solution

    with patch.object(planning, "solve", watched):
        return decide(given, load()), seen


@settings(
    max_examples=OFTEN,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(small_weeks())
def test_no_small_week_that_breaks_no_rule_is_better(given: Scenario) -> None:
    decision, seen = solved(given)
    problem, facts, chosen = seen.problem, seen.facts, seen.solution.chosen
    assume(prod(2 ** len(place.options) for place in problem.places) <= MOST_WEEKS)
    ours = score(problem, facts, chosen)
    assert len(enough(problem, facts, chosen)) == seen.solution.strength_days
    assert ours[1] + ours[2] == sum(seen.solution.points.values())
    assert holds(given, decision, seen, list(chosen))

    every = list(all_choices(problem))
    by_days = sorted(every, key=lambda choice: len(enough(problem, facts, choice)), reverse=True)
    most = next(choice for choice in by_days if holds(given, decision, seen, choice))
    assert len(enough(problem, facts, chosen)) == len(enough(problem, facts, most))
    # Each step settles what the next may no longer change: first the days, then the hard work on them.
    same_days = [
        choice
        for choice in every
        if working(choice) == working(chosen)
        and enough(problem, facts, choice) == enough(problem, facts, chosen)
    ]
    hard = best(given, decision, seen, same_days, 1)
    assert ours[1] >= hard - 0.01 * abs(hard)
    same_work = [choice for choice in same_days if hard_work(choice) == hard_work(chosen)]
    rest = best(given, decision, seen, same_work, 2)
    assert ours[2] >= rest - 0.01 * abs(rest)


def best(given: Scenario, decision: Decision, seen: Seen, choices: list[list[Chosen]], part: int) -> int:
    """The most points of a part (1 hard work, 2 all else) that a choice without a fault has."""
    scored = [(score(seen.problem, seen.facts, choice)[part], choice) for choice in choices]
    scored.sort(key=lambda pair: pair[0], reverse=True)
    return next(points for points, choice in scored if holds(given, decision, seen, choice))


def working(choice: Sequence[Chosen]) -> set[int]:
    """The days that hold strength work."""
    return {place.day.index for place, option in choice if option.strength}


def enough(problem: Problem, facts: Facts, choice: Sequence[Chosen]) -> set[int]:
    """The days with as many strength exercises as a strength day asks for, or as many as there are for it."""
    least = facts.rules.whole("strength.least_exercises")
    found = set()
    for index in working(choice):
        places = [place for place in problem.places if place.day.index == index]
        there = {o.exercise.id for place in places for o in place.options if o.strength}
        done = {o.exercise.id for p, o in choice if p.day.index == index and o.strength}
        if len(done) >= min(least, len(there)):
            found.add(index)
    return found
