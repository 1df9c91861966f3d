"""What a year is held against: the checker, red days, levels that go up and down by turns, weekly sets."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from bench.year.life import Step

from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.planning.check import check
from backstride.scenario import Scenario

TURNS = 3  # up, down, up, down: three turns
WITHIN_DAYS = 56
FROM_OUTSIDE = {"dose.red", "dose.gap", "dose.gap_red", "dose.restart", "dose.light_week", "dose.soon"}


@dataclass
class Watch:
    """Collects a year's figures and faults."""

    library: Library
    faults: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    lights: dict[date, str] = field(default_factory=dict)

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


def paths(steps: Iterable[Step]) -> dict[str, list[Step]]:
    """The steps of each exercise on which its level changed, the first included."""
    found: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        path = found[step.exercise]
        if not path or path[-1].level != step.level:
            path.append(step)
    return found


def turning(steps: Iterable[Step]) -> list[str]:
    """Exercises whose level went up and down by turns within eight weeks for no reason from outside.

    A red light, a gap or a light week takes a level down whatever the coach thinks; what is asked here is
    whether the coach by itself gives too much, takes it back, and gives it again.
    """
    return [name for name, path in paths(steps).items() if _turns(path)]


def _turns(path: Sequence[Step]) -> bool:
    moves = [(step.day, step.level > before.level, step.why) for before, step in pairwise(path)]
    own = [(day, up) for day, up, why in moves if up or why not in FROM_OUTSIDE]
    turns = [day for (_, was), (day, up) in pairwise(own) if was != up]
    return any(
        later - first <= timedelta(days=WITHIN_DAYS)
        for first, later in zip(turns, turns[TURNS - 1 :], strict=False)
    )
