"""A calendar file (ICS, RFC 5545) to events on the runner's own days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from backstride.runs.guess.text import TITLE, plain
from backstride.runs.guess.values import Event, NotTaken
from backstride.runs.read.plans import limits
from backstride.runs.read.plans.event import IcsEvent, event_of, may_matter, title_of
from backstride.runs.read.plans.lines import Components, components
from backstride.runs.read.plans.occurrences import Occurrence, margin, newest, occurrences
from backstride.runs.read.plans.stamp import Stamp, local_day
from backstride.runs.read.plans.zones import Zones
from backstride.runs.read.unreadable import Unreadable

# A wall-clock day of another zone lies within two days of the runner's.
_SLACK = 2
_NAMED = 3
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Events:
    """What takes place on the days asked for, what does not or cannot be read, and remarks on the file."""

    events: tuple[Event, ...]
    left_out: tuple[NotTaken, ...]
    notes: tuple[str, ...]


def read_ics(text: str, now: datetime, first: date, last: date) -> Events:
    """The events from `first` to `last`, in the order of their days; `now` (aware) tells the runner's clock.

    Raises Unreadable where the text is no calendar, asks too much, or holds events of which none can be read.
    """
    if len(text) > limits.FILE_BYTES:
        raise Unreadable(f"larger than {limits.FILE_BYTES // limits.MIB} MiB")
    found = components(text)
    zones = Zones(found.zones)
    early, late = margin(first, -_SLACK), margin(last, _SLACK)
    wanted = [lines for lines in found.events if may_matter(lines, early, late)]
    if len(wanted) > limits.EVENTS:
        raise Unreadable(f"more than {limits.EVENTS:,} events that repeat or fall into these weeks")
    events, left_out = _parsed(wanted, zones)
    if left_out and not events and len(left_out) == len(found.events):
        raise Unreadable(f"none of its events can be read; the first: {left_out[0].reason}")
    home = zones.find(found.zone) if found.zone else None
    counted = [event for event in events if event.rule is not None and event.rule.count is not None]
    if sum(max((late - event.start.wall.date()).days, 0) for event in counted) > limits.COUNTED_DAYS:
        raise Unreadable("too many of its events repeat a number of times, over too many years")
    taken: list[tuple[date, datetime, Event]] = []
    for one in occurrences(newest(events), early, late):
        if not isinstance(one, Occurrence):
            event, reason = one
            left_out.append(NotTaken(None, plain(event.title, TITLE), reason))
            continue
        day = local_day(one.start, now, home)
        if not first <= day <= last:
            continue
        against = _why_not(one.event, cancelled=found.cancelled)
        if against:
            left_out.append(NotTaken(day, plain(one.event.title, TITLE), against))
        else:
            taken.append((day, one.start.instant(), _event(one.event, day, one.start)))
        if len(taken) + len(left_out) > limits.OCCURRENCES:
            raise Unreadable(f"more than {limits.OCCURRENCES:,} events in these weeks")
    notes = _notes(found, zones)
    taken.sort(key=lambda each: (each[0], each[1], each[2].title))
    return Events(tuple(event for _, _, event in taken), tuple(left_out), notes)


def _parsed(wanted: Sequence[Sequence[str]], zones: Zones) -> tuple[list[IcsEvent], list[NotTaken]]:
    events: list[IcsEvent] = []
    left_out: list[NotTaken] = []
    for lines in wanted:
        try:
            events.append(event_of(lines, zones))
        except Unreadable as refusal:
            left_out.append(NotTaken(None, plain(title_of(lines), TITLE), refusal.reason))
    if sum(event.rule is not None for event in events) > limits.REPEATING:
        raise Unreadable(f"more than {limits.REPEATING:,} events that repeat")
    return events, left_out


def _why_not(event: IcsEvent, *, cancelled: bool) -> str | None:
    if cancelled or event.cancelled:
        return "cancelled"
    if event.lasts is not None and event.lasts > _DAY:
        return f"goes on for {-(-event.lasts // _DAY)} days: no single session"
    return None


def _event(event: IcsEvent, day: date, start: Stamp) -> Event:
    lasts = None if start.all_day or not event.lasts else event.lasts.total_seconds()
    return Event(day, event.title, event.description, lasts)


def _notes(found: Components, zones: Zones) -> tuple[str, ...]:
    notes = []
    if found.cut_short:
        notes.append("the file ends in the middle: later events may be missing")
    for name in zones.unknown()[:_NAMED]:
        shown = plain(name, 60)
        notes.append(f"the time zone {shown!r} is unknown: its times are read by your own clock")
    return tuple(notes)
