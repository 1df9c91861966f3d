"""An exercise: what it is, how it is done, every source's dose as given, and the ladder of levels."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from backstride.knowledge.schema.record import Id, Record, Text
from backstride.terms import Equipment, Grade, Position, Quality, Slot, Variable

Range = tuple[int, int]
Effort = Annotated[int, Field(ge=0, le=10)]


class SourceDose(Record):
    """A dose exactly as one source gives it; `None` where the source says nothing.

    Ranges are (lowest, highest); times in seconds; `sides` is what the source says of sides.
    """

    source: Id
    entry: Text
    name: Text
    sets: Range | None = None
    reps: Range | None = None
    hold_s: Range | None = None
    duration_s: Range | None = None
    rest_s: Range | None = None
    sides: Literal["each", "alternate", "switch", "none"] | None = None
    per_week: Range | None = None
    timing: tuple[Slot, ...] = ()
    note: str = ""


class Level(Record):
    """One rung of an exercise's ladder: the whole dose, and the one variable that is up from the rung below.

    `reps` are per side where `per_side`; a stretch has `hold_s` and no `reps`; a flow has `duration_s` alone.
    """

    variant: Text
    sets: Annotated[int, Field(ge=1, le=3)]
    reps: Annotated[int, Field(ge=1, le=30)] | None = None
    hold_s: Annotated[int, Field(ge=1, le=60)] | None = None
    duration_s: Annotated[int, Field(ge=10, le=180)] | None = None
    per_side: bool = False
    rest_s: Annotated[int, Field(ge=0, le=120)] = 0
    equipment: tuple[Equipment, ...] = ()
    raises: Variable | None = None
    sources: tuple[Id, ...]
    grade: Grade
    why: Text


class Contraindication(Record):
    """A screening question whose `yes` takes the exercise out of the week."""

    question: Id
    why: Text
    sources: tuple[Id, ...] = ()
    grade: Grade = "ours"


class Tempo(Record):
    """Seconds out and back of one repetition, its hold apart."""

    out_s: Annotated[float, Field(gt=0, le=15)]
    back_s: Annotated[float, Field(gt=0, le=15)]


class Exercise(Record):
    """One of the library's exercises.

    `regions` gives each region's share of the work (0-1). `stretches` names the muscles that a static
    stretch holds long. `pattern` is the movement pattern of strength work. `rep_s` is the time of one
    repetition without its hold, in seconds, and `tempo` its parts out and back; for a stretch, the time to
    get in and out. `effort` is the effort aimed at, lowest and highest, of 10. `alternate`: sides change with
    each repetition, and this is the side that begins; without it one side's set is done before the other's.
    """

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    family: Id
    position: Position
    quality: Quality
    pattern: Id
    regions: dict[Id, Annotated[float, Field(gt=0, le=1)]]
    stretches: tuple[Id, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    slots: tuple[Slot, ...]
    impact: bool = False
    gentle: bool = False
    steps: Annotated[tuple[Text, ...], Field(min_length=2)]
    cues: Annotated[tuple[Text, ...], Field(min_length=1)]
    breath: Text
    faults: tuple[Text, ...] = ()
    cautions: Annotated[tuple[Text, ...], Field(min_length=1)]
    contraindications: tuple[Contraindication, ...] = ()
    easier: Id | None = None
    harder: Id | None = None
    rep_s: Annotated[float, Field(gt=0, le=15)] = 4.0
    tempo: Tempo
    alternate: Literal["left", "right"] | None = None
    effort: tuple[Effort, Effort]
    doses: Annotated[tuple[SourceDose, ...], Field(min_length=1)]
    resolution: Text
    ladder: Annotated[tuple[Level, ...], Field(min_length=2)]
    feel: Text
    why: Text
    sources: tuple[Id, ...]
    ours: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.tempo.out_s + self.tempo.back_s != self.rep_s:
            raise ValueError("tempo: out_s and back_s must add up to rep_s")
        if self.effort[0] > self.effort[1]:
            raise ValueError("effort: the lowest comes first")
        return self
