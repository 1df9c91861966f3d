"""H4: with every run a card of at most two standing moves that costs no minutes."""

from collections.abc import Iterator

from backstride.planning.check.case import Case
from backstride.planning.check.placing import wrong_place
from backstride.planning.check.violation import Violation
from backstride.terms import RUN_KINDS

RULE = "H4"


def h04(case: Case) -> Iterator[Violation]:
    """Every run day has its card, and the card holds what it may."""
    most = case.rules.whole("slot.mid_run_moves")
    for day, session, items in case.sessions("mid_run"):
        yield from wrong_place(case, RULE, day, session, RUN_KINDS)
        if len(session.items) > most:
            text = f"The card holds {len(session.items)} moves; {most} is the most."
            yield Violation(RULE, f"{day} mid_run", text)
        if session.minutes:
            text = f"The card costs {session.minutes} minutes of the day; it costs none."
            yield Violation(RULE, f"{day} mid_run", text)
        for p in items:
            if p.exercise.position != "standing":
                yield Violation(RULE, p.where, f"The position is {p.exercise.position}, not standing.")
    for planned in case.days:
        carded = any(session.slot == "mid_run" for session in planned.sessions)
        if case.kind(planned.day) in RUN_KINDS and not carded:
            yield Violation(RULE, str(planned.day), "A run goes without its card.")
