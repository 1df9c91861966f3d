"""The sources behind a page by their names, so that no short sign stands alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from backstride.decision import Decision
from backstride.knowledge import Library


@dataclass(frozen=True)
class SourceTold:
    """A source: the sign by which lines name it, its title, its year (may be unknown), its address."""

    sign: str
    title: str
    year: int | None
    address: str


def sources_told(decision: Decision, library: Library) -> tuple[SourceTold, ...]:
    """Every source that a decision's lines name, in the library's order."""
    named = set(_named(decision))
    return tuple(
        SourceTold(source.id, source.title, source.year, source.url or "")
        for source in library.sources.values()
        if source.id in named
    )


def _named(decision: Decision) -> Iterator[str]:
    for line in decision.runs:
        yield from line.sources
    week = decision.week
    if week is None:
        return
    sessions = [session for day in week.days for session in day.sessions]
    reasons = [why for session in sessions for why in session.why]
    reasons += [why for session in sessions for item in session.items for why in item.why]
    for why in (*reasons, *(swap.why for swap in week.swaps)):
        yield from why.sources
