"""A made-up runner: what they can do, what hurts, what they forget. Every number is an assumption of ours."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from backstride.decision import Item
from backstride.knowledge import Library

TOP = 8.0
NEAR = 0.7  # levels beyond one's strength that cost effort but do not hurt


@dataclass
class Person:
    """One runner. Pain in points of 10, strength in levels of an exercise's ladder."""

    chance: Random
    library: Library
    profile: dict[str, Any] = field(init=False)
    strength: dict[str, float] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    flare: float = 0.0
    sway: float = 0.0
    strain: float = 0.0

    def __post_init__(self) -> None:
        c = self.chance
        self.base = c.uniform(0, 2)
        self.adherence = c.uniform(0.55, 0.95)
        self.tells = c.uniform(0.6, 1.0)
        self.gain = c.uniform(0.05, 0.14)
        self.flares = c.uniform(2, 6) / 365
        self.away = sorted(self._holiday() for _ in range(c.randint(1, 3)))
        self.profile = {
            "birth_year": c.randint(1960, 2004),
            "experience": c.choice(["new", "regular", "regular", "experienced"]),
            "goal": c.choice(["prevent", "ease", "return"]),
            "minutes": {
                d: c.choice([0, 10, 15, 20, 30]) for d in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
            },
            "equipment": c.choice(
                [["mat"], ["mat", "wall"], ["mat", "wall", "strap"], ["mat", "wall", "strap", "weight"]]
            ),
            "desk_hours": c.choice([0, 4, 8]),
        }

    def wakes(self) -> float:
        """The pain of a morning; flares come and fade, what was too much yesterday is felt."""
        c = self.chance
        if c.random() < self.flares:
            self.flare = c.uniform(2, 5)
        self.sway = 0.6 * self.sway + c.gauss(0, 0.35)
        pain = self.base + self.flare + self.sway + self.strain
        self.flare = self.flare * 0.72 if self.flare > 0.3 else 0.0
        self.strain *= 0.4
        return _score(pain)

    def is_away(self, day: int) -> bool:
        """Whether the day falls into a holiday."""
        return any(first <= day < first + length for first, length in self.away)

    def does(self) -> bool:
        """Whether a session is done today."""
        return self.chance.random() < (self.adherence if self.flare < 1.5 else 0.15)

    def tries(self, item: Item, day: int) -> tuple[list[dict[str, Any]], float, float]:
        """Does an item: its sets as done, the effort, the pain while doing it."""
        can = self._can(item, day)
        beyond = item.level - can
        effort = min(10.0, max(1.0, 5 + 2.2 * beyond + self.chance.gauss(0, 0.6)))
        dose = {"reps": item.reps, "hold_s": item.hold_s, "duration_s": item.duration_s}
        sets = [dict(dose) for _ in range(item.sets)]
        if effort >= 8.5 and item.reps:
            sets[-1]["reps"] = max(0, item.reps - 2)
        too_much = max(0.0, beyond - NEAR)
        self.strain += 0.8 * too_much
        grown = self.gain * max(0.0, 1 - max(0.0, can) / TOP)
        self.strength[item.exercise] = can + (grown if beyond > -2 else 0.3 * grown)
        self.last[item.exercise] = day
        hurts = self.base + self.flare + 0.8 * too_much + self.chance.gauss(0, 0.4)
        return sets, float(round(effort)), _score(hurts)

    def _can(self, item: Item, day: int) -> float:
        known = self.strength.get(item.exercise)
        if known is None:
            return 1 + self.chance.uniform(-0.5, 1.0)
        idle = max(0, day - self.last[item.exercise] - 10)
        return known * 0.99**idle

    def _holiday(self) -> tuple[int, int]:
        return self.chance.randint(30, 350), self.chance.choice([4, 7, 10, 16, 30])


def _score(pain: float) -> float:
    return float(min(10, max(0, round(pain))))
