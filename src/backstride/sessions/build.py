"""Lays lines out in time, one after another, cue by cue."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from backstride.knowledge.dose import set_seconds
from backstride.knowledge.library import Library, RuleSet
from backstride.sessions import figure
from backstride.sessions.line import Line, Times, times
from backstride.sessions.script import Cue, CueKind, Side
from backstride.sessions.words import Words


@dataclass
class _Reel:
    """The cues so far; what is added begins where the last one ends."""

    cues: list[Cue] = field(default_factory=list)

    @property
    def now(self) -> float:
        return self.cues[-1].end_s if self.cues else 0.0

    def add(self, kind: CueKind, seconds: float, told: tuple[str, Any], **fields: Any) -> None:
        show, say = told
        cue = Cue(kind=kind, start_s=round(self.now, 6), seconds=seconds, show=show, say=say, **fields)
        self.cues.append(cue)


def cues(lines: Sequence[Line], library: Library, rules: RuleSet) -> tuple[Cue, ...]:
    """The cues of the lines in their order, and `done` with what the plan rounded up.

    Raises:
        CannotPlay: a line's time to change is too short for its changes of sides.
    """
    reel = _Reel()
    for number, line in enumerate(lines):
        after = lines[number + 1].exercise.id if number + 1 < len(lines) else None
        _Layer(reel, line, times(line, rules), Words(library, line), after).lay(first=number == 0)
    left = sum(line.seconds for line in lines) - reel.now
    reel.add("done", round(left, 6), (library.messages["cue.done"], ()))
    return tuple(reel.cues)


@dataclass(frozen=True)
class _Layer:
    """Lays one line."""

    reel: _Reel
    line: Line
    times: Times
    words: Words
    after: str | None

    def lay(self, *, first: bool) -> None:
        line, side = self.line, self.line.sides[0]
        if self.times.change_s:
            seconds = float(self.times.change_s)
            told = self.words.change(seconds, first=first)
            self._add("change", seconds, told, None, figure=figure.still(line, seconds, side))
        seconds = float(self.times.ready_s)
        # Where sides alternate neither is the side of the set.
        named = None if line.reps_alternate else side
        parts = figure.getting_ready(line, seconds, side)
        self._add("ready", seconds, self.words.ready(seconds, named), named, figure=parts, set=1)
        for number in range(1, line.dose.sets + 1):
            self._set(number)
            if number < line.dose.sets:
                self._between(number + 1)

    def _set(self, number: int) -> None:
        if self.line.reps_alternate:
            self._work(number, self.line.sides)
            return
        for place, side in enumerate(self.line.sides):
            if place:
                self._switch(side, None, number)
            self._work(number, (side,))

    def _work(self, number: int, sides: Sequence[Side | None]) -> None:
        line, dose = self.line, self.line.dose
        if dose.duration_s is None and dose.reps is not None:
            for rep in range(1, dose.reps + 1):
                for side in sides:
                    self._rep(number, rep, side, second=side != sides[0])
            return
        (side,) = sides
        seconds = set_seconds(dose, line.exercise.rep_s)
        if dose.duration_s is not None:
            parts = figure.flowing(line, seconds, side)
            self._add("flow", seconds, self.words.flow(parts, side), side, figure=parts, set=number)
        else:
            parts = figure.held(line, seconds, side)
            self._add("hold", seconds, self.words.hold(seconds, side), side, figure=parts, set=number)

    def _rep(self, number: int, rep: int, side: Side | None, *, second: bool) -> None:
        parts = figure.repetition(self.line, side)
        # Told once, when the first repetition has been understood.
        breathe = number == 1 and rep == 2 and not second and side in (None, self.line.first)
        told = self.words.repetition(parts, rep, side, second=second, breathe=breathe)
        seconds, reps = sum(part.seconds for part in parts), self.line.dose.reps
        self._add("rep", seconds, told, side, figure=parts, set=number, rep=rep, reps=reps)

    def _between(self, number: int) -> None:
        """From one set to the next, by a rest or a change of sides."""
        last, side, seconds = self.line.sides[-1], self.line.sides[0], float(self.line.rest_s)
        if seconds:
            parts = figure.between(self.line, seconds, last, side)
            named = None if self.line.reps_alternate else side
            told = self.words.rest(seconds, named, number)
            self._add("rest", seconds, told, None, figure=parts, set=number)
        if self.times.switch_after_set:
            self._switch(side, number, number)

    def _switch(self, side: Side | None, called: int | None, number: int) -> None:
        if side is None or not self.times.switch_s:
            return
        seconds = float(self.times.switch_s)
        before = next(other for other in self.line.sides if other != side)
        parts = figure.between(self.line, seconds, before, side)
        told = self.words.switch(seconds, side, called)
        self._add("switch", seconds, told, side, figure=parts, set=number)

    def _add(
        self, kind: CueKind, seconds: float, told: tuple[str, Any], side: Side | None, **fields: Any
    ) -> None:
        line = self.line
        self.reel.add(
            kind,
            seconds,
            told,
            exercise=line.exercise.id,
            level=line.level,
            sets=line.dose.sets,
            side=side,
            next=self.after,
            **fields,
        )
