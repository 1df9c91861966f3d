"""The lines of one event to what they say of a session: when, how often, and in which words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from backstride.runs.read.plans.grammar import moment, parts
from backstride.runs.read.plans.repeat import Rule, rule_of
from backstride.runs.read.plans.stamp import Stamp, utc
from backstride.runs.read.plans.zones import Zones
from backstride.runs.read.unreadable import Unreadable

_WANTED = frozenset(
    {
        "UID",
        "SEQUENCE",
        "STATUS",
        "DTSTART",
        "DTEND",
        "DURATION",
        "SUMMARY",
        "DESCRIPTION",
        "CATEGORIES",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
    }
)
_NAME = re.compile(r"[A-Za-z-]+")
_DATE = re.compile(r"DTSTART[^:]*:(?:.*:)?(\d{4})(\d{2})(\d{2})", re.IGNORECASE)
_YEARS = range(1600, 2201)  # birthdays without a year are kept as 1604


@dataclass(frozen=True)
class IcsEvent:
    """An event. `lasts` is None where it does not say; `replaces` names the occurrence that it stands for."""

    uid: str
    sequence: int
    start: Stamp
    lasts: timedelta | None
    title: str
    description: str
    cancelled: bool
    rule: Rule | None
    more: tuple[Stamp, ...]
    without: tuple[Stamp, ...]
    replaces: Stamp | None


def may_matter(lines: Sequence[str], first: date, last: date) -> bool:
    """Whether an event can have a part in these days, by its text alone: most of a calendar is past."""
    for line in lines:
        if line[:5].upper() in ("RRULE", "RDATE", "RECUR"):
            return True
    for line in lines:
        found = _DATE.match(line)
        if found is not None:
            try:
                day = date(*map(int, found.groups()))
            except ValueError:
                return True
            return first <= day <= last
    return True


def title_of(lines: Sequence[str]) -> str:
    """The title alone, for an event that cannot be read."""
    for line in lines:
        if line[:7].upper() == "SUMMARY":
            return line.partition(":")[2]
    return ""


def event_of(lines: Sequence[str], zones: Zones) -> IcsEvent:
    """An event. Raises Unreadable."""
    said: dict[str, list[tuple[dict[str, str], str]]] = {}
    for line in lines:
        name = _NAME.match(line)
        if name is None or name.group().upper() not in _WANTED:
            continue
        try:
            key, parameters, value = parts(line)
        except ValueError:
            raise Unreadable(f"its {name.group().lower()} cannot be read") from None
        said.setdefault(key, []).append((parameters, value))

    def text(key: str) -> str:
        return " ".join(value for _, value in said.get(key, ()))

    def stamps(key: str) -> tuple[Stamp, ...]:
        given = said.get(key, ())
        return tuple(_stamp(one, p, zones) for p, value in given for one in value.split(",") if one.strip())

    starts = stamps("DTSTART")
    if not starts:
        raise Unreadable("it has no date")
    rules = said.get("RRULE", ())
    if len(rules) > 1:
        raise Unreadable("it repeats by several rules, which is not read here")
    sequence = text("SEQUENCE").strip()
    replaced = stamps("RECURRENCE-ID")
    return IcsEvent(
        uid=text("UID").strip(),
        sequence=int(sequence) if sequence.isascii() and sequence.isdigit() and len(sequence) < 12 else 0,
        start=starts[0],
        lasts=_lasts(starts[0], stamps("DTEND"), text("DURATION").strip()),
        title=said["SUMMARY"][0][1] if "SUMMARY" in said else "",
        description="\n".join(filter(None, (text("DESCRIPTION"), text("CATEGORIES")))),
        cancelled=text("STATUS").strip().upper() == "CANCELLED",
        rule=rule_of(rules[0][1]) if rules and not replaced else None,
        more=stamps("RDATE"),
        without=stamps("EXDATE"),
        replaces=replaced[0] if replaced else None,
    )


def _stamp(text: str, parameters: dict[str, str], zones: Zones) -> Stamp:
    # Of a period only the begin counts here.
    written = text.strip().partition("/")[0]
    found = moment(written)
    if not isinstance(found, date) or found.year not in _YEARS:
        raise Unreadable(f"an impossible date: {written[:20]!r}")
    if not isinstance(found, datetime):
        return Stamp(datetime.combine(found, datetime.min.time()), all_day=True)
    if found.tzinfo is not None:
        return Stamp(found.replace(tzinfo=None), utc)
    name = parameters.get("TZID", "")
    return Stamp(found, zones.find(name) if name else None)


def _lasts(start: Stamp, ends: tuple[Stamp, ...], duration: str) -> timedelta | None:
    if ends:
        return max(ends[0].instant() - start.instant(), timedelta())
    if not duration:
        return None
    found = moment(duration)
    return found if isinstance(found, timedelta) else None
