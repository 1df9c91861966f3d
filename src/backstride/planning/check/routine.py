"""A source routine followed as written: its own exercises, doses, order, slots and times a week."""

from collections.abc import Iterator

from backstride.knowledge.schema.routine import Routine
from backstride.planning.check.case import Case, Placed
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


def follows(routine: Routine, p: Placed) -> bool:
    """Is the item as the routine has it? The card with a run may hold other moves, from their ladders."""
    own = any(line.exercise == p.item.exercise for line in routine.items)
    return bool(lines(routine, p)) or (p.session.slot != "mid_run" or own)


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
    for day, session, items in case.sessions(*SLOTS):
        yield from _order(routine, items, f"{day} {session.slot}")
    days = {day for day, session, _ in case.sessions(*SLOTS) if session.slot != "mid_run"}
    if routine.per_week is not None and len(days) > routine.per_week[1]:
        text = f"The routine is done on {len(days)} days; {routine.per_week[1]} times a week is the most."
        yield Violation(RULE, "week", text)


def _order(routine: Routine, items: list[Placed], where: str) -> Iterator[Violation]:
    at = -1
    for p in items:
        found = lines(routine, p)
        later = [index for index in found if index > at]
        if later:
            at = later[0]
        elif found:
            yield Violation(RULE, p.where, "It stands out of the routine's order.")
        elif p.session.slot != "mid_run" or any(x.exercise == p.item.exercise for x in routine.items):
            yield Violation(RULE, p.where, f"{routine.id} has no such line with this dose in {where}.")
