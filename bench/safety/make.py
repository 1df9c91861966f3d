"""A scenario for a seed and a number: every part drawn by itself, so that all of them meet."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from bench.safety.chance import ZONES, Chance, Facts
from bench.safety.diary import calendar, pain, runs
from bench.safety.people import runner, screening
from bench.safety.trained import sessions

from backstride.decision import PlannedDay, Week
from backstride.knowledge import Library, load
from backstride.scenario import Scenario

NOON = datetime.fromisoformat("2026-11-20T12:00:00+00:00")
SHELF = 6  # exercises that a scenario of the light run is about


def facts(chance: Chance, library: Library) -> Facts:
    """The scenario as data. Half of the times are out of their order, as a file may have them."""
    now = (NOON + timedelta(minutes=chance.whole(-20_000, 20_000))).astimezone(chance.one(ZONES))
    found: Facts = {
        "now": now,
        "runner": runner(chance, now, library),
        "screening": screening(chance, now, library),
        "pain": pain(chance, now),
        "runs": runs(chance, now),
        "calendar": calendar(chance, now),
        "sessions": sessions(chance, now, library),
    }
    if chance.odds(0.12):
        found["previous_week"] = _week_before(now, chance.whole(0, 8))
    return found


def scenario(seed: int, number: int, library: Library) -> Scenario:
    """The scenario of that number, valid by pydantic's own reading."""
    return Scenario.model_validate(facts(Chance(seed, number), library))


def _week_before(now: datetime, ago: int) -> Week:
    """A decided week that began so many days ago; nothing but its days matters to the lights."""
    first = now.date() - timedelta(days=ago)
    return Week(days=tuple(PlannedDay(day=first + timedelta(days=n)) for n in range(7)))


@cache
def shelf(number: int) -> Library:
    """The library with a few of its exercises: each is coached by itself, so few tell as much as all."""
    library = load()
    names = tuple(library.exercises)
    start = number * SHELF % len(names)
    kept = {name: library.exercises[name] for name in (names * 2)[start : start + SHELF]}
    return replace(library, exercises=kept)
