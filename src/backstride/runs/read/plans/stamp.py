"""A written moment, and the day that it falls on for the runner."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

# What a zone adds to UTC at a wall-clock time.
Zone = Callable[[datetime], timedelta]


def utc(_wall: datetime) -> timedelta:
    """The zone of UTC."""
    return timedelta()


@dataclass(frozen=True)
class Stamp:
    """A wall-clock time (naive) in its zone; without a zone it floats. A day is its midnight, `all_day`."""

    wall: datetime
    zone: Zone | None = None
    all_day: bool = False

    def instant(self) -> datetime:
        """In UTC, naive; the wall clock itself where it floats."""
        return self.wall - self.zone(self.wall) if self.zone is not None else self.wall

    def at(self, wall: datetime) -> "Stamp":
        """The same kind of stamp at another wall-clock time."""
        return Stamp(wall, self.zone, self.all_day)


class Exceptions:
    """Occurrences that do not take place or stand elsewhere; a bare day means all of the day."""

    def __init__(self, stamps: Iterable[Stamp]) -> None:
        stamps = list(stamps)
        self._days = {stamp.wall.date() for stamp in stamps if stamp.all_day}
        timed = [stamp for stamp in stamps if not stamp.all_day]
        self._walls = {stamp.wall for stamp in timed}
        self._floating = {stamp.wall for stamp in timed if stamp.zone is None}
        self._instants = {stamp.instant() for stamp in timed if stamp.zone is not None}

    def __contains__(self, stamp: Stamp) -> bool:
        if stamp.wall.date() in self._days or stamp.wall in self._floating:
            return True
        return stamp.wall in self._walls if stamp.zone is None else stamp.instant() in self._instants


def local_day(stamp: Stamp, now: datetime, home: Zone | None) -> date:
    """The runner's day. `now` (aware) tells their clock; `home` is the calendar's own zone, if it names one.

    A zone whose clock shows the same as the runner's now is theirs, summer time and all. Any other moment is
    turned into `home` where that is theirs, else into the offset of `now`.
    """
    if stamp.all_day or stamp.zone is None:
        return stamp.wall.date()
    if stamp.zone is not utc and _shows(stamp.zone, now):
        return stamp.wall.date()
    moment = stamp.instant()
    own = now.utcoffset() or timedelta()
    if home is not None and _shows(home, now):
        own = home(moment + own)
    return (moment + own).date()


def _shows(zone: Zone, now: datetime) -> bool:
    return zone(now.replace(tzinfo=None)) == now.utcoffset()
