"""Doses, runs, days and grades in words. Pure."""

from datetime import date
from typing import Protocol

from backstride.decision import DayRun
from backstride.knowledge import Library
from backstride.knowledge.dose import Dosed
from backstride.terms import Grade, Slot

_RUNS = {
    "easy": "easy run",
    "long": "long run",
    "quality": "quality run",
    "race": "race",
    "cross": "cross-training",
    "rest": "rest day",
}
_SLOTS: dict[Slot, str] = {
    "pre_run": "Before the run",
    "mid_run": "On the run",
    "post_run": "After the run",
    "cross": "Strength and mobility",
    "recovery": "Gentle mobility",
}
_GRADES = {"source": "article"}
# A plain form needs no word.
_PLAIN = ("standard", "full")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Rested(Dosed, Protocol):
    """A dose with the rest between its sets."""

    @property
    def rest_s(self) -> int | None: ...


def dose_words(dose: Dosed) -> str:
    """A dose as a person says it: `2 x 8 each side, 3 s hold`, `2 x 30 s each side`, `90 s`."""
    times = f"{dose.sets} x " if dose.sets > 1 else ""
    side = " each side" if dose.per_side else ""
    if dose.duration_s is not None:
        return f"{times}{dose.duration_s} s{side}"
    if dose.reps is None:
        return f"{times}{dose.hold_s or 0} s{side}"
    # One repetition of a hold is a hold.
    if dose.reps == 1 and dose.hold_s:
        return f"{times}{dose.hold_s} s{side}"
    hold = f", {dose.hold_s} s hold" if dose.hold_s else ""
    return f"{times}{dose.reps}{'' if times or side else ' times'}{side}{hold}"


def rest_words(dose: Rested) -> str:
    """The rest between sets, or nothing where there is none."""
    return f"{dose.rest_s} s rest" if dose.rest_s and dose.sets > 1 else ""


def exercise_words(library: Library, exercise: str, level: int, *, plain: bool = False) -> str:
    """An exercise's name, with the variant of its level unless that is the usual one or `plain` is wanted."""
    record = library.exercises.get(exercise)
    if record is None:
        return exercise
    variant = record.ladder[level].variant if 0 <= level < len(record.ladder) else ""
    return record.name if plain or not variant or variant in _PLAIN else f"{record.name}, {variant}"


def run_words(run: DayRun | None) -> str:
    """A planned run: `Easy run, 7 km, 42 min (inferred)`."""
    if run is None:
        return "Nothing planned"
    parts = [_RUNS[run.kind].capitalize()]
    if run.distance_m:
        parts.append(f"{km(run.distance_m)} km")
    if run.duration_s:
        parts.append(minutes(run.duration_s))
    return ", ".join(parts) + (" (inferred)" if run.inferred else "")


def km(metres: float) -> str:
    """Metres as kilometres with at most one decimal."""
    return f"{metres / 1000:.1f}".removesuffix(".0")


def minutes(seconds: float) -> str:
    """Seconds as `42 min` or `1 h 16 min`."""
    hours, rest = divmod(max(1, round(seconds / 60)) if seconds > 0 else 0, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def day_words(day: date) -> str:
    """`Fri 20 Nov`."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def slot_words(slot: Slot) -> str:
    """When a session is, as a heading."""
    return _SLOTS[slot]


def grade_words(grade: Grade | None) -> str:
    """How well something is known, in a word or two; empty where nothing is said of it."""
    return "" if grade is None else _GRADES.get(grade, str(grade))


def sure_words(sources: tuple[str, ...], grade: Grade | None) -> str:
    """Sources and grade in short: `S2, article`, `ours (S2)`, `ours`."""
    named = ", ".join(sources)
    if grade == "ours":
        return f"ours ({named})" if named else "ours"
    return ", ".join(filter(None, (named, grade_words(grade))))
