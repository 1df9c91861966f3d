"""How long a dose takes. Seconds are rounded up, so that a plan never runs over."""

from collections.abc import Sequence
from itertools import takewhile
from math import ceil
from typing import Protocol


class Dosed(Protocol):
    """Anything with a dose: sets, and repetitions, a hold or a duration for each set."""

    @property
    def sets(self) -> int: ...
    @property
    def reps(self) -> int | None: ...
    @property
    def hold_s(self) -> int | None: ...
    @property
    def duration_s(self) -> int | None: ...
    @property
    def per_side(self) -> bool: ...


def set_seconds(dose: Dosed, rep_s: float) -> float:
    """Seconds of work of one set on one side; `rep_s` is a repetition's time without its hold."""
    if dose.duration_s is not None:
        return float(dose.duration_s)
    if dose.reps is None:
        return float(dose.hold_s or 0)
    return dose.reps * (rep_s + (dose.hold_s or 0))


def item_seconds(dose: Dosed, *, rep_s: float, rest_s: int, change_s: int) -> int:
    """Seconds that an item takes: the change to it, work on both sides, and the rests between sets."""
    sides = 2 if dose.per_side else 1
    work = dose.sets * sides * set_seconds(dose, rep_s)
    return ceil(work + (dose.sets - 1) * rest_s + change_s)


def static_seconds(dose: Dosed) -> int:
    """Seconds that one side's muscle is held in a set-by-set hold, all sets together."""
    return dose.sets * (dose.reps or 1) * (dose.hold_s or 0)


def side_seconds(dose: Dosed, rep_s: float) -> float:
    """Seconds of work on one side, all sets together."""
    return dose.sets * set_seconds(dose, rep_s)


def nearest_level(ladder: Sequence[Dosed], dose: Dosed, rep_s: float) -> int:
    """The level up to which every rung of the ladder is no more work than the dose; 0 where none is."""
    work = side_seconds(dose, rep_s)
    fitting = takewhile(lambda n: side_seconds(ladder[n], rep_s) <= work, range(len(ladder)))
    return max(fitting, default=0)
