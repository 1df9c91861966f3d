"""A dose at its place, as the week shows it."""

from typing import Protocol

from backstride.decision import Item, Reason
from backstride.knowledge.dose import Dosed
from backstride.terms import Change


class Rested(Dosed, Protocol):
    """A dose with its rest between sets, in seconds."""

    @property
    def rest_s(self) -> int: ...


def item_of(
    exercise: str, level: int, dose: Rested, seconds: int, change: Change, why: tuple[Reason, ...]
) -> Item:
    """The item of an exercise at that dose; `seconds` is all the time that it takes."""
    return Item(
        exercise=exercise,
        level=level,
        sets=dose.sets,
        reps=dose.reps,
        hold_s=dose.hold_s,
        duration_s=dose.duration_s,
        per_side=dose.per_side,
        rest_s=dose.rest_s,
        seconds=seconds,
        change=change,
        why=why,
    )
