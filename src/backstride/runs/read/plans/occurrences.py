"""Events with their repetitions, exceptions and moved days to single occurrences."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from backstride.runs.read.plans.event import IcsEvent
from backstride.runs.read.plans.repeat import days_of
from backstride.runs.read.plans.stamp import Exceptions, Stamp
from backstride.runs.read.unreadable import Unreadable


@dataclass(frozen=True)
class Occurrence:
    """One time that an event takes place."""

    event: IcsEvent
    start: Stamp


def newest(events: Iterable[IcsEvent]) -> list[IcsEvent]:
    """Of several versions of one event the newest; the same event twice counts once."""
    versions: dict[tuple[str, object], list[IcsEvent]] = defaultdict(list)
    for number, event in enumerate(events):
        replaced = event.replaces.instant() if event.replaces is not None else None
        # Events without a name of their own have nothing to do with each other.
        versions[(event.uid or f"#{number}", replaced)].append(event)
    found: list[IcsEvent] = []
    for same in versions.values():
        last = max(event.sequence for event in same)
        seen: set[tuple[datetime, str]] = set()
        for event in same:
            key = (event.start.instant(), event.title)
            if event.sequence == last and key not in seen:
                seen.add(key)
                found.append(event)
    return found


def occurrences(
    events: Iterable[IcsEvent], first: date, last: date
) -> Iterator[Occurrence | tuple[IcsEvent, str]]:
    """All that takes place on the wall-clock days from `first` to `last`, moved ones where they moved to.

    An event whose rule cannot be followed comes with the reason instead.
    """
    events = list(events)
    moved: dict[str, list[Stamp]] = defaultdict(list)
    for event in events:
        if event.replaces is not None:
            moved[event.uid].append(event.replaces)
    replaced = {uid: Exceptions(stamps) for uid, stamps in moved.items() if uid}
    for event in events:
        if event.replaces is not None:
            if first <= event.start.wall.date() <= last:
                yield Occurrence(event, event.start)
            continue
        skipped, elsewhere = Exceptions(event.without), replaced.get(event.uid, Exceptions(()))
        try:
            walls = sorted(set(_walls(event, first, last)))
        except Unreadable as refusal:
            yield event, refusal.reason
            continue
        for wall in walls:
            stamp = event.start.at(wall)
            if stamp not in skipped and stamp not in elsewhere:
                yield Occurrence(event, stamp)


def _walls(event: IcsEvent, first: date, last: date) -> Iterator[datetime]:
    start = event.start.wall
    for extra in event.more:
        # An extra day of a timed event is at the event's time.
        wall = datetime.combine(extra.wall, start.time()) if extra.all_day else _in_zone(extra, event.start)
        if first <= wall.date() <= last:
            yield wall
    if event.rule is None:
        if first <= start.date() <= last:
            yield start
        return
    for day in days_of(event.rule, start.date(), first, last):
        wall = datetime.combine(day, start.time())
        if _before_end(event, wall):
            yield wall


def _before_end(event: IcsEvent, wall: datetime) -> bool:
    until = event.rule.until if event.rule is not None else None
    if until is None or wall == event.start.wall:
        return True
    if not isinstance(until, datetime):
        return wall.date() <= until
    if until.tzinfo is None or event.start.zone is None:
        return wall <= until.replace(tzinfo=None)
    return event.start.at(wall).instant() <= until.replace(tzinfo=None)


def _in_zone(stamp: Stamp, like: Stamp) -> datetime:
    """The wall clock of a moment in the zone of another."""
    if stamp.zone is None or like.zone is None or stamp.zone is like.zone:
        return stamp.wall
    moment = stamp.instant()
    return moment + like.zone(moment + like.zone(moment))


def margin(day: date, days: int) -> date:
    """A day moved, but not beyond what a date can be."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
