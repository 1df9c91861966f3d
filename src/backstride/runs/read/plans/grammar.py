"""The grammar of RFC 5545, as icalendar knows it, with types: lines, dates, offsets, rules.

Only its grammar: whole calendars are not given to it, since it follows the rules of every time zone in them
as far as they go, and a rule of seconds goes on for ever.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from icalendar.parser import Contentline
from icalendar.prop import vDDDTypes, vRecur, vUTCOffset


def parts(line: str) -> tuple[str, dict[str, str], str]:
    """Name in capitals, parameters and unescaped value of a line. Raises ValueError."""
    try:
        name, parameters, value = Contentline(line).parts()  # type: ignore[no-untyped-call]
    except AssertionError as error:
        raise ValueError(str(error)) from None
    plain = {str(key).upper(): str(given) for key, given in parameters.items()}
    return name.upper(), plain, str(value)


def moment(text: str) -> date | datetime | timedelta | None:
    """A day, a time (aware where it is in UTC) or a duration; None where the text is none of them."""
    try:
        found = vDDDTypes.from_ical(text)  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, OverflowError):
        return None
    return found if isinstance(found, date | timedelta) else None


def offset(text: str) -> timedelta:
    """An offset from UTC. Raises ValueError."""
    found = vUTCOffset.from_ical(text)  # type: ignore[no-untyped-call]
    if not isinstance(found, timedelta):
        raise ValueError(f"no offset: {text[:20]!r}")
    return found


def recurrence(text: str) -> Mapping[str, list[Any]]:
    """The parts of a rule by name. Raises ValueError."""
    return {str(key).upper(): list(value) for key, value in vRecur.from_ical(text).items()}
