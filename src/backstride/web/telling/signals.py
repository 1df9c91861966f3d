"""What the runs say, as a page shows it."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.text import capfirst

from backstride.decision import Signal
from backstride.knowledge import Library
from backstride.web.telling.days import WhyTold
from backstride.week_words import sure_words


def signals_told(
    signals: Iterable[Signal], library: Library
) -> tuple[tuple[WhyTold, ...], tuple[WhyTold, ...]]:
    """The signals that are worth a thought, and the others."""
    found = list(signals)
    notes = tuple(_told(signal, library) for signal in found if signal.note)
    return notes, tuple(_told(signal, library) for signal in found if not signal.note)


def _told(signal: Signal, library: Library) -> WhyTold:
    day = f"{capfirst(date_format(signal.day, 'l j F'))}: " if signal.day is not None else ""
    return WhyTold(day + signal.text, sure_words(signal.sources, signal.grade, library.word))
