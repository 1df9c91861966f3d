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
    """Tries more minutes on a day. `strength` are the strength days; `with_minutes` builds the problem."""

    library: Library
    rules: RuleSet
    days: tuple[PlanDay, ...]
    strength: frozenset[int]
    with_minutes: Callable[[PlanDay, int], Problem]
    solve_again: Callable[[Problem], Solution]

    def for_cross(self, index: int, least: int) -> str | None:
        """What makes the session on a free day a whole one of `least` seconds, in words."""

        def whole(solution: Solution) -> bool:
            taken = sum(o.seconds for p, o in solution.chosen if p.day.index == index and p.slot == "cross")
            return taken >= least

        return self._fewest(self.days[index], whole, "short.mend_cross")

    def for_region(self, region: str, days: tuple[int, ...], *, hard: bool) -> str | None:
        """What brings work for a region, on one of those days, in words."""

        def served(solution: Solution) -> bool:
            return any(
                region in option.exercise.regions and (option.exercise.quality in HARD) == hard
                for _, option in solution.chosen
            )

        # Beside a strength day no other can come, which would take the minutes.
        aside = {index for day in self.strength for index in (day - 1, day + 1)}
        first = sorted(days, key=lambda n: (n not in aside, -self.days[n].minutes, n))[:_DAYS]
        changes = (self._fewest(self.days[index], served, "short.mend_region") for index in first)
        return next((change for change in changes if change is not None), None)

    def _fewest(self, day: PlanDay, mended: Callable[[Solution], bool], key: str) -> str | None:
        """Minutes more that mend it, where one minute less does not; both solved again."""

        def helps(extra: int) -> bool:
            return mended(self.solve_again(self.with_minutes(day, extra)))

        # Many minutes may make another kind of day of it, so those of a short session come first.
        tries = (self.rules.whole("slot.recovery_s") // 60, self.rules.whole("shortfall.most_minutes"))
        enough = next((extra for extra in tries if helps(extra)), None)
        if enough is None:
            return None
        too_few = 0
        while enough - too_few > 1:
            middle = (too_few + enough) // 2
            too_few, enough = (too_few, middle) if helps(middle) else (middle, enough)
        name = self.library.message(f"day.{weekday(day.day)}", {})
        return self.library.message(key, {"day": name, "extra": enough})
