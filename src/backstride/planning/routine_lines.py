"""The lines of a routine on a day: which of them the rules let stand, with the routine's own dose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from backstride.coaching.logs import HARD
from backstride.decision import Item, Shortfall
from backstride.knowledge import Library, RuleSet
from backstride.knowledge.dose import item_seconds, nearest_level, side_seconds
from backstride.knowledge.schema.exercise import Exercise, Level
from backstride.knowledge.schema.routine import Routine, RoutineDose, RoutineItem
from backstride.known import Known, weekday
from backstride.planning.days import PlanDay
from backstride.planning.fitness import fits_runner
from backstride.planning.items import item_of
from backstride.planning.planned import Coached
from backstride.saying import reason
from backstride.terms import Change, Slot


@dataclass(frozen=True)
class Line:
    """A line of the routine that stands on a day."""

    number: int
    item: Item
    strength: bool


def minutes(lines: list[Line]) -> int:
    """Whole minutes that the lines take of a day."""
    return ceil(sum(line.item.seconds for line in lines) / 60)


class Lines:
    """Lays the routine's lines on days and remembers what was left out and why."""

    def __init__(
        self, known: Known, library: Library, rules: RuleSet, coached: Coached, routine: Routine
    ) -> None:
        self.known, self.library, self.rules = known, library, rules
        self.coached, self.routine = coached, routine
        self._out: dict[tuple[int, str], list[int]] = {}
        self._days: dict[int, PlanDay] = {}

    def of_day(self, day: PlanDay, slots: Mapping[int, Slot]) -> dict[Slot, list[Line]]:
        """The lines that stand on a day by slot, in the routine's order, within the day's minutes."""
        self._days[day.index] = day
        found: dict[Slot, list[Line]] = {}
        for number, slot in slots.items():
            item = self.routine.items[number]
            cause = self._cause(day, item)
            line = self._line(day, number, item)
            if cause is None and slot != "mid_run":
                trial = {**found, slot: [*found.get(slot, []), line]}
                used = sum(minutes(lines) for where, lines in trial.items() if where != "mid_run")
                cause = "minutes" if used > day.minutes else None
            if cause is None:
                found.setdefault(slot, []).append(line)
            else:
                self._out.setdefault((number, cause), []).append(day.index)
        return found

    def left_out(
        self, laid: Mapping[int, dict[Slot, list[Line]]], chosen: frozenset[int]
    ) -> Iterator[Shortfall]:
        """A shortfall for each line and cause, over the chosen days (any day for a line never laid)."""
        laid_once = {line.number for found in laid.values() for lines in found.values() for line in lines}
        for (number, cause), indexes in sorted(self._out.items()):
            days = [index for index in indexes if index in chosen or number not in laid_once]
            if days:
                yield self._shortfall(number, cause, days)

    def _shortfall(self, number: int, cause: str, days: list[int]) -> Shortfall:
        item = self.routine.items[number]
        names = [self.library.message(f"day.{weekday(self.known.week[day])}", {}) for day in days]
        rule = {"minutes": "H8", "ruled_out": "H12", "blocked": "H7"}[cause]
        mend = None
        if cause == "minutes":
            extra = ceil(self._line(self._days[days[0]], number, item).item.seconds / 60)
            mend = self.library.message("routine.mend", {"day": names[0], "extra": extra})
        return Shortfall(
            rule=rule,
            wanted=self.library.message(
                "routine.wanted",
                {"name": self.library.exercises[item.exercise].name, "days": ", ".join(names)},
            ),
            got=self.library.message("routine.got", {}),
            because=self.library.message(f"routine.{cause}", {}),
            smallest_change=mend,
            sources=(self.routine.source,),
        )

    def _cause(self, day: PlanDay, item: RoutineItem) -> str | None:
        """Why a line may not stand on a day; `None` where it may."""
        exercise = self.library.exercises[item.exercise]
        if not fits_runner(self.known, exercise) or exercise.id in day.done_today:
            return "ruled_out"
        if exercise.quality == "strength" and (day.blocked not in (None, "hard_run") or day.before_hard_run):
            return "blocked"
        if exercise.quality in HARD and day.mobility_only:
            return "blocked"
        return None

    def _line(self, day: PlanDay, number: int, item: RoutineItem) -> Line:
        exercise = self.library.exercises[item.exercise]
        level, dose, change = self._dose(day, exercise, item)
        seconds = item_seconds(
            dose, rep_s=exercise.rep_s, rest_s=dose.rest_s, change_s=self.rules.whole("session.change_s")
        )
        why = reason(
            self.library,
            "routine",
            self._why(dose, item),
            sources=(self.routine.source,),
            grade="source",
        )
        placed = item_of(exercise.id, level, dose, seconds, change, (why,))
        return Line(number, placed, exercise.quality == "strength")

    def _why(self, dose: RoutineDose | Level, item: RoutineItem) -> str:
        """The key of why a line has the dose that it has."""
        if dose is item.dose:
            return "routine.dose"
        return "routine.dose_soon" if self.coached.phase.low_load_week else "routine.dose_down"

    def _dose(
        self, day: PlanDay, exercise: Exercise, item: RoutineItem
    ) -> tuple[int, RoutineDose | Level, Change]:
        """The routine's dose; less where light work is due (H1, H14) or a red came since it was last done."""
        level = wanted = nearest_level(exercise.ladder, item.dose, exercise.rep_s)
        rows = self.coached.log.get(exercise.id, ())
        gentle = exercise.quality not in HARD and bool(self.coached.lights.low_load)
        if self.coached.phase.low_load_week or day.low_load or gentle:
            wanted = min(wanted, self.rules.whole("low_load.level"))
        if rows and any(red >= rows[-1].day for red in self.coached.lights.reds):
            wanted = max(0, min(wanted, rows[-1].level - self.rules.whole("red.levels_down")))
        if rows and self.coached.lights.paused:
            wanted = min(wanted, rows[-1].level)
        change: Change = "same" if rows else "new"
        rung, rep_s = exercise.ladder[wanted], exercise.rep_s
        if wanted < level and side_seconds(rung, rep_s) <= side_seconds(item.dose, rep_s):
            return wanted, rung, "down" if rows else "new"
        return level, item.dose, change
