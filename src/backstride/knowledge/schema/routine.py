"""A routine as its source writes it: the exercises in order, their doses, when, and how often."""

from typing import Annotated

from pydantic import Field

from backstride.knowledge.schema.record import Id, Record, Text
from backstride.terms import Grade, Slot


class RoutineDose(Record):
    """The dose of one line of a routine. Times in seconds."""

    sets: Annotated[int, Field(ge=1, le=12)] = 1
    reps: Annotated[int, Field(ge=1, le=30)] | None = None
    hold_s: Annotated[int, Field(ge=1, le=60)] | None = None
    duration_s: Annotated[int, Field(ge=10, le=180)] | None = None
    per_side: bool = False
    rest_s: Annotated[int, Field(ge=0, le=120)] = 0


class RoutineItem(Record):
    """A line of a routine. `slot` where the source ties the line to a time around the run.

    `alternate` where the source changes sides after every repetition; else one side is done after the other.
    """

    exercise: Id
    slot: Slot | None = None
    dose: RoutineDose
    alternate: bool = False
    ours: tuple[Text, ...] = ()


class Routine(Record):
    """A source's routine. `per_week` is (lowest, highest); `slots` are where the source places it."""

    id: Id
    aliases: tuple[Id, ...] = ()
    name: Text
    source: Id
    slots: tuple[Slot, ...]
    every_run: bool = False
    per_week: tuple[int, int] | None = None
    items: Annotated[tuple[RoutineItem, ...], Field(min_length=1)]
    note: Text
    grade: Grade = "source"
