"""Time zones by name, by Windows' name, or as the calendar itself describes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from backstride.runs.read.plans.grammar import moment, offset, parts
from backstride.runs.read.plans.repeat import Rule, days_of, rule_of
from backstride.runs.read.plans.stamp import Zone, utc
from backstride.runs.read.unreadable import Unreadable

_MOST = 8  # observances of a zone that count: the newest


class Zones:
    """The zones that a calendar may name. `blocks` are the lines of its own descriptions."""

    def __init__(self, blocks: Sequence[Sequence[str]] = ()) -> None:
        self._described = {_value(block, "TZID"): block for block in reversed(blocks)}
        self._found: dict[str, Zone | None] = {}

    def find(self, name: str) -> Zone | None:
        """The zone of that name; None where nobody knows it."""
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def unknown(self) -> list[str]:
        """The names that were asked for in vain."""
        return [name for name, zone in self._found.items() if zone is None]

    def _look_up(self, name: str) -> Zone | None:
        block = self._described.get(name, ())
        for candidate in (*_names(name), *_names(_value(block, "X-LIC-LOCATION"))):
            if candidate.upper() in ("UTC", "GMT", "Z"):
                return utc
            try:
                return _known(ZoneInfo(candidate))
            except (KeyError, ValueError, OSError):
                continue
        try:
            return _described(block) if block else None
        except (Unreadable, ValueError, OverflowError):
            return None


def _names(name: str) -> Iterator[str]:
    """The name, what Windows means by it, and what is left without a vendor before it."""
    bare = name.strip("/ \"'")[:100]
    if not bare:
        return
    yield bare
    if bare in WINDOWS_TO_OLSON:
        yield WINDOWS_TO_OLSON[bare]
    pieces = bare.split("/")
    for begin in range(1, len(pieces) - 1):
        yield "/".join(pieces[begin:])


def _known(info: ZoneInfo) -> Zone:
    def ahead(wall: datetime) -> timedelta:
        return wall.replace(tzinfo=info).utcoffset() or timedelta()

    return ahead


@dataclass(frozen=True)
class _Observance:
    """From each of its onsets on, a zone is `after` ahead of UTC."""

    start: datetime
    before: timedelta
    after: timedelta
    rule: Rule | None
    dates: tuple[datetime, ...]

    def last_onset(self, wall: datetime) -> datetime | None:
        onsets = [onset for onset in (self.start, *self.dates) if onset <= wall]
        if self.rule is not None and self.start <= wall:
            until = self.rule.until
            if isinstance(until, datetime):
                wall = min(wall, until.replace(tzinfo=None) + self.before)
            days = days_of(self.rule, self.start.date(), (wall - timedelta(days=800)).date(), wall.date())
            onsets += [datetime.combine(day, self.start.time()) for day in days]
        return max((onset for onset in onsets if onset <= wall), default=None)


def _described(block: Sequence[str]) -> Zone:
    observances = sorted(_observances(block), key=lambda each: each.start)[-_MOST:]
    if not observances:
        raise Unreadable("a zone without times")

    @lru_cache(maxsize=1000)
    def ahead(wall: datetime) -> timedelta:
        try:
            onsets = [(onset, each.after) for each in observances if (onset := each.last_onset(wall))]
        except (Unreadable, OverflowError):
            onsets = []
        return max(onsets)[1] if onsets else observances[0].before

    return ahead


def _observances(block: Sequence[str]) -> Iterator[_Observance]:
    inner: list[str] = []
    for line in block:
        if line.upper().startswith("BEGIN:"):
            inner = []
        elif line.upper().startswith("END:") and inner:
            rule = _value(inner, "RRULE")
            if rule and "FREQ=YEARLY" not in rule.upper():
                raise Unreadable("a zone that changes more often than by the year")
            dates = [date for date in _value(inner, "RDATE").split(",") if date]
            yield _Observance(
                _wall(_value(inner, "DTSTART")),
                offset(_value(inner, "TZOFFSETFROM")),
                offset(_value(inner, "TZOFFSETTO")),
                rule_of(rule) if rule else None,
                tuple(_wall(date) for date in dates[-100:]),
            )
            inner = []
        else:
            inner.append(line)


def _wall(text: str) -> datetime:
    found = moment(text)
    if not isinstance(found, datetime):
        raise Unreadable("a zone without times")
    return found.replace(tzinfo=None)


def _value(block: Sequence[str], name: str) -> str:
    for line in block:
        if line[: len(name)].upper() == name and line[len(name) : len(name) + 1] in (":", ";"):
            return parts(line)[2]
    return ""
