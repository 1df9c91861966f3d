"""A conflict is minimal: impossible as a whole, possible with any one of its rules dropped."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstride.decide import decide
from backstride.knowledge import load
from backstride.planning.conflict import Trial, minimal_conflict, possible
from backstride.planning.conflicts import Conflicts
from backstride.planning.demands import Demand, StrengthDays, exercise_on, strength_on
from backstride.planning.relaxing import Case, Group, Memory, groups
from backstride.scenario import Scenario
from backstride.terms import WEEKDAYS
from cast import day, facts, logged, scenario
from planning.behind_a_week import quick_work_of, work_of

RESTS = [{"day": day(n), "kind": "rest"} for n in range(7) if n != 3]
WEEKS: dict[str, dict[str, Any]] = {
    "six minutes a week": {"runner__minutes": {"wed": 6}},
    "one day with minutes": {"runner__minutes": {"mon": 20}},
    "nothing but rest days": {"calendar": RESTS},
    "hard runs every other day": {
        "calendar": [{"day": day(n), "kind": ("long", "rest")[n % 2]} for n in range(8)]
    },
    "no position left": {
        "runner__avoid_positions": ["standing", "supine", "prone", "quadruped", "side_lying"]
    },
    "strength done yesterday": {
        "sessions": [logged("bridge", 1, -1), logged("bridge", 1, -3)],
        "runner__minutes": {"fri": 20},
    },
    "a race on Sunday": {"calendar": [{"day": day(2), "kind": "race"}], "runner__minutes": {"sat": 30}},
}


def is_minimal(case: Case, demand: Demand, conflict: tuple[Group, ...]) -> bool:
    """Whether the rules of the conflict alone keep the demand out, and no smaller part of them does."""

    def room(kept: tuple[Group, ...]) -> bool:
        dropped = [group for group in groups(case) if group not in kept]
        return Trial(case, demand, Memory()).possible(dropped)

    others = [tuple(group for group in conflict if group != one) for one in conflict]
    return not room(conflict) and all(map(room, others))


@pytest.mark.parametrize("name", WEEKS)
def test_a_missing_strength_day_has_a_minimal_conflict(name: str) -> None:
    work = work_of(scenario(**WEEKS[name]))
    asked = Conflicts(work.case, work.solution.chosen)
    wanted = work.solution.strength_days + 1
    conflict = asked.strength_days(wanted)
    assert conflict
    assert is_minimal(work.case, StrengthDays(wanted, asked.enough()), conflict)


@pytest.mark.parametrize("name", WEEKS)
def test_the_shortfall_names_that_conflict(name: str) -> None:
    decision = decide(scenario(**WEEKS[name]), load())
    assert decision.week is not None
    short = next(s for s in decision.week.shortfalls if s.wanted.startswith("strength days"))
    assert short.binding
    assert all(rule.text for rule in short.binding)
    assert {rule.rule for rule in short.binding} <= set(load().rule_texts)
    # What is said in a sentence is what binds, days of one cause together.
    assert all(rule.text.partition(": ")[2] in short.because for rule in short.binding)


def test_a_week_with_room_has_no_conflict() -> None:
    work = work_of(scenario())
    enough = Conflicts(work.case, work.solution.chosen).enough()
    assert possible(work.case, StrengthDays(2, enough))
    assert minimal_conflict(work.case, StrengthDays(2, enough), groups(work.case)) == ()


def test_the_day_before_a_long_run_is_what_keeps_strength_out() -> None:
    case = work_of(scenario()).case
    saturday = [Group("H7", "before_hard_run", 1)]
    assert list(minimal_conflict(case, strength_on(1), groups(case))) == saturday
    assert list(minimal_conflict(case, exercise_on(1, "bird_dog"), groups(case))) == saturday


def test_what_was_left_out_on_purpose_is_named() -> None:
    case = work_of(scenario(runner__avoid_exercises=["bridge"])).case
    assert minimal_conflict(case, exercise_on(3, "bridge"), groups(case)) == (Group("H12", "own_list"),)


def test_what_no_rule_keeps_out_but_its_kind_has_no_conflict() -> None:
    case = work_of(scenario()).case
    demand = exercise_on(0, "bird_dog", "pre_run")
    assert not possible(case, demand)
    assert minimal_conflict(case, demand, groups(case)) == ()


small_weeks = st.fixed_dictionaries(
    {
        "runner__minutes": st.dictionaries(st.sampled_from(WEEKDAYS), st.sampled_from([3, 5, 8, 12, 20])),
        "runner__avoid_exercises": st.sampled_from([["bridge", "dead_bug"], ["side_plank"], []]),
        "runner__equipment": st.sampled_from([[], ["wall", "mat"]]),
        "calendar": st.dictionaries(
            st.integers(0, 7),
            st.sampled_from(["easy", "long", "quality", "race", "rest", "cross"]),
            max_size=5,
        ).map(lambda kinds: [{"day": day(n), "kind": kind} for n, kind in sorted(kinds.items())]),
        "sessions": st.sampled_from([[], [logged("bridge", 1, -1), logged("side_plank", 1, -3)]]),
    }
)
demands = st.one_of(
    st.builds(strength_on, st.integers(0, 6)),
    st.builds(
        exercise_on, st.integers(0, 6), st.sampled_from(["bridge", "side_plank", "cat_cow", "leg_swings"])
    ),
)


@settings(max_examples=12, deadline=None)
@given(changes=small_weeks, demand=demands)
def test_any_conflict_is_minimal(changes: dict[str, Any], demand: Demand) -> None:
    case = quick_work_of(Scenario.model_validate(facts(**changes))).case
    conflict = minimal_conflict(case, demand, groups(case))
    if conflict:
        assert is_minimal(case, demand, conflict)
    else:
        everything = Trial(case, demand, Memory()).possible(groups(case))
        assert possible(case, demand) or not everything


@settings(max_examples=12, deadline=None)
@given(changes=small_weeks, demand=demands, pick=st.randoms(use_true_random=False))
def test_a_rule_less_never_takes_room_away(changes: dict[str, Any], demand: Demand, pick: Any) -> None:
    case = quick_work_of(Scenario.model_validate(facts(**changes))).case
    every = list(groups(case))
    some = [group for group in every if pick.random() < 0.5]
    more = [*some, pick.choice(every)]
    fewer_rules = Trial(case, demand, Memory()).possible(more)
    assert fewer_rules or not Trial(case, demand, Memory()).possible(some)
