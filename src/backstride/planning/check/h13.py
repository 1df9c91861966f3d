"""H13: every level follows from the last one logged; few steps up, each of them earned."""

from collections.abc import Iterator

from backstride.decision import Item
from backstride.planning.check.case import Case, Placed
from backstride.planning.check.growth import growth
from backstride.planning.check.left import left_alone
from backstride.planning.check.start import start_level
from backstride.planning.check.steps import against_up
from backstride.planning.check.violation import Violation
from backstride.terms import SLOTS, Change

RULE = "H13"


def h13(case: Case) -> Iterator[Violation]:
    """Levels and `change` of each exercise through the week, steps up in a session, growth of hard sets."""
    first: dict[str, Item] = {}
    for p in case.placed:
        if p.item.exercise in first:
            yield from _later(p, first[p.item.exercise])
        else:
            first[p.item.exercise] = p.item
            yield from _first(case, p)
    yield from _ambers(case)
    yield from _left(case)
    yield from _session(case)
    for text in growth(case):
        yield Violation(RULE, "week", text)


def _later(p: Placed, first: Item) -> Iterator[Violation]:
    if p.item.change != "same" or p.item.level != first.level:
        text = (
            f"Level {p.item.level}, marked {p.item.change}; the week has it at {first.level} already, "
            "so it stays the same."
        )
        yield Violation(RULE, p.where, text)


def _first(case: Case, p: Placed) -> Iterator[Violation]:
    last = case.log.last_level(p.item.exercise)
    if last is None:
        start = start_level(case)
        if p.item.change != "new":
            yield Violation(RULE, p.where, f"Never logged before, and marked {p.item.change}.")
        if p.item.level > start:
            yield Violation(RULE, p.where, f"It starts at level {p.item.level}; {start} is the highest.")
        return
    expected: Change = "up" if p.item.level > last else "down" if p.item.level < last else "same"
    if p.item.change != expected:
        text = f"From level {last} to {p.item.level}, and marked {p.item.change}, not {expected}."
        yield Violation(RULE, p.where, text)
    if p.item.level > last + 1:
        yield Violation(RULE, p.where, f"From level {last} to {p.item.level}; one step is the most.")
    if p.item.level > last:
        for reason in against_up(case, p.exercise):
            yield Violation(RULE, p.where, f"A step up, but {reason}.")


def _ambers(case: Case) -> Iterator[Violation]:
    """Where most of the last sessions were amber, what all of them held at one level goes one down."""
    window, most = case.rules.whole("light.regress_window"), case.rules.whole("light.regress_ambers")
    recent = case.log.sessions[-window:]
    ambers = sum(case.pain.light(day) == "amber" for day, _ in recent)
    if ambers < most:
        return
    for p in case.placed:
        held = [{i.level for i in s.items if i.exercise == p.item.exercise} for _, s in recent]
        level = case.log.last_level(p.item.exercise)
        steady = all(len(levels) == 1 and levels == held[0] for levels in held)
        if steady and level is not None and p.item.level > max(0, level - 1):
            last = f"{ambers} of the last {len(recent)} sessions were amber at {level}"
            text = f"Level {p.item.level}, and {last}."
            yield Violation(RULE, p.where, text)


def _left(case: Case) -> Iterator[Violation]:
    """What kept hurting is not in the week; a routine as written keeps its exercises."""
    gone = left_alone(case) if case.routine is None else []
    for p in case.placed:
        if p.item.exercise in gone:
            yield Violation(RULE, p.where, "It kept hurting, and is to be left alone for now.")


def _session(case: Case) -> Iterator[Violation]:
    most = case.rules.whole("progress.up_per_session")
    for day, session, items in case.sessions(*SLOTS):
        up = [p.item.exercise for p in items if _above(case, p)]
        if len(up) > most:
            text = f"{len(up)} exercises above their logged level ({', '.join(up)}); {most} is the most."
            yield Violation(RULE, f"{day} {session.slot}", text)


def _above(case: Case, p: Placed) -> bool:
    last = case.log.last_level(p.item.exercise)
    return last is not None and p.item.level > last
