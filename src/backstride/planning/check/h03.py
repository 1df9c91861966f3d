"""H3: before a run standing and dynamic, four to six minutes, short holds and none of them last."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from backstride.decision import Session
from backstride.knowledge.dose import static_seconds
from backstride.planning.check.case import Case, Placed
from backstride.planning.check.log import MOBILITY
from backstride.planning.check.placing import total_seconds, wrong_place
from backstride.planning.check.violation import Violation
from backstride.terms import RUN_KINDS

RULE = "H3"


def h03(case: Case) -> Iterator[Violation]:
    """What a `pre_run` holds, how long it is and on which days it stands."""
    for day, session, items in case.sessions("pre_run"):
        yield from wrong_place(case, RULE, day, session, RUN_KINDS)
        yield from _items(items)
        yield from _time(case, day, session)
        yield from _holds(case, items, f"{day} pre_run")


def _items(items: list[Placed]) -> Iterator[Violation]:
    for p in items:
        if p.exercise.position != "standing":
            yield Violation(RULE, p.where, f"The position is {p.exercise.position}, not standing.")
        if p.exercise.quality not in MOBILITY:
            yield Violation(RULE, p.where, f"The quality is {p.exercise.quality}, not mobility.")


def _time(case: Case, day: date, session: Session) -> Iterator[Violation]:
    seconds = total_seconds(case, day, session)
    shortest, longest = case.rules.series("slot.pre_run_s")
    short_day = case.minutes_of(day) * 60 < shortest or (day == case.today and case.log.on(day))
    if seconds > longest or (seconds < shortest and not short_day):
        text = f"It takes {seconds} s; {shortest:.0f} to {longest:.0f} s are wanted."
        yield Violation(RULE, f"{day} pre_run", text)


def _holds(case: Case, items: list[Placed], where: str) -> Iterator[Violation]:
    held: Counter[str] = Counter()
    for p in items:
        for muscle in p.exercise.stretches:
            held[muscle] += static_seconds(p.item)
    limit = case.rules.number("stretch.pre_run_s")
    for muscle, seconds in held.items():
        if seconds >= limit:
            text = f"{muscle} is held for {seconds} s; under {limit:.0f} s is the rule."
            yield Violation(RULE, where, text)
    if items and _static(items[-1]):
        yield Violation(RULE, items[-1].where, "A static hold stands last.")


def _static(p: Placed) -> bool:
    held = bool(p.item.hold_s and p.exercise.stretches)
    return held or p.exercise.quality == "static_mobility"
