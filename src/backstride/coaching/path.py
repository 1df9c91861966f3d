"""Each exercise's way through the log: level, light and step of every session, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from backstride.coaching.dose import Dose, Prescription
from backstride.coaching.light import Lights
from backstride.coaching.logs import Entry
from backstride.coaching.next_step import NextStep
from backstride.coaching.past import Past
from backstride.coaching.phase import Phase
from backstride.decision import Item, Reason, Week
from backstride.knowledge import Library
from backstride.known import WEEK, Known
from backstride.saying import reason
from backstride.terms import Light
from backstride.values import Day, Value

StepKind = Literal["new", "up", "same", "down", "restart", "deload", "swap"]


class Step(Value):
    """A session that held an exercise: sets as done, the rest as its level has it (seconds; per side).

    `full`: every set that was due, in full. `light` is the day's, `None` where it is not known.
    """

    day: Day
    level: int
    sets: int
    reps: int | None = None
    hold_s: int | None = None
    duration_s: int | None = None
    per_side: bool = False
    full: bool
    effort: float | None = None
    light: Light | None = None
    step: StepKind
    why: tuple[Reason, ...]


class Now(Value):
    """An exercise in the week that is decided: the days that hold it and its dose, or why it is absent."""

    days: tuple[Day, ...] = ()
    item: Item | None = None
    step: StepKind | None = None
    why: tuple[Reason, ...]


class Path(Value):
    """An exercise's sessions, oldest first, its place in this week, and what would earn the next step."""

    exercise: str
    steps: tuple[Step, ...]
    now: Now
    next: tuple[Reason, ...]


@dataclass(frozen=True)
class Walker:
    """Tells the path of each exercise. `past` coaches on days gone by; the rest is what was found for now."""

    known: Known
    library: Library
    log: Mapping[str, tuple[Entry, ...]]
    lights: Lights
    doses: Mapping[str, Prescription]
    phase: Phase
    past: Past
    week: Week

    def paths(self) -> tuple[Path, ...]:
        """Every exercise that was ever done or is in this week, in the library's order."""
        placed = {item.exercise for day in self.week.days for s in day.sessions for item in s.items}
        return tuple(self.path(id_) for id_ in self.library.exercises if id_ in self.log or id_ in placed)

    def path(self, exercise: str) -> Path:
        """The path of one exercise."""
        rows = self.log.get(exercise, ())
        told = NextStep(self.known, self.library, self.past.rules, self.lights, self.phase)
        following = (
            told.of(self.doses[exercise], rows)
            if self.week.routine is None
            else (reason(self.library, "P", "next.routine", grade="source"),)
        )
        return Path(
            exercise=exercise,
            steps=tuple(self._steps(exercise, rows)),
            now=self._now(exercise),
            next=following,
        )

    def _steps(self, exercise: str, rows: tuple[Entry, ...]) -> Iterator[Step]:
        before: Entry | None = None
        for row in rows:
            dose, due = self._decided(exercise, row, before)
            rung = self.library.exercises[exercise].ladder[row.level]
            why = dose.why if dose is not None else (self._own(due),)
            yield Step(
                day=row.day,
                level=row.level,
                sets=row.sets,
                reps=rung.reps,
                hold_s=rung.hold_s,
                duration_s=rung.duration_s,
                per_side=rung.per_side,
                full=row.full or (row.whole and dose is not None and row.sets >= dose.rung.sets),
                effort=row.effort,
                light=self.lights.of(row.day),
                step=_kind(row.level, before.level if before else None, why),
                why=why,
            )
            before = row

    def _decided(self, exercise: str, row: Entry, before: Entry | None) -> tuple[Dose | None, int]:
        """The dose that coaching gave for a session, and the level that was due on its day.

        A week is decided on one of the seven days up to the session: the latest that gives what was done, the
        number of sets too where one does. `None`: none of them gives that level.
        """
        found: list[Dose] = []
        for back in range(WEEK):
            day = row.day - timedelta(days=back)
            if before is not None and back and day <= before.day:
                break
            given = self.past.on(day)[exercise]
            doses = [dose for dose in (given.usual, given.up) if dose is not None and dose.level == row.level]
            whole = next((dose for dose in doses if dose.rung.sets == row.sets), None)
            if whole is not None:
                return whole, row.level
            found += doses
        return (found[0] if found else None), self.past.on(row.day)[exercise].usual.level

    def _own(self, due: int) -> Reason:
        return reason(self.library, "P", "path.own", parameter="progress.sessions", level=due)

    def _now(self, exercise: str) -> Now:
        found = [
            (day.day, item)
            for day in self.week.days
            for session in day.sessions
            for item in session.items
            if item.exercise == exercise
        ]
        if found:
            item = found[0][1]
            logged = self.doses[exercise].logged
            days = tuple(dict.fromkeys(day for day, _ in found))
            return Now(days=days, item=item, step=_kind(item.level, logged, item.why), why=item.why)
        swap = next((swap for swap in self.week.swaps if swap.exercise == exercise), None)
        absent = reason(self.library, "O2", "path.absent", parameter="objective.need_rates")
        return Now(why=(swap.why if swap is not None else absent,))


def _kind(level: int, before: int | None, why: tuple[Reason, ...]) -> StepKind:
    """What a step is: a restart and a swap are more than their levels."""
    keys = {reason.key for reason in why}
    if any(key.startswith("swap.") for key in keys) and (before is None or "dose.restart" in keys):
        return "swap"
    if before is None:
        return "new"
    if "dose.restart" in keys:
        return "restart"
    if level != before:
        return "up" if level > before else "down"
    return "deload" if "dose.deload" in keys else "same"
