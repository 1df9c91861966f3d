"""A source routine followed as written: its own exercises, doses, order, slots and times a week."""

from collections.abc import Iterator

from backstride.knowledge.dose import Dosed, set_seconds
from backstride.knowledge.schema.routine import Routine, RoutineDose
from backstride.planning.check.case import Case, Placed
from backstride.planning.check.h14 import paused
from backstride.planning.check.log import MOBILITY
from backstride.planning.check.violation import Violation
from backstride.terms import SLOTS

RULE = "contract"
YIELDING = ("H3", "H4", "H5", "H6", "H9", "H10", "H11", "H13")


def lines(routine: Routine, p: Placed) -> list[int]:
    """The lines of the routine that the item follows: exercise, dose and, where it is tied, slot."""
    item = p.item
    dose = (item.sets, item.reps, item.hold_s, item.duration_s, item.per_side, item.rest_s or 0)
    found = []
    for index, line in enumerate(routine.items):
        d = line.dose
        rest = d.rest_s if item.rest_s is not None or d.sets > 1 else 0
        own = (d.sets, d.reps, d.hold_s, d.duration_s, d.per_side, rest)
        if line.exercise == item.exercise and line.slot in (None, p.session.slot) and own == dose:
            found.append(index)
    return found


def lowered(case: Case, p: Placed) -> bool:
    """Does a rule that holds take the item to a lower level of its ladder: tier soon, or a red?"""
    last = case.log.last(p.item.exercise)
    days = case.rules.whole("red.low_load_hours") // 24
    gentle = p.exercise.quality in MOBILITY  # mobility stays light for the whole week after a red
    since = any(
        (last is not None and red >= last.day) or ((case.today if gentle else p.day) - red).days <= days
        for red in case.pain.reds
    )
    return case.gate.tier == "soon" or since or paused(case) is not None


def by_ladder(case: Case, routine: Routine, p: Placed) -> bool:
    """Is the item's dose its ladder's, not the routine's: another move of the card, or one lowered?"""
    own = any(line.exercise == p.item.exercise for line in routine.items)
    if lines(routine, p):
        return False
    return lowered(case, p) if own else p.session.slot == "mid_run"


def routine(case: Case, routine: Routine) -> Iterator[Violation]:
    """The week's sessions beside the routine."""
    week = case.decision.week
    if week is None:
        return
    if week.routine != routine.id:
        text = f"The week follows {week.routine or 'no routine'}; the runner follows {routine.id}."
        yield Violation(RULE, "week.routine", text)
    for rule in week.yields:
        if rule not in YIELDING:
            yield Violation(RULE, "week.yields", f"{rule} does not yield to a routine.")
    for _, _, items in case.sessions(*SLOTS):
        yield from _order(case, routine, items)
    days = {day for day, session, _ in case.sessions(*SLOTS) if session.slot != "mid_run"}
    if routine.per_week is not None and len(days) > routine.per_week[1]:
        text = f"The routine is done on {len(days)} days; {routine.per_week[1]} times a week is the most."
        yield Violation(RULE, "week", text)


def _order(case: Case, routine: Routine, items: list[Placed]) -> Iterator[Violation]:
    at = -1
    for p in items:
        found = lines(routine, p)
        if by_ladder(case, routine, p):
            found = [k for k, line in enumerate(routine.items) if line.exercise == p.item.exercise]
            yield from _no_more(p, [routine.items[k].dose for k in found])
            if not found:
                continue
        later = [index for index in found if index > at]
        if later:
            at = later[0]
        elif found:
            yield Violation(RULE, p.where, "It stands out of the routine's order.")
        else:
            yield Violation(RULE, p.where, f"{routine.id} has no such line with this dose.")


def _no_more(p: Placed, doses: list[RoutineDose]) -> Iterator[Violation]:
    """What is lowered is less work than the routine has, or as much, never more."""
    work = _work(p.item, p.exercise.rep_s)
    most = max((_work(dose, p.exercise.rep_s) for dose in doses), default=work)
    if work > most:
        text = f"Lowered from the routine's {most:.0f} s of work to a level with {work:.0f} s."
        yield Violation(RULE, p.where, text)


def _work(dose: Dosed, rep_s: float) -> float:
    return dose.sets * (2 if dose.per_side else 1) * set_seconds(dose, rep_s)
