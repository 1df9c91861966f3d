"""The points shown are the solver's own; what an exercise adds is what would be lost without it."""

from typing import Any

import pytest

from backstride.decide import decide
from backstride.knowledge import load
from backstride.planning.contribution import (
    HARD_TERMS,
    OTHER_TERMS,
    STRENGTH,
    TERMS,
    contribution,
    need_of,
    points,
)
from backstride.planning.terms import TERMS as DOCUMENTED
from backstride.planning.terms import bounds
from backstride.planning.weighed import weighed
from backstride.scenario import Scenario
from cast import day, facts, logged, scenario
from planning.behind_a_week import work_of
from planning.plain_objective import score

SESSIONS = [logged(e, 1, -n) for n in (2, 4, 6) for e in ("bridge", "side_plank", "cat_cow")]
WEEKS: dict[str, dict[str, Any]] = {
    "as it comes": {},
    "favourites and what is tight": {
        "runner__favourites": ["bird_dog", "cat_cow"],
        "runner__tight": ["calves"],
        "runner__desk_hours": 9,
    },
    "a log": {"sessions": SESSIONS},
    "little time": {"runner__minutes": {"mon": 20, "wed": 5}},
    "no run": {"calendar": []},
}


@pytest.mark.parametrize("name", WEEKS)
def test_the_points_by_term_are_the_solvers_own(name: str) -> None:
    work = work_of(scenario(**WEEKS[name]))
    shown = points(work.problem, work.facts, work.solution.chosen)
    assert shown[STRENGTH] == work.solution.strength_days
    assert {term: shown[term] for term in work.solution.points} == work.solution.points
    assert set(work.solution.points) == {*HARD_TERMS, *OTHER_TERMS}


@pytest.mark.parametrize("name", WEEKS)
def test_what_an_exercise_adds_is_what_the_plain_objective_loses_without_it(name: str) -> None:
    work = work_of(scenario(**WEEKS[name]))
    chosen = work.solution.chosen
    whole = score(work.problem, work.facts, chosen)
    for item in chosen:
        adds = contribution(work.problem, work.facts, chosen, [item])
        rest = [other for other in chosen if other != item]
        lost = [a - b for a, b in zip(whole, score(work.problem, work.facts, rest), strict=True)]
        assert sum(adds[term] for term in HARD_TERMS) == lost[1]
        assert sum(adds[term] for term in OTHER_TERMS) == lost[2]
        gain = adds["hard.need"] + adds["mobility.need"]
        assert sum(need_of(work.facts, chosen, [item]).values()) == gain


@pytest.mark.parametrize("name", WEEKS)
def test_every_term_lies_within_its_bounds(name: str) -> None:
    work = work_of(scenario(**WEEKS[name]))
    got = points(work.problem, work.facts, work.solution.chosen)
    limits = bounds(work.problem, work.facts)
    assert list(limits) == list(TERMS)
    assert {t: got[t] for t in TERMS if not limits[t][0] <= got[t] <= limits[t][1]} == {}


def test_a_replan_counts_what_stays_in_both() -> None:
    first = decide(scenario(), load())
    again = Scenario.model_validate(
        {**facts(calendar=[{"day": day(0), "kind": "easy"}]), "previous_week": first.week}
    )
    work = work_of(again)
    shown = points(work.problem, work.facts, work.solution.chosen)
    assert {term: shown[term] for term in work.solution.points} == work.solution.points
    assert shown["stability"] > 0


def test_taking_a_days_strength_out_loses_the_strength_day() -> None:
    work = work_of(scenario())
    chosen = work.solution.chosen
    day_index = next(p.day.index for p, o in chosen if o.strength)
    strong = [(p, o) for p, o in chosen if o.strength and p.day.index == day_index]
    assert contribution(work.problem, work.facts, chosen, strong)[STRENGTH] == 1


def test_every_term_is_told_in_order_with_its_weights() -> None:
    found = weighed(work_of(scenario()))
    assert [term.name for term in found.terms] == [term.name for term in DOCUMENTED] == list(TERMS)
    assert [term.step for term in found.terms] == sorted(term.step for term in found.terms)
    library = load()
    objective = {id_ for id_ in library.parameters if id_.startswith("objective.")}
    assert objective <= {weight.id for term in found.terms for weight in term.weights}
    for term in found.terms:
        assert term.reason
        assert term.rule in library.rule_texts
        assert all(weight.grade == "ours" for weight in term.weights if weight.id.startswith("objective."))
