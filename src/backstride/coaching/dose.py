"""The level and dose of each exercise this week: what the log, the light and the gaps allow."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Any

from backstride.coaching.earning import Earning
from backstride.coaching.findings import baseline
from backstride.coaching.leave import Left, left
from backstride.coaching.light import Lights
from backstride.coaching.logs import HARD, Entry
from backstride.coaching.phase import Phase, gap
from backstride.decision import Reason
from backstride.knowledge import Library, RuleSet
from backstride.knowledge.schema.exercise import Exercise, Level
from backstride.known import Known
from backstride.saying import reason
from backstride.terms import Change

COMFORT = frozenset({"mat"})  # good to have, never needed
_LOWERING = ("dose.red", "dose.gap", "dose.gap_red", "dose.ambers")  # what says that a level went down


@dataclass(frozen=True)
class Dose:
    """A dose that the planner may use, how it differs from the last time, and why."""

    level: int
    rung: Level
    change: Change
    why: tuple[Reason, ...]


@dataclass(frozen=True)
class Prescription:
    """What coaching allows of one exercise: its dose, one level up where earned.

    `left`: it kept hurting and is left alone. `mastered`: a step up was earned at its top.
    """

    exercise: Exercise
    logged: int | None
    usual: Dose
    up: Dose | None
    left: Left | None = None
    mastered: bool = False

    @property
    def new(self) -> bool:
        return self.logged is None


def prescriptions(
    known: Known,
    library: Library,
    rules: RuleSet,
    log: Mapping[str, tuple[Entry, ...]],
    lights: Lights,
    phase: Phase,
) -> dict[str, Prescription]:
    """The prescription of every exercise of the library."""
    start = start_level(known, rules, lights)
    sore = left(known, rules, log, lights)
    found = {}
    for exercise in library.exercises.values():
        rows = log.get(exercise.id, ())
        coach = _Coach(known, library, rules, lights, phase, exercise, rows, start)
        found[exercise.id] = coach.prescribe(sore.get(exercise.id))
    return found


def start_level(known: Known, rules: RuleSet, lights: Lights) -> int:
    """The level that a new exercise begins with: by experience; lower with pain, after a red, coming back."""
    level = rules.whole(f"start.level_{known.scenario.runner.experience}")
    # The week with this morning and the week before it: the sorer of the two.
    days = (known.today, known.today + timedelta(days=1))
    usual = max(baseline(known, rules, day) or 0 for day in days)
    if usual >= rules.number("start.pain_easy"):
        return 0
    if lights.low_load:
        level -= rules.whole("red.levels_down")
    if usual > rules.number("start.pain_free") or known.scenario.runner.goal == "return":
        level = min(level, rules.whole("start.level_regular"))
    return max(0, level)


def deloaded(rung: Level, rules: RuleSet) -> Level:
    """The same rung with the sets of a deload week."""
    return rung.model_copy(update={"sets": ceil(rung.sets * rules.series("deload.keep")[0] - 1e-9)})


@dataclass(frozen=True)
class _Coach:
    known: Known
    library: Library
    rules: RuleSet
    lights: Lights
    phase: Phase
    exercise: Exercise
    rows: tuple[Entry, ...]
    start: int

    def prescribe(self, left: Left | None) -> Prescription:
        logged = self.rows[-1].level if self.rows else None
        top, why_capped = self._cap()
        wanted, why = self._wanted(logged)
        level = min(wanted, top)
        if level < wanted:
            why = why_capped
        elif logged == 0 and why.key in _LOWERING:
            why = self._why("H13", "dose.lowest", parameter="start.level_new")
        change: Change = "new" if logged is None else "down" if level < logged else "same"
        up, earned = None, level == logged and self._earned()
        mastered = earned and level == len(self.exercise.ladder) - 1
        if earned and level < top:
            up = self._dose(level + 1, "up", self._why("H13", "dose.up", parameter="progress.sessions"))
        usual = self._dose(level, change, why)
        return Prescription(self.exercise, logged, usual, up, left, mastered)

    def _wanted(self, logged: int | None) -> tuple[int, Reason]:
        """The level before caps, and its main reason."""
        if logged is None:
            level = min(self.start, len(self.exercise.ladder) - 1)
            parameter = f"start.level_{self.known.scenario.runner.experience}"
            return level, self._why("H13", "dose.start", parameter=parameter, level=level)
        away = gap(self.known, self.rows)
        red = self._red_since()
        level = logged - (self.rules.whole("red.levels_down") if red else 0)
        if away >= self.rules.whole("gap.restart_days"):
            why = self._why("H16", "dose.restart", parameter="gap.restart_days", days=away)
            return max(0, min(self.start, level, logged - self._ambers())), why
        if away >= self.rules.whole("gap.down_days"):
            key = "dose.gap_red" if red else "dose.gap"
            why = self._why("H16", key, parameter="gap.down_days", days=away)
            return max(0, level - 1), why
        if red:
            return max(0, level), self._why("H14", "dose.red", parameter="red.levels_down")
        if self._ambers():
            return max(0, logged - 1), self._why("H13", "dose.ambers", parameter="light.regress_ambers")
        if away >= self.rules.whole("gap.repeat_days"):
            return logged, self._why("H16", "dose.repeat_gap", parameter="gap.repeat_days", days=away)
        return logged, self._why("H13", "dose.same", parameter="progress.sessions")

    def _cap(self) -> tuple[int, Reason]:
        """The highest level of this week, and why: what is in the house, then light work."""
        house = set(self.known.scenario.runner.equipment) | COMFORT
        ladder = self.exercise.ladder
        top = max((n for n, rung in enumerate(ladder) if set(rung.equipment) <= house), default=0)
        why = self._why("H12", "dose.equipment", parameter="low_load.level", level=top)
        mobility = self.exercise.quality not in HARD
        light = min(top, self.rules.whole("low_load.level"))
        if self.phase.low_load_week:
            return light, self._why("H1", "dose.soon", parameter="low_load.level")
        if mobility and self.lights.low_load:  # light for the whole week after a red
            return light, self._why("H14", "dose.light_week", parameter="low_load.level", level=light)
        return top, why

    def _ambers(self) -> bool:
        recent = self.rows[-self.rules.whole("light.regress_window") :]
        recent = tuple(row for row in recent if row.level == self.rows[-1].level)
        ambers = sum(self.lights.of(row.day) == "amber" for row in recent)
        return ambers >= self.rules.whole("light.regress_ambers")

    def _red_since(self) -> bool:
        """Whether a red lies on or after the day that it was last done."""
        return any(day >= self.rows[-1].day for day in self.lights.reds)

    def _earned(self) -> bool:
        earning = Earning(self.known, self.rules, self.lights, self.phase, self.rows)
        return earning.earned() and not self._red_since()

    def _dose(self, level: int, change: Change, why: Reason) -> Dose:
        rung = self.exercise.ladder[level]
        reasons = [why, self._source(rung, level)]
        if self.phase.deload and self.exercise.quality in HARD:
            rung = deloaded(rung, self.rules)
            reasons.append(self._why("H15", "dose.deload", parameter="deload.keep"))
        return Dose(level, rung, change, tuple(reasons))

    def _source(self, rung: Level, level: int) -> Reason:
        named = rung.grade != "ours" and bool(rung.sources)
        return reason(
            self.library,
            "H13",
            "dose.level" if named else "dose.level_ours",
            sources=rung.sources,
            grade=rung.grade,
            level=level,
            variant=rung.variant,
            sources_named=", ".join(rung.sources),
        )

    def _why(self, rule: str, key: str, *, parameter: str, **values: Any) -> Reason:
        return reason(self.library, rule, key, parameter=parameter, **values)
