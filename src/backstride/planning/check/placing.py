"""Where a session may stand, and how long it is: shared by the rules of the slots."""

from collections.abc import Iterator
from datetime import date

from backstride.decision import Session
from backstride.planning.check.case import Case
from backstride.planning.check.violation import Violation
from backstride.terms import DayKind


def total_seconds(case: Case, day: date, session: Session) -> int:
    """The time of a session, worked out from its doses."""
    return sum(case.seconds(p) for p in case.within(day, session))


def wrong_place(
    case: Case, rule: str, day: date, session: Session, kinds: tuple[DayKind | None, ...]
) -> Iterator[Violation]:
    """A session on a day of another kind than these (`None`: open), or an exercise not meant for the slot."""
    kind = case.kind(day)
    if kind not in kinds:
        text = f"A {session.slot} session stands on a day that is {kind or 'open'}."
        yield Violation(rule, f"{day} {session.slot}", text)
    for p in case.within(day, session):
        if session.slot not in p.exercise.slots:
            yield Violation(rule, p.where, f"The exercise is not meant for {session.slot}.")
