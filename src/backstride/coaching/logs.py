"""Each exercise's own history, from the sessions that were logged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from backstride.knowledge import Library
from backstride.knowledge.schema.exercise import Level
from backstride.known import Known
from backstride.scenario import DoneItem
from backstride.terms import Quality

HARD: tuple[Quality, ...] = ("strength", "activation")


@dataclass(frozen=True)
class Entry:
    """One time that an exercise was done. `full`: every prescribed set at the prescribed dose."""

    day: date
    level: int
    sets: int
    full: bool
    effort: float | None


def entries(known: Known, library: Library) -> dict[str, tuple[Entry, ...]]:
    """The entries of each exercise that was ever logged, oldest first."""
    found: dict[str, list[Entry]] = {}
    for session in known.sessions:
        for item in session.items:
            ladder = library.exercises[item.exercise].ladder
            level = min(item.level, len(ladder) - 1)
            found.setdefault(item.exercise, []).append(
                Entry(
                    known.day_of(session.at), level, len(item.done), _full(item, ladder[level]), item.effort
                )
            )
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


def _full(item: DoneItem, level: Level) -> bool:
    good = [
        done
        for done in item.done
        if (level.reps is None or (done.reps or 0) >= level.reps)
        and (level.hold_s is None or (done.hold_s or 0) >= level.hold_s)
        and (level.duration_s is None or (done.duration_s or done.hold_s or 0) >= level.duration_s)
    ]
    return len(good) >= level.sets
