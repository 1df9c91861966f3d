"""Doses, times of day and grades in words: what every page of the library needs. Pure."""

from typing import Protocol

from backstride.knowledge.dose import Dosed
from backstride.knowledge.schema.exercise import Range, SourceDose
from backstride.knowledge.schema.routine import Routine, RoutineItem
from backstride.terms import Grade, Slot

_SLOTS: dict[Slot, str] = {
    "pre_run": "Before the run",
    "mid_run": "On the run",
    "post_run": "After the run",
    "cross": "Strength and mobility",
    "recovery": "Gentle mobility",
}
_GRADES = {"source": "article"}
_SIDES = {
    "each": "each side",
    "alternate": "alternating sides",
    "switch": "change sides",
    "none": "both at once",
}
_A_WEEK = ("{n} time a week", "{n} times a week")


class Word(Protocol):
    """A word or short phrase in the language of the page, filled with the values."""

    def __call__(self, english: str, **values: object) -> str: ...


def in_english(english: str, **values: object) -> str:
    """The phrase as it stands, filled with the values."""
    return english.format_map(values) if values else english


class Rested(Dosed, Protocol):
    """A dose with the rest between its sets."""

    @property
    def rest_s(self) -> int | None: ...


def dose_words(dose: Dosed, word: Word = in_english) -> str:
    """A dose as a person says it: `2 x 8 each side, 3 s hold`, `2 x 30 s each side`, `90 s`."""
    times = f"{dose.sets} x " if dose.sets > 1 else ""
    side = f" {word('each side')}" if dose.per_side else ""
    if dose.duration_s is not None:
        return f"{times}{dose.duration_s} s{side}"
    if dose.reps is None:
        return f"{times}{dose.hold_s or 0} s{side}"
    # One repetition of a hold is a hold.
    if dose.reps == 1 and dose.hold_s:
        return f"{times}{dose.hold_s} s{side}"
    hold = f", {word('{n} s hold', n=dose.hold_s)}" if dose.hold_s else ""
    reps = str(dose.reps) if times or side else word("{n} times", n=dose.reps)
    return f"{times}{reps}{side}{hold}"


def rest_words(dose: Rested, word: Word = in_english) -> str:
    """The rest between sets, or nothing where there is none."""
    return word("{n} s rest", n=dose.rest_s) if dose.rest_s and dose.sets > 1 else ""


def rested_dose_words(dose: Rested, word: Word = in_english) -> str:
    """A dose with its rest: `2 x 8 each side, 3 s hold, 30 s rest`."""
    return ", ".join(filter(None, (dose_words(dose, word), rest_words(dose, word))))


def source_dose_words(dose: SourceDose, word: Word = in_english) -> str:
    """A source's dose as it stands there, with what it does not say left out."""
    found = [
        _some(dose.sets, "{n} set", "{n} sets", word),
        _some(dose.reps, "{n} time", "{n} times", word),
        _some(dose.hold_s, "{n} s hold", "{n} s hold", word),
        _some(dose.duration_s, "{n} s", "{n} s", word),
        word(_SIDES[dose.sides]) if dose.sides else "",
        _some(dose.rest_s, "{n} s rest", "{n} s rest", word),
        _some(dose.per_week, *_A_WEEK, word),
        ", ".join(slot_words(slot, word).lower() for slot in dose.timing),
    ]
    return ", ".join(filter(None, found)) or word("no dose")


def routine_line_words(item: RoutineItem, word: Word = in_english) -> str:
    """The dose of a routine's line: `5 each side, 3 s hold, changing sides every time`."""
    sides = word("changing sides every time") if item.alternate else ""
    return ", ".join(filter(None, (dose_words(item.dose, word), sides, rest_words(item.dose, word))))


def often_words(routine: Routine, word: Word = in_english) -> str:
    """How often a routine is meant to be done; empty where its source does not say."""
    return word("with every run") if routine.every_run else _some(routine.per_week, *_A_WEEK, word)


def slots_words(slots: tuple[Slot, ...], word: Word = in_english) -> str:
    """Several times of day in a row: `After the run, strength and mobility`."""
    return ", ".join(slot_words(slot, word) for slot in slots).capitalize()


def slot_words(slot: Slot, word: Word = in_english) -> str:
    """When a session is, as a heading."""
    return word(_SLOTS[slot])


def grade_words(grade: Grade | None, word: Word = in_english) -> str:
    """How well something is known, in a word or two; empty where nothing is said of it."""
    return "" if grade is None else word(_GRADES.get(grade, str(grade)))


def _some(amount: Range | None, one: str, many: str, word: Word) -> str:
    """An amount in its phrase: `1 set`, `8 to 10 times`; empty where there is none."""
    if amount is None:
        return ""
    low, high = amount
    n = str(low) if low == high else word("{first} to {last}", first=low, last=high)
    return word(one if high == 1 else many, n=n)
