"""The minimal conflict behind each kind of shortfall."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from backstride.planning.conflict import minimal_conflict
from backstride.planning.contribution import could_be
from backstride.planning.demands import (
    Demand,
    OnDay,
    StrengthDays,
    hard_sets,
    seconds_on,
    session_on,
    work_for,
)
from backstride.planning.objective import is_hard
from backstride.planning.problem import Option, Place
from backstride.planning.relaxing import Case, Group, groups
from backstride.terms import Slot


@dataclass(frozen=True)
class Conflicts:
    """Asks why a week does not hold more. `chosen` is what it holds."""

    case: Case
    chosen: tuple[tuple[Place, Option], ...]

    def strength_days(self, days: int) -> tuple[Group, ...]:
        """Why there are not that many strength days; it is proven already that there cannot be."""
        last = self.case.problem.week_left
        rules = (g for g in groups(self.case) if g.cause != "stretch" and (g.day is None or g.day < last))
        return minimal_conflict(self.case, StrengthDays(days, self.enough()), rules, impossible=True)

    def enough(self) -> dict[int, int]:
        """The strength exercises that make each day a strength day; without any, those of other days."""
        least = self.case.rules.whole("strength.least_exercises")
        able = {day.index: could_be(self.case.problem, day.index) for day in self.case.days}
        usual = max(able.values(), default=0) or 1
        return {index: min(least, many or usual) for index, many in able.items()}

    def session(self, day: int, slot: Slot) -> tuple[Group, ...]:
        """Why a day has no session at that time."""
        return self._on(day, session_on(day, slot))

    def seconds(self, day: int, slot: Slot, least: int) -> tuple[Group, ...]:
        """Why a session is shorter than that."""
        return self._on(day, seconds_on(day, slot, least))

    def work_for(self, region: str, *, hard: bool) -> tuple[Group, ...]:
        """Why there is no work of that kind for a region in the week."""
        case = self.case if hard else self._settled
        return minimal_conflict(case, work_for(region, hard=hard), groups(case))

    def hard_sets(self, least: int) -> tuple[Group, ...]:
        """Why there are not that many hard sets, where the growth of a week is what limits them."""
        return minimal_conflict(self.case, hard_sets(least), [Group("H13", "growth")])

    @property
    def _settled(self) -> Case:
        """The case with its hard work as it stands: that is settled before all else."""
        hard = frozenset((p.name, o.exercise.id, o.dose.level) for p, o in self.chosen if is_hard(o))
        return replace(self.case, settled=hard)

    def _on(self, day: int, demand: Demand) -> tuple[Group, ...]:
        """On one day, the others left as they are: their hard sets are used up."""
        case, phase = self._settled, self.case.phase
        others = [(p.day.index, o.hard_sets) for p, o in self.chosen if p.day.index != day]
        used = sum(sets for _, sets in others)
        this_week = sum(sets for index, sets in others if index < phase.week_left)
        left = replace(
            phase,
            hard_sets=_less(phase.hard_sets, used),
            hard_sets_left=_less(phase.hard_sets_left, this_week),
        )
        return minimal_conflict(replace(case, phase=left), OnDay(day, demand), _of_day(groups(case), day))


def _less(most: int | None, used: int) -> int | None:
    return None if most is None else max(0, most - used)


def _of_day(every: Iterable[Group], day: int) -> Iterator[Group]:
    return (group for group in every if group.day in (None, day))
