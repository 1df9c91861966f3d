"""Rules of recurrence (RFC 5545), by day.

A rule is asked about a stretch of days, so that neither one without end nor one that never comes true can
hold up the reader (dateutil's search for a 30 February takes seconds, and far longer by the hour). What no
calendar of training uses (hours, week numbers, days of the year) is refused by name.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from backstride.runs.guess.text import plain
from backstride.runs.read.plans.grammar import recurrence
from backstride.runs.read.plans.limits import COUNTED_YEARS
from backstride.runs.read.unreadable import Unreadable

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST"}
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


@dataclass(frozen=True)
class Rule:
    """A rule; `days` are (ordinal or 0, weekday from Monday 0). `until` is a day, or a time, aware in UTC."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    days: tuple[tuple[int, int], ...] = ()
    places: tuple[int, ...] = ()
    week_start: int = 0


def rule_of(text: str) -> Rule:
    """A rule as it is written. Raises Unreadable."""
    try:
        parts = recurrence(text)
        unknown = sorted(set(parts) - _KNOWN)
        frequency = str(parts["FREQ"][0]).upper()
        if unknown or frequency not in _FREQUENCIES:
            what = plain((unknown or [frequency])[0].lower(), 20)
            raise Unreadable(f"it repeats by {what!r}, which is not read here")
        rule = Rule(
            frequency,
            interval=int(parts.get("INTERVAL", [1])[0]),
            count=int(parts["COUNT"][0]) if "COUNT" in parts else None,
            until=parts["UNTIL"][0] if "UNTIL" in parts else None,
            months=tuple(int(month) for month in parts.get("BYMONTH", ())),
            month_days=tuple(int(day) for day in parts.get("BYMONTHDAY", ())),
            days=tuple(_day(str(day).upper()) for day in parts.get("BYDAY", ())),
            places=tuple(int(place) for place in parts.get("BYSETPOS", ())),
            week_start=_DAYS.index(str(parts.get("WKST", ["MO"])[0]).upper()),
        )
    except Unreadable:
        raise
    except (ValueError, TypeError, KeyError, IndexError):
        raise Unreadable("how it repeats cannot be read") from None
    timeless = rule.until is not None and not isinstance(rule.until, date)
    if timeless or rule.interval < 1 or (rule.count is not None and rule.count < 1):
        raise Unreadable("how it repeats cannot be read")
    return rule


def days_of(rule: Rule, start: date, first: date, last: date) -> list[date]:
    """The days of a rule that begins on `start`, from `first` to `last`; its end in time is not looked at.

    The start itself belongs to them even where the rule does not name it. Raises Unreadable where a number of
    times would have to be counted over many years.
    """
    if last < start:
        return []
    if rule.count is not None and (first - start).days > 366 * COUNTED_YEARS:
        raise Unreadable(f"it has been counted for more than {COUNTED_YEARS} years")
    since = start if rule.count is not None else max(start, first)
    found: list[date] = []
    count = 0
    for day in _walk(rule, start, since, last):
        if day < start:
            continue
        count += 1
        if day > last or (rule.count is not None and count > rule.count):
            break
        found.append(day)
    if start >= first and start not in found:
        found.insert(0, start)
    return [day for day in found if day >= first]


def _walk(rule: Rule, start: date, since: date, last: date) -> Iterator[date]:
    """The days of each period that touches the stretch, in order."""
    begin = _period(rule, start, 0)
    for number in range(_number(rule, begin, since), _number(rule, begin, last) + 1):
        try:
            period = _period(rule, start, number)
            days = [day for day in _days_in(rule, period) if _fits(rule, start, day)]
        except (ValueError, OverflowError):
            return
        if rule.places:
            chosen = {p - 1 if p > 0 else len(days) + p for p in rule.places}
            days = [day for place, day in enumerate(days) if place in chosen]
        yield from days


def _number(rule: Rule, begin: date, day: date) -> int:
    """The number of the period, counted in intervals from the first, that holds the day or lies before it."""
    if rule.frequency == "DAILY":
        passed = (day - begin).days
    elif rule.frequency == "WEEKLY":
        passed = (day - begin).days // 7
    elif rule.frequency == "MONTHLY":
        passed = 12 * (day.year - begin.year) + day.month - begin.month
    else:
        passed = day.year - begin.year
    return passed // rule.interval


def _period(rule: Rule, start: date, number: int) -> date:
    """The first day of a period."""
    ahead = number * rule.interval
    if rule.frequency == "DAILY":
        return start + timedelta(days=ahead)
    if rule.frequency == "WEEKLY":
        return start - timedelta(days=(start.weekday() - rule.week_start) % 7) + timedelta(days=7 * ahead)
    if rule.frequency == "MONTHLY":
        years, month = divmod(start.month - 1 + ahead, 12)
        return date(start.year + years, month + 1, 1)
    return date(start.year + ahead, 1, 1)


def _days_in(rule: Rule, begin: date) -> Iterator[date]:
    if rule.frequency == "MONTHLY":
        length = calendar.monthrange(begin.year, begin.month)[1]
    elif rule.frequency == "YEARLY":
        length = 366 if calendar.isleap(begin.year) else 365
    else:
        length = 7 if rule.frequency == "WEEKLY" else 1
    return (begin + timedelta(days=n) for n in range(length))


def _fits(rule: Rule, start: date, day: date) -> bool:
    yearly, monthly = rule.frequency == "YEARLY", rule.frequency == "MONTHLY"
    free = not rule.days and not rule.month_days
    if rule.months:
        if day.month not in rule.months:
            return False
    elif yearly and free and day.month != start.month:
        return False
    if rule.month_days:
        length = calendar.monthrange(day.year, day.month)[1]
        if day.day not in rule.month_days and day.day - length - 1 not in rule.month_days:
            return False
    elif free and (yearly or monthly) and day.day != start.day:
        return False
    if rule.days:
        return any(_is_day(rule, day, ordinal, weekday) for ordinal, weekday in rule.days)
    return rule.frequency != "WEEKLY" or bool(rule.month_days) or day.weekday() == start.weekday()


def _is_day(rule: Rule, day: date, ordinal: int, weekday: int) -> bool:
    if day.weekday() != weekday:
        return False
    if not ordinal or rule.frequency not in ("MONTHLY", "YEARLY"):
        return True
    if rule.frequency == "YEARLY" and not rule.months:
        place, length = day.timetuple().tm_yday, 366 if calendar.isleap(day.year) else 365
    else:
        place, length = day.day, calendar.monthrange(day.year, day.month)[1]
    return ordinal == (place - 1) // 7 + 1 or ordinal == -((length - place) // 7 + 1)


def _day(text: str) -> tuple[int, int]:
    return int(text[:-2] or 0), _DAYS.index(text[-2:])
