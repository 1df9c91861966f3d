"""The new fact behind a change of the week: a missed session, another run, fewer minutes, a sore morning."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from backstride.coaching.logs import HARD
from backstride.decision import Item, PlannedDay
from backstride.knowledge import Library
from backstride.known import Known, weekday
from backstride.planning.days import PlanDay
from backstride.planning.fitness import fits_runner
from backstride.planning.planned import Coached
from backstride.terms import Slot

_TIMES: dict[Slot, str] = {
    "pre_run": "H3",
    "mid_run": "H4",
    "post_run": "H5",
    "cross": "H6",
    "recovery": "H6",
}
_SORE = ("dose.red", "dose.gap_red", "dose.light_week", "dose.ambers")  # doses that a light has lowered


@dataclass(frozen=True)
class Cause:
    """A rule and the message that tells the fact it answers to."""

    rule: str
    key: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Causes:
    """Finds the fact behind each change; `None` where it only follows from others."""

    known: Known
    library: Library
    coached: Coached
    days: tuple[PlanDay, ...]

    def removed(self, before: PlannedDay, day: date, exercise: str) -> Cause | None:
        """Why an exercise no longer stands on a day."""
        plan, record = self._plan(day), self.library.exercises.get(exercise)
        if record is None:
            return Cause("H12", "change.because_ruled_out")
        if exercise in plan.done_today:
            return Cause("H10", "change.because_done", {"day": self._name(day)})
        if not fits_runner(self.known, record):
            return Cause("H12", "change.because_ruled_out")
        prescription = self.coached.prescriptions.get(exercise)
        if prescription is not None and prescription.left is not None:
            return Cause("H13", "change.because_left")
        hard = record.quality in HARD
        return (
            self._other_run(before, plan)
            or (self._sore() if hard and plan.low_load else None)
            or (self._blocked(plan) if record.quality == "strength" else None)
            or self._less_time(before, plan)
        )

    def added(self, before: PlannedDay, day: date, exercise: str) -> Cause | None:
        """Why an exercise newly stands on a day."""
        return self._other_run(before, self._plan(day)) or self._missed(exercise)

    def dose(self, item: Item) -> Cause:
        """Why an exercise has another dose."""
        why = item.why[1:] or item.why
        if any(reason.key in _SORE for reason in why):
            sore = self._sore()
            if sore is not None:
                return sore
        rule = next((reason.rule for reason in item.why if reason.key.startswith("dose.")), "H13")
        return Cause(rule, "change.because_dose")

    def _other_run(self, before: PlannedDay, plan: PlanDay) -> Cause | None:
        kind = before.run.kind if before.run else None
        if kind == plan.kind:
            return None
        return Cause(_TIMES[plan.slots[-1]], "change.because_run", {"day": self._name(plan.day)})

    def _blocked(self, plan: PlanDay) -> Cause | None:
        """What keeps strength out of a day that held it."""
        if plan.blocked in ("before_hard_run", "before_race"):
            ahead = next((day for day in self._after(plan) if self._has_hard_run(day)), None)
            named = plan.day + timedelta(days=1) if ahead is None else ahead.day
            return Cause("H7", "change.because_run", {"day": self._name(named)})
        if plan.blocked == "too_soon":
            done = max((day for day in self._strength_days() if day <= plan.day), default=self.known.today)
            return Cause("H7", "change.because_strength", {"day": self._name(done)})
        return None

    def _less_time(self, before: PlannedDay, plan: PlanDay) -> Cause | None:
        taken = sum(session.minutes for session in before.sessions)
        if taken <= plan.minutes:
            return None
        return Cause("H8", "change.because_minutes", {"day": self._name(plan.day)})

    def _sore(self) -> Cause | None:
        """The latest amber or red light."""
        lit = [entry for entry in self.coached.lights.lights if entry.light != "green"]
        if not lit:
            return None
        return Cause("H14", "change.because_light", {"day": self._name(lit[-1].day), "light": lit[-1].light})

    def _missed(self, exercise: str) -> Cause | None:
        """A day of the week before that lies behind, held the exercise, and saw none of it done."""
        previous = self.known.scenario.previous_week
        for day in reversed(previous.days if previous else ()):
            held = {item.exercise for session in day.sessions if session.minutes for item in session.items}
            if day.day >= self.known.today or day.day in self.known.sessions_by_day:
                continue
            if exercise in held or (self._is_strength(exercise) and any(map(self._is_strength, held))):
                return Cause("O1", "change.because_missed", {"day": self._name(day.day)})
        return None

    def _is_strength(self, exercise: str) -> bool:
        record = self.library.exercises.get(exercise)
        return record is not None and record.quality == "strength"

    def _strength_days(self) -> list[date]:
        return [
            day
            for day, sessions in self.known.sessions_by_day.items()
            if any(self._is_strength(item.exercise) for session in sessions for item in session.items)
        ]

    def _after(self, plan: PlanDay) -> tuple[PlanDay, ...]:
        return self.days[plan.index + 1 :]

    def _has_hard_run(self, plan: PlanDay) -> bool:
        return plan.kind in ("long", "quality", "race")

    def _plan(self, day: date) -> PlanDay:
        return self.days[(day - self.known.today).days]

    def _name(self, day: date) -> str:
        return self.library.message(f"day.{weekday(day)}", {})
