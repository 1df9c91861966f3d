"""The pain light as a page shows it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.text import capfirst

from backstride.decision import Decision
from backstride.knowledge import Library

RECENT = timedelta(days=7)


@dataclass(frozen=True)
class LightTold:
    """The light of a day: its colour as an id and as a word (empty where it is not known), and why."""

    day: date
    light: str
    word: str
    why: str


def lights_told(decision: Decision, library: Library) -> dict[date, LightTold]:
    """Each day that the back is known of, oldest first."""
    lit = [LightTold(d.day, d.light, str(capfirst(library.word(d.light))), d.why) for d in decision.lights]
    unlit = [LightTold(d.day, "", "", d.why) for d in decision.unlit]
    return {told.day: told for told in sorted((*lit, *unlit), key=lambda told: told.day)}


def light_now(decision: Decision, library: Library, today: date) -> LightTold | None:
    """The latest light that is known and not a week old."""
    told = lights_told(decision, library).values()
    recent = [light for light in told if light.light and light.day > today - RECENT]
    return recent[-1] if recent else None
