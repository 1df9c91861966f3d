"""The dose of every item is that of its level, and its time is that of its dose."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from backstride.decision import Item
from backstride.knowledge.dose import Dosed
from backstride.planning.check.case import Case, Placed
from backstride.planning.check.contract import RULE
from backstride.planning.check.routine import by_ladder, routine
from backstride.planning.check.violation import Violation


def doses(case: Case) -> Iterator[Violation]:
    """Unknown exercises and levels, doses that differ from the ladder or the routine, wrong times."""
    for day in case.days:
        for session in day.sessions:
            for item in session.items:
                if item.exercise not in case.library.exercises:
                    where = f"{day.day} {session.slot} {item.exercise}"
                    yield Violation(RULE, where, "The library has no such exercise.")
    for p in case.placed:
        if case.routine is None or by_ladder(case, case.routine, p):
            yield from _ladder(case, p)
        seconds = case.seconds(p)
        if p.item.seconds != seconds:
            text = f"It is said to take {p.item.seconds} s; its dose takes {seconds} s."
            yield Violation(RULE, p.where, text)
    if case.routine is not None:
        yield from routine(case, case.routine)


def _ladder(case: Case, p: Placed) -> Iterator[Violation]:
    if p.level is None:
        text = f"Level {p.item.level}; the ladder ends at {len(p.exercise.ladder) - 1}."
        yield Violation(RULE, p.where, text)
        return
    sets = p.level.sets
    if case.deload and p.hard:
        sets = ceil(sets * Fraction(str(min(case.rules.series("deload.keep")))))
    wanted = (sets, p.level.reps, p.level.hold_s, p.level.duration_s, p.level.per_side)
    rests = p.item.rest_s == p.level.rest_s or (p.item.rest_s is None and (sets == 1 or not p.level.rest_s))
    if _dose(p.item) != wanted or not rests:
        text = (
            f"Sets, repetitions, hold, duration, per side are {_dose(p.item)}, rest {p.item.rest_s} s; "
            f"level {p.item.level} gives {wanted}, rest {p.level.rest_s} s."
        )
        yield Violation(RULE, p.where, text)


def _dose(item: Item | Dosed) -> tuple[int, int | None, int | None, int | None, bool]:
    return (item.sets, item.reps, item.hold_s, item.duration_s, item.per_side)
