"""What was weighed for a week: each term with points, bounds, weights and reason; what each exercise adds."""

from typing import Any

from backstride.decision import Solver
from backstride.planning.contribution import contribution, need_of, points
from backstride.planning.terms import TERMS, Term, bounds
from backstride.planning.work import Work
from backstride.terms import Grade, Slot
from backstride.values import Day, Value


class Weight(Value):
    """A parameter of the library that a term turns on."""

    id: str
    value: Any
    unit: str
    grade: Grade
    why: str


class WeighedTerm(Value):
    """A term of the objective: `points` of it (days for `strength`), between `least` and `most`.

    `step` is 1 for the strength days, 2 for strength and activation work, 3 for all else: each is settled
    before the next.
    """

    name: str
    step: int
    rule: str
    points: int
    least: int
    most: int
    reason: str
    weights: tuple[Weight, ...]


class WeighedItem(Value):
    """What a placed exercise adds by term and by region: what goes were it taken out and all else left."""

    day: Day
    slot: Slot
    exercise: str
    level: int
    adds: dict[str, int]
    regions: dict[str, int]


class Weighed(Value):
    """The objective of a week, term by term in the order in which they count, and its proof."""

    terms: tuple[WeighedTerm, ...]
    items: tuple[WeighedItem, ...]
    solver: Solver


def weighed(work: Work) -> Weighed:
    """The objective of a solved week, laid open."""
    got = points(work.problem, work.facts, work.solution.chosen)
    limits = bounds(work.problem, work.facts)
    return Weighed(
        terms=tuple(_term(work, term, got[term.name], limits[term.name]) for term in TERMS),
        items=_items(work),
        solver=work.solution.proof,
    )


def _term(work: Work, term: Term, got: int, limits: tuple[int, int]) -> WeighedTerm:
    return WeighedTerm(
        name=term.name,
        step=term.step,
        rule=term.rule,
        points=got,
        least=limits[0],
        most=limits[1],
        reason=work.library.message(term.reason, {}),
        weights=tuple(_weight(work, id_) for id_ in term.weights),
    )


def _weight(work: Work, id_: str) -> Weight:
    record = work.library.parameters[id_]
    value = work.rules.value(id_)
    return Weight(id=id_, value=value, unit=record.unit, grade=record.grade, why=record.why)


def _items(work: Work) -> tuple[WeighedItem, ...]:
    chosen = work.solution.chosen
    return tuple(
        WeighedItem(
            day=place.day.day,
            slot=place.slot,
            exercise=option.exercise.id,
            level=option.dose.level,
            adds={
                term: gain
                for term, gain in contribution(work.problem, work.facts, chosen, [(place, option)]).items()
                if gain
            },
            regions=need_of(work.facts, chosen, [(place, option)]),
        )
        for place, option in chosen
    )
