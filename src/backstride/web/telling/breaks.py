"""Exercises that rest, as a page shows them."""

from dataclasses import dataclass
from datetime import date

from backstride.knowledge import Library
from backstride.web.models import Runner
from backstride.web.telling.week import name_of


@dataclass(frozen=True)
class BreakTold:
    """An exercise that stays out until a day."""

    exercise: str
    name: str
    until: date


def breaks_told(runner: Runner, today: date, library: Library) -> tuple[BreakTold, ...]:
    """Those that still rest."""
    resting = runner.exercise_breaks.filter(until__gt=today)
    return tuple(BreakTold(b.exercise, name_of(b.exercise, library), b.until) for b in resting)
