"""What a file of a watch comes down to, whatever its format."""

import math
from dataclasses import dataclass
from datetime import datetime

_MEASURES = (
    "duration_s",
    "elapsed_s",
    "distance_m",
    "cadence_spm",
    "heart_rate_bpm",
    "ascent_m",
    "descent_m",
)


@dataclass(frozen=True, slots=True)
class Activity:
    """One recorded activity; times in seconds, distance in metres, cadence in steps a minute of both feet.

    `start` is aware: in the runner's own zone where the file tells it (`zone_known`), else in UTC.
    `duration_s` is time in motion, `elapsed_s` runs from first to last point, `ascent_m` and `descent_m` are
    summed over the way, and `shoe` is what its owner calls it. Raises ValueError for a naive start and for
    numbers that are negative or not finite.
    """

    start: datetime
    zone_known: bool
    duration_s: float
    elapsed_s: float
    distance_m: float | None
    cadence_spm: float | None
    heart_rate_bpm: float | None
    sport: str
    sport_guessed: bool
    surface: str | None
    source: str
    notes: tuple[str, ...] = ()
    shoe: str | None = None
    ascent_m: float | None = None
    descent_m: float | None = None

    def __post_init__(self) -> None:
        if self.start.utcoffset() is None:
            raise ValueError("start: needs a time zone")
        for name in _MEASURES:
            value = getattr(self, name)
            if value is not None and not (math.isfinite(value) and value >= 0):
                raise ValueError(f"{name}: must be a finite number of at least 0")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file, archive member or activity that was not taken in, and why, in one line."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two records of one activity: the source that counts and the one that does not."""

    kept: str
    dropped: str


@dataclass(frozen=True, slots=True)
class Import:
    """All that was found: runs by start, what was left out and duplicates by source."""

    activities: tuple[Activity, ...]
    left_out: tuple[LeftOut, ...]
    duplicates: tuple[Duplicate, ...]
