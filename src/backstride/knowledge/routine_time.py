"""How long a routine takes: line by line, in each part of the day, and in all. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from backstride.knowledge.dose import item_seconds
from backstride.knowledge.schema.exercise import Exercise
from backstride.knowledge.schema.routine import Routine
from backstride.terms import Slot


@dataclass(frozen=True)
class SlotTime:
    """Lines done together, by their place in the routine; `slots` are those of which they fill any one."""

    slots: tuple[Slot, ...]
    lines: tuple[int, ...]
    seconds: int

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up."""
        return ceil(self.seconds / 60)


@dataclass(frozen=True)
class RoutineTime:
    """Seconds of each line with the change to it, of each part in the order of the slots, and in all."""

    lines: tuple[int, ...]
    parts: tuple[SlotTime, ...]
    seconds: int

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up."""
        return ceil(self.seconds / 60)


def routine_time(routine: Routine, exercises: Mapping[str, Exercise], *, change_s: int) -> RoutineTime:
    """The time of a routine done whole; `change_s` is the time to change to an exercise, in seconds."""
    lines = tuple(
        item_seconds(
            item.dose,
            rep_s=exercises[item.exercise].rep_s,
            rest_s=item.dose.rest_s,
            change_s=change_s,
        )
        for item in routine.items
    )
    places: dict[tuple[Slot, ...], list[int]] = {(slot,): [] for slot in routine.slots}
    for number, item in enumerate(routine.items):
        slots = (item.slot,) if item.slot is not None else routine.slots
        places.setdefault(slots, []).append(number)
    parts = tuple(
        SlotTime(slots, tuple(numbers), sum(lines[n] for n in numbers))
        for slots, numbers in places.items()
        if numbers
    )
    return RoutineTime(lines, parts, sum(lines))
