"""What would earn an exercise's next step, or why there is none to earn."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from backstride.coaching.dose import COMFORT, Prescription
from backstride.coaching.earning import Earning
from backstride.coaching.light import Lights
from backstride.coaching.logs import Entry
from backstride.coaching.phase import Phase, gap
from backstride.decision import Reason
from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.saying import reason


@dataclass(frozen=True)
class NextStep:
    """Tells what is still wanted for a step up, in the week that is decided."""

    known: Known
    library: Library
    rules: RuleSet
    lights: Lights
    phase: Phase

    def of(self, prescription: Prescription, rows: tuple[Entry, ...]) -> tuple[Reason, ...]:
        """The conditions that are not met, or that the step is earned; never empty."""
        ended = self._ended(prescription)
        return (ended,) if ended is not None else tuple(self._wanted(prescription, rows))

    def _ended(self, prescription: Prescription) -> Reason | None:
        """Why nothing is to be earned: it is earned already, or the ladder has no further step for now."""
        exercise, level = prescription.exercise, prescription.usual.level
        if prescription.left is not None:
            days = self.rules.whole("leave.days") - self.known.days_ago(prescription.left.day)
            return self._why("H13", "next.left", "leave.days", days=days)
        if prescription.up is not None:
            return self._why("P", "next.earned", "progress.sessions", level=prescription.up.level)
        harder = self.library.exercises.get(exercise.harder or "")
        if level == len(exercise.ladder) - 1:
            if prescription.mastered and harder is not None:
                return self._why(
                    "P", "next.mastered", "progress.sessions", exercise=harder.id, name=harder.name
                )
            return None if harder is not None else self._why("P", "next.top", "progress.sessions")
        house = {*self.known.scenario.runner.equipment, *COMFORT}
        missing = sorted(set(exercise.ladder[level + 1].equipment) - house)
        if missing:
            things = ", ".join(self.library.word(thing) for thing in missing)
            return reason(self.library, "H12", "next.equipment", grade="source", things=things)
        return None

    def _wanted(self, prescription: Prescription, rows: tuple[Entry, ...]) -> Iterator[Reason]:
        yield from self._week()
        earning = Earning(self.known, self.rules, self.lights, self.phase, rows)
        there = bool(rows) and rows[-1].level == prescription.usual.level
        good = earning.in_a_row() if there else 0
        if good < earning.needed:
            effort = f"{self.rules.number('progress.effort'):g}"
            values = {"n": earning.needed - good, "of": earning.needed, "effort": effort}
            yield self._why("P", "next.sessions", "progress.sessions", **values)
            if there and good == 0:
                yield from self._last(rows[-1])
        away = gap(self.known, rows) if rows else 0
        if away >= self.rules.whole("gap.repeat_days"):
            yield self._why("H16", "next.gap", "gap.repeat_days", days=away)
        if earning.wait_days() > 0:
            yield self._why("H13", "next.wait", "progress.up_days", days=earning.wait_days())

    def _week(self) -> Iterator[Reason]:
        """What the whole week speaks against a step up."""
        if self.phase.low_load_week:
            yield self._why("H1", "next.soon", "low_load.level")
        if self.phase.deload:
            yield self._why("H15", "next.deload", "deload.every_weeks")
        if self.lights.paused:
            yield self._why("H14", "next.paused", "red.pause_days")
        elif self.lights.low_load:
            yield self._why("H14", "next.low_load", "red.low_load_hours")

    def _last(self, row: Entry) -> Iterator[Reason]:
        """What the last session lacked."""
        light = self.lights.of(row.day)
        if light is None:
            yield self._why("L", "next.unlit", "light.green_rise")
        elif light != "green":
            yield self._why("L", "next.sore", "light.green_during", light=light)
        if not row.full:
            yield self._why("P", "next.short", "progress.sessions")
        if row.effort is None:
            yield self._why("P", "next.effort_unknown", "progress.effort")
        elif row.effort > self.rules.number("progress.effort"):
            yield self._why("P", "next.effort", "progress.effort", effort=f"{row.effort:g}")

    def _why(self, rule: str, key: str, parameter: str, **values: Any) -> Reason:
        return reason(self.library, rule, key, parameter=parameter, **values)
