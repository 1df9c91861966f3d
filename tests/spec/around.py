"""What is asked of all that stands around a week: what it lacks and follows, what to read, what changed."""

from collections.abc import Callable
from typing import Any

from backstride.decision import Decision, Shortfall


def _shortfalls(decision: Decision) -> tuple[Shortfall, ...]:
    return decision.week.shortfalls if decision.week else ()


def _because(decision: Decision, told: dict[str, str]) -> dict[str, str]:
    """The words that were told, where the reason of a shortfall of the rule holds them; else the reason."""
    return {
        rule: _said([s.because for s in _shortfalls(decision) if s.rule == rule], t)
        for rule, t in told.items()
    }


def _mended(decision: Decision, told: dict[str, str]) -> dict[str, str]:
    return {
        rule: _said([s.smallest_change or "" for s in _shortfalls(decision) if s.rule == rule], words)
        for rule, words in told.items()
    }


def _said(texts: list[str], words: str) -> str:
    return words if any(words in text for text in texts) else "; ".join(texts)


def _read(decision: Decision, told: list[str]) -> list[str]:
    lessons = [lesson.lesson for lesson in decision.lessons]
    return [lesson for lesson in told if lesson in lessons]


def _changed(decision: Decision) -> list[int]:
    if decision.week is None:
        return []
    first = decision.week.days[0].day
    return sorted({(change.day - first).days for change in decision.week.changes})


AROUND: dict[str, Callable[[Decision, Any], Any]] = {
    "short_of": lambda d, t: [rule for rule in t if any(s.rule == rule for s in _shortfalls(d))],
    "not_short_of": lambda d, t: [rule for rule in t if all(s.rule != rule for s in _shortfalls(d))],
    "short_because": _because,
    "mended_by": _mended,
    "routine": lambda d, t: d.week.routine if d.week else None,
    "yields": lambda d, t: list(d.week.yields) if d.week else [],
    "read": _read,
    "not_read": lambda d, t: [lesson for lesson in t if lesson not in _read(d, t)],
    "lessons_at_most": lambda d, t: max(t, len(d.lessons)),
    "changed_in": lambda d, t: _changed(d),
    "confirm_in": lambda d, t: [
        (line.day - d.week.days[0].day).days for line in d.runs if line.confirm and d.week is not None
    ],
}
