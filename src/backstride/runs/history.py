"""Recorded activities as the runs of a scenario."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from backstride.runs.activity import Activity
from backstride.scenario import Run

# A step rate outside of this is a sensor's mistake and would not be a valid run.
_FASTEST_CADENCE = 400.0
_LONGEST_NAME = 64
# More is a broken height sensor's, whatever the race.
_MOST_CLIMB_M = 50_000.0


@dataclass(frozen=True)
class History:
    """The runs known at a moment, by start, and how many activities start after it."""

    runs: tuple[Run, ...]
    later: int


def history(activities: Iterable[Activity], now: datetime) -> History:
    """The runs that started until `now` (aware), their starts told in its offset; m, s and steps a minute.

    A distance or cadence of 0 was not measured and becomes unknown, as do heights beyond any run; 0 m up or
    down is a flat way.
    """
    ordered = sorted(activities, key=lambda activity: (activity.start, activity.source))
    known = tuple(_run(activity, now) for activity in ordered if activity.start <= now)
    return History(known, len(ordered) - len(known))


def _run(activity: Activity, now: datetime) -> Run:
    cadence = activity.cadence_spm
    usable = cadence is not None and 0 < cadence <= _FASTEST_CADENCE
    return Run(
        start=activity.start.astimezone(now.tzinfo),
        duration_s=round(activity.duration_s, 1),
        distance_m=round(activity.distance_m, 1) if activity.distance_m else None,
        cadence_spm=round(cadence, 1) if usable and cadence is not None else None,
        surface=_name(activity.surface),
        shoe=_name(activity.shoe),
        ascent_m=_climb(activity.ascent_m),
        descent_m=_climb(activity.descent_m),
    )


def _climb(metres: float | None) -> float | None:
    return round(metres, 1) if metres is not None and metres <= _MOST_CLIMB_M else None


def _name(text: str | None) -> str | None:
    """A name as a scenario takes it; a blank one is unknown."""
    return (text or "").strip()[:_LONGEST_NAME] or None
