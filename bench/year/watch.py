"""What a year is held against: the checker, red days, levels that go up and down by turns, weekly sets."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.planning.check import check
from backstride.scenario import Scenario

TURNS = 3  # up, down, up, down: three turns
WITHIN_DAYS = 56


@dataclass
class Watch:
    """Collects a year's figures and faults."""

    library: Library
    faults: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    lights: dict[date, str] = field(default_factory=dict)
    levels: dict[str, list[tuple[date, int, str]]] = field(default_factory=lambda: defaultdict(list))
    sets: dict[date, int] = field(default_factory=dict)

    def see(self, given: Scenario, decision: Decision) -> None:
        """Takes one decision in."""
        self.counts["decisions"] += 1
        self.counts[decision.triage.tier] += 1
        today = given.now.date()
        for violation in check(given, decision, self.library):
            self.faults.append(f"{today}: {violation}")
        for lit in decision.lights:
            self.lights[lit.day] = lit.light
        if decision.week is None:
            return
        self.counts["deload days"] += decision.week.deload
        red = any(self.lights.get(today - timedelta(days=n)) == "red" for n in range(3))
        for session in decision.week.days[0].sessions:
            for item in session.items:
                if session.slot == "mid_run":
                    continue
                if item.change == "up":
                    self.counts["up"] += 1
                    if red:
                        self.faults.append(f"{today}: {item.exercise} goes up within two days of a red")
                self.counts["down"] += item.change == "down"
                self._note(today, item.exercise, item.level, item.change)

    def _note(self, today: date, exercise: str, level: int, change: str) -> None:
        path = self.levels[exercise]
        if not path or path[-1][1] != level:
            path.append((today, level, change))

    def turning(self) -> list[str]:
        """Exercises whose level went up and down by turns within eight weeks."""
        return [name for name, path in self.levels.items() if _turns(path)]


def _turns(path: Sequence[tuple[date, int, str]]) -> bool:
    steps = [(day, after > before) for (_, before, _), (day, after, _) in pairwise(path)]
    turns = [day for (_, was), (day, up) in pairwise(steps) if was != up]
    return any(
        later - first <= timedelta(days=WITHIN_DAYS)
        for first, later in zip(turns, turns[TURNS - 1 :], strict=False)
    )
