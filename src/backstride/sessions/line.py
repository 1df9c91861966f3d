"""One line of a session before it has times: an exercise, its dose, and how its sides follow each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from backstride.knowledge.dose import Dosed
from backstride.knowledge.library import RuleSet
from backstride.knowledge.schema.exercise import Exercise
from backstride.knowledge.schema.movement import Movement, Phase
from backstride.sessions.script import SIDES, Breath, FigurePhase, Side


class CannotPlay(ValueError):
    """The dose leaves no time to change sides, or says of no work; the message names the exercise."""


class Rested(Dosed, Protocol):
    """A dose with its rest between sets, in seconds."""

    @property
    def rest_s(self) -> int | None: ...


@dataclass(frozen=True)
class Line:
    """An exercise at a dose, with the seconds that the plan counts for it.

    `first` is the side that begins; `alternate`: sides change with each repetition.
    """

    exercise: Exercise
    level: int
    dose: Rested
    seconds: int
    alternate: bool
    first: Side
    breaths: Mapping[FigurePhase, Breath]

    @property
    def rest_s(self) -> int:
        """Rest between sets."""
        return self.dose.rest_s or 0

    @property
    def sides(self) -> tuple[Side | None, ...]:
        """The sides in their order; one `None` where both work at once."""
        if not self.dose.per_side:
            return (None,)
        return (self.first, SIDES[1 - SIDES.index(self.first)])

    @property
    def reps_alternate(self) -> bool:
        """Whether one repetition is done on each side in turn."""
        return self.dose.per_side and self.alternate and self.dose.reps is not None


@dataclass(frozen=True)
class Times:
    """How the time to change to a line is shared out: getting there, the countdown, each change of sides."""

    change_s: int
    ready_s: int
    switch_s: int
    switch_after_set: bool


def times(line: Line, rules: RuleSet) -> Times:
    """The shares of a line's time to change.

    Raises:
        CannotPlay: too little is left for the changes of sides that the dose asks for.
    """
    whole, ready = rules.whole("session.change_s"), rules.whole("session.ready_s")
    least, most = (int(number) for number in rules.series("session.switch_s"))
    if not line.dose.per_side or line.reps_alternate:
        return Times(whole - ready, ready, 0, switch_after_set=False)
    # A rest between sets is time enough to go back to the first side.
    between = line.rest_s < least
    switches = line.dose.sets + (line.dose.sets - 1 if between else 0)
    each = min(most, (whole - ready) // switches)
    if each < least:
        raise CannotPlay(f"{line.exercise.id}: {switches} changes of sides do not fit into {whole} s")
    return Times(whole - ready - switches * each, ready, each, between)


def breaths(movement: Movement | None, variant: str) -> dict[FigurePhase, Breath]:
    """What the breath does in each phase of a movement, for most of its time."""
    if movement is None:
        return {}
    own = movement.variants.get(variant)
    phases = (own.phases if own is not None else None) or movement.phases
    return {phase: _most(phases, phase) for phase in ("start", "move", "hold", "return")}


def _most(phases: tuple[Phase, ...], name: FigurePhase) -> Breath:
    spent: dict[Breath, float] = {}
    for phase in phases:
        if phase.phase == name:
            spent[phase.breath] = spent.get(phase.breath, 0.0) + phase.seconds
    return max(spent, key=lambda breath: spent[breath], default="steady")
