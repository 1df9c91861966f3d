"""What the runs say: every signal as a list, or under a week those that matter and were not said above."""

from collections.abc import Iterable

from backstride.cli.page import Page
from backstride.cli.render_notes import FINE
from backstride.cli.words import day_words, sure_words
from backstride.decision import Decision, Signal


def show_signals(page: Page, signals: Iterable[Signal], title: str = "Signals") -> None:
    """A line for each, with its sources and grade; nothing where there is none."""
    lines = list(signals)
    if not lines:
        return
    page.heading(title)
    for signal in lines:
        page.cite(signal.sources, signal.grade)
        day = f"{day_words(signal.day, page.word)}: " if signal.day is not None else ""
        sure = sure_words(signal.sources, signal.grade, page.word)
        page.line(f"- {day}{signal.text}" + (f" [{sure}]" if sure else ""), hang=2)


def show_signals_of_week(page: Page, decision: Decision) -> None:
    """The signals worth a thought, but for those of a rule that the advice on the runs has spoken of."""
    spoken = {line.rule for line in decision.runs if line.band != FINE}
    show_signals(page, (s for s in decision.signals if s.note and s.rule not in spoken), "What your runs say")
