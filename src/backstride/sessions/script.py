"""A session's script: timed cues that every player and export reads. Times in seconds."""

from typing import Literal

from backstride.terms import Slot
from backstride.values import Value

CueKind = Literal["change", "ready", "rep", "hold", "flow", "switch", "rest", "done"]
Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")
FigurePhase = Literal["start", "move", "hold", "return"]
Breath = Literal["in", "out", "steady"]

WORK: tuple[CueKind, ...] = ("rep", "hold", "flow")


class Part(Value):
    """What the figure does from `at_s` of its cue on: a phase of the movement, and how far it is in it.

    `begin` and `end` are 0 in the starting pose and 1 in the telling one. `turn` is 1 for the second of two
    sides that alternate, else 0. `side` is the side that works, `None` where both do.
    """

    phase: FigurePhase
    at_s: float
    seconds: float
    begin: float
    end: float
    side: Side | None = None
    turn: Literal[0, 1] = 0
    breath: Breath = "steady"


class Utterance(Value):
    """Words to say from `at_s` of their cue on."""

    at_s: float
    text: str


class Cue(Value):
    """A stretch of the session in which one thing is done.

    `change`: get to an exercise. `ready`: a countdown. `rep`: one repetition with its hold. `hold`: that of a
    set. `flow`: moving on for a time. `switch`: change sides. `rest`: between sets. `done`: the end.

    `set` of `sets` and `rep` of `reps` (on that side) count from 1, `None` where nothing is counted. `side`
    is `None` where both work, or neither. `show` is at most nine words. The parts of `figure` fill the cue
    without a gap (`done` has none). `next` is the exercise after this one.
    """

    kind: CueKind
    start_s: float
    seconds: float
    exercise: str | None = None
    level: int | None = None
    set: int | None = None
    sets: int | None = None
    side: Side | None = None
    rep: int | None = None
    reps: int | None = None
    show: str
    say: tuple[Utterance, ...] = ()
    figure: tuple[Part, ...] = ()
    next: str | None = None

    @property
    def end_s(self) -> float:
        """When it ends, from the start of the session."""
        return self.start_s + self.seconds


class Card(Value):
    """A move of the card for a run: its dose without a clock. `alternate`: each repetition changes sides."""

    exercise: str
    level: int
    sets: int
    reps: int | None = None
    hold_s: int | None = None
    duration_s: int | None = None
    per_side: bool = False
    alternate: bool = False
    show: str
    say: str


class Script(Value):
    """A session from its first second to its last; `seconds` is what the plan counts for it.

    The cues follow each other without a gap; the last is `done`. A card for a run has `cards` and no cues.
    """

    slot: Slot | None = None
    routine: str | None = None
    seconds: int
    cues: tuple[Cue, ...] = ()
    cards: tuple[Card, ...] = ()
