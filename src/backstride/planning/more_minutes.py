"""The fewest minutes more on a day that mend a shortfall, each proven by solving again."""

from collections.abc import Callable
from dataclasses import dataclass

from backstride.coaching.logs import HARD
from backstride.knowledge import Library, RuleSet
from backstride.known import weekday
from backstride.planning.days import PlanDay
from backstride.planning.problem import Problem
from backstride.planning.solver import Solution

_DAYS = 2  # days on which more minutes are tried for a region: each costs some solutions


@dataclass(frozen=True)
class MoreMinutes:
    """Tries more minutes on a day. `with_minutes` builds the problem of a day with so many more."""

    library: Library
    rules: RuleSet
    days: tuple[PlanDay, ...]
    with_minutes: Callable[[PlanDay, int], Problem]
    solve_again: Callable[[Problem], Solution]

    def for_cross(self, index: int, least: int) -> str | None:
        """What makes the session on a free day a whole one of `least` seconds, in words."""

        def whole(solution: Solution) -> bool:
            taken = sum(o.seconds for p, o in solution.chosen if p.day.index == index and p.slot == "cross")
            return taken >= least

        return self._fewest(self.days[index], whole, "short.mend_cross")

    def for_region(self, region: str, days: tuple[int, ...], *, hard: bool) -> str | None:
        """What brings work for a region, on one of those days, those with the most minutes first; in words."""

        def served(solution: Solution) -> bool:
            return any(
                region in option.exercise.regions and (option.exercise.quality in HARD) == hard
                for _, option in solution.chosen
            )

        first = sorted(days, key=lambda index: (-self.days[index].minutes, index))[:_DAYS]
        changes = (self._fewest(self.days[index], served, "short.mend_region") for index in first)
        return next((change for change in changes if change is not None), None)

    def _fewest(self, day: PlanDay, mended: Callable[[Solution], bool], key: str) -> str | None:
        """Minutes more that mend it, where one minute less does not; both solved again."""

        def helps(extra: int) -> bool:
            return mended(self.solve_again(self.with_minutes(day, extra)))

        too_few, enough = 0, self.rules.whole("shortfall.most_minutes")
        if not helps(enough):
            return None
        while enough - too_few > 1:
            middle = (too_few + enough) // 2
            too_few, enough = (too_few, middle) if helps(middle) else (middle, enough)
        name = self.library.message(f"day.{weekday(day.day)}", {})
        return self.library.message(key, {"day": name, "extra": enough})
