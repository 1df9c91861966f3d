"""H6: on cross-training and open days up to half an hour; on rest and open days gentle mobility."""

from collections.abc import Iterator
from datetime import date

from backstride.planning.check.case import Case, Placed
from backstride.planning.check.log import MOBILITY
from backstride.planning.check.placing import total_seconds, wrong_place
from backstride.planning.check.violation import Violation

RULE = "H6"


def h06(case: Case) -> Iterator[Violation]:
    """Where `cross` and `recovery` stand, what they hold and how long they are."""
    yield from _cross(case)
    yield from _recovery(case)
    for planned in case.days:
        if {"cross", "recovery"} <= {session.slot for session in planned.sessions}:
            yield Violation(RULE, str(planned.day), "The day holds both a cross and a recovery session.")


def _cross(case: Case) -> Iterator[Violation]:
    shortest, longest = case.rules.series("slot.cross_s")
    for day, session, _ in case.sessions("cross"):
        yield from wrong_place(case, RULE, day, session, ("cross", None))
        seconds = total_seconds(case, day, session)
        if seconds > longest:
            text = f"It takes {seconds} s; {longest:.0f} s is the most."
            yield Violation(RULE, f"{day} cross", text)
        if seconds < shortest and _has_room(case, day, shortest) and not _named(case):
            text = f"It takes {seconds} s, under {shortest:.0f} s, and no shortfall names it."
            yield Violation(RULE, f"{day} cross", text)


def _has_room(case: Case, day: date, seconds: float) -> bool:
    begun = day == case.today and bool(case.log.on(day))
    return case.minutes_of(day) * 60 >= seconds and not begun


def _named(case: Case) -> bool:
    week = case.decision.week
    return week is not None and any(shortfall.rule == RULE for shortfall in week.shortfalls)


def _recovery(case: Case) -> Iterator[Violation]:
    most = case.rules.number("slot.recovery_s")
    for day, session, items in case.sessions("recovery"):
        yield from wrong_place(case, RULE, day, session, ("rest", None))
        seconds = total_seconds(case, day, session)
        if seconds > most:
            text = f"It takes {seconds} s; {most:.0f} s is the most."
            yield Violation(RULE, f"{day} recovery", text)
        yield from _gentle(items)


def _gentle(items: list[Placed]) -> Iterator[Violation]:
    for p in items:
        if p.exercise.quality not in MOBILITY or not p.exercise.gentle:
            text = f"{p.exercise.quality}{'' if p.exercise.gentle else ', not gentle'}: no recovery."
            yield Violation(RULE, p.where, text)
