"""Each exercise's own history, from the sessions that were logged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from backstride.knowledge import Library
from backstride.knowledge.schema.exercise import Level
from backstride.known import Known
from backstride.scenario import DoneItem, DoneSet
from backstride.terms import Quality

HARD: tuple[Quality, ...] = ("strength", "activation")


@dataclass(frozen=True)
class Entry:
    """A session that held an exercise: the level done last in it, and all its sets together.

    `full`: each time in it at that level, with as many sets as prescribed, every one the whole dose. `whole`:
    the same but for the number of sets, which a deload makes fewer.
    `effort`: the highest; `None` where it is not known of all.
    """

    day: date
    level: int
    sets: int
    full: bool
    whole: bool
    effort: float | None


def entries(known: Known, library: Library) -> dict[str, tuple[Entry, ...]]:
    """The entries of each exercise that was ever logged, oldest first."""
    found: dict[str, list[Entry]] = {}
    for session in known.sessions:
        for exercise in dict.fromkeys(item.exercise for item in session.items):
            items = [item for item in session.items if item.exercise == exercise]
            ladder = library.exercises[exercise].ladder
            found.setdefault(exercise, []).append(_entry(known.day_of(session.at), items, ladder))
    return {exercise: tuple(rows) for exercise, rows in found.items()}


def hard_sets(log: Mapping[str, tuple[Entry, ...]], library: Library, first: date, last: date) -> int:
    """Sets of strength and activation exercises logged from `first` to `last`, both included."""
    return sum(
        entry.sets
        for exercise, rows in log.items()
        if library.exercises[exercise].quality in HARD
        for entry in rows
        if first <= entry.day <= last
    )


def _entry(day: date, items: list[DoneItem], ladder: tuple[Level, ...]) -> Entry:
    level = min(items[-1].level, len(ladder) - 1)
    sets = sum(len(item.done) for item in items)
    efforts = [item.effort for item in items if item.effort is not None]
    steady = all(item.level == items[-1].level for item in items)
    whole = steady and all(_whole(done, ladder[level]) for item in items for done in item.done)
    full = whole and all(len(item.done) >= ladder[level].sets for item in items)
    return Entry(day, level, sets, full, whole, max(efforts) if len(efforts) == len(items) else None)


def _whole(done: DoneSet, level: Level) -> bool:
    return (
        _reached(level.reps, done.reps)
        and _reached(level.hold_s, done.hold_s)
        and _reached(level.duration_s, done.duration_s)
    )


def _reached(wanted: float | None, told: float | None) -> bool:
    return wanted is None or (told is not None and told >= wanted)
