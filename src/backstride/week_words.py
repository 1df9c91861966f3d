"""Runs, days, exercises and how sure we are, in words: what every page of a week needs. Pure."""

from datetime import date

from backstride.decision import DayRun
from backstride.knowledge import Library
from backstride.terms import Grade
from backstride.wording import Word, grade_words, in_english

_RUNS = {
    "easy": "easy run",
    "long": "long run",
    "quality": "quality run",
    "race": "race",
    "cross": "cross-training",
    "rest": "rest day",
}
# A plain form needs no word.
_PLAIN = ("standard", "full")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def exercise_words(library: Library, exercise: str, level: int, *, plain: bool = False) -> str:
    """An exercise's name, with the variant of its level unless that is the usual one or `plain` is wanted."""
    record = library.exercises.get(exercise)
    if record is None:
        return exercise
    variant = record.ladder[level].variant if 0 <= level < len(record.ladder) else ""
    usual = plain or not variant or variant in _PLAIN
    return record.name if usual else f"{record.name}, {library.word(variant)}"


def run_words(run: DayRun | None, word: Word = in_english) -> str:
    """A planned run: `Easy run, 7 km, 42 min (inferred)`, or `(a guess)` of a calendar's title."""
    if run is None:
        return word("Nothing planned")
    parts = [word(_RUNS[run.kind]).capitalize()]
    if run.distance_m:
        parts.append(f"{km(run.distance_m)} km")
    if run.duration_s:
        parts.append(minutes(run.duration_s))
    mark = "inferred" if run.inferred else "a guess" if run.guessed else ""
    return ", ".join(parts) + (f" ({word(mark)})" if mark else "")


def km(metres: float) -> str:
    """Metres as kilometres with at most one decimal."""
    return f"{metres / 1000:.1f}".removesuffix(".0")


def minutes(seconds: float) -> str:
    """Seconds as `42 min` or `1 h 16 min`."""
    hours, rest = divmod(max(1, round(seconds / 60)) if seconds > 0 else 0, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def day_words(day: date, word: Word = in_english) -> str:
    """`Fri 20 Nov`."""
    return f"{word(_WEEKDAYS[day.weekday()])} {day.day} {word(_MONTHS[day.month - 1])}"


def sure_words(sources: tuple[str, ...], grade: Grade | None, word: Word = in_english) -> str:
    """Sources and grade in short: `S2, article`, `ours (S2)`, `ours`."""
    named = ", ".join(sources)
    if grade == "ours":
        return f"{word('ours')} ({named})" if named else word("ours")
    return ", ".join(filter(None, (named, grade_words(grade, word))))
