"""Everything in a decision has a reason, and every source named is one that the library knows."""

from collections.abc import Iterable, Iterator

from backstride.decision import Reason
from backstride.planning.check.case import Case
from backstride.planning.check.contract import RULE
from backstride.planning.check.violation import Violation


def reasons(case: Case) -> Iterator[Violation]:
    """The reasons of sessions, items, triage, run advice, lessons and shortfalls."""
    decision = case.decision
    for day in case.days:
        for session in day.sessions:
            where = f"{day.day} {session.slot}"
            yield from _why(case, where, session.why)
            for item in session.items:
                yield from _why(case, f"{where} {item.exercise}", item.why)
    if decision.triage.tier != "self_care" and not decision.triage.reasons:
        yield Violation(RULE, "triage.reasons", f"Tier {decision.triage.tier} without a reason.")
    for reason in decision.triage.reasons:
        if not reason.why.strip():
            yield Violation(RULE, f"triage.reasons {reason.id}", "The reason is empty.")
        yield from _known(case, f"triage.reasons {reason.id}", reason.sources)
    for advice in decision.runs:
        yield from _known(case, f"runs {advice.day}", advice.sources)
    for lesson in decision.lessons:
        yield from _known(case, f"lessons {lesson.lesson}", lesson.sources)
    for shortfall in decision.week.shortfalls if decision.week else ():
        where = f"week.shortfalls {shortfall.rule}"
        if not all(text.strip() for text in (shortfall.wanted, shortfall.got, shortfall.because)):
            yield Violation(RULE, where, "It leaves out what was wanted, what came of it, or why.")
        yield from _known(case, where, shortfall.sources)


def _why(case: Case, where: str, why: tuple[Reason, ...]) -> Iterator[Violation]:
    if not why:
        yield Violation(RULE, where, "It stands there without a reason.")
    for reason in why:
        if not reason.rule.strip() or not reason.text.strip():
            yield Violation(RULE, where, "A reason without its rule or without a word.")
        if not reason.sources and reason.grade not in ("ours", "convention"):
            yield Violation(
                RULE, where, f"The reason by {reason.rule} has no source and is not marked as ours."
            )
        yield from _known(case, where, reason.sources)


def _known(case: Case, where: str, sources: Iterable[str]) -> Iterator[Violation]:
    for source in sources:
        if source not in case.library.sources:
            yield Violation(RULE, where, f"The library has no source {source}.")
