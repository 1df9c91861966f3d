"""Cells of a spreadsheet: days, distances and durations as people write them."""

import re
from collections.abc import Mapping
from datetime import date

from backstride.runs.guess import units
from backstride.runs.guess.amounts import Amount
from backstride.runs.guess.distance import distance_in
from backstride.runs.guess.duration import duration_in
from backstride.runs.guess.text import folded

DAY_RULE = "2026-11-21, or the day first: 21/11/2026"

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?")
_DAY_FIRST = re.compile(
    r"(?:[a-z]{2,10}[.,]? )?(\d{1,2})[-/. ]\s?(\d{1,2}|[a-z]{3,9})[-/. ,]\s?(\d{4}|\d{2})(?: .*)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.' ]\d{3})+")

_LENGTHS = {"km": 1000.0, "m": 1.0, "mi": units.MILE}
_MOST = 1_000_000.0  # m or s
_TIMES = {"h": 3600.0, "min": 60.0, "s": 1.0}


def day_of(text: str) -> date:
    """A day, ISO or the day first; the month may be an English word. Raises ValueError, saying the rule."""
    plain = folded(" ".join(text.split()))
    try:
        iso = _ISO.fullmatch(plain)
        if iso is not None:
            return date(*map(int, iso.groups()))
        found = _DAY_FIRST.fullmatch(plain)
        if found is not None:
            day, month, year = found.groups()
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    except ValueError:
        pass
    raise ValueError(f"a day is wanted as {DAY_RULE} (given: {text[:40]!r})")


def metres(text: str, unit: str | None) -> float:
    """A distance in metres; `unit` (km, m or mi) is that of a bare number. Raises ValueError."""
    plain = folded(text.strip())
    if unit == "m" and _THOUSANDS.fullmatch(plain):
        plain = re.sub(r"[,.' ]", "", plain)
    return _value(text, plain, _LENGTHS, unit, distance_in(plain, []), "'12 km' or a column distance_km")


def seconds(text: str, unit: str | None) -> float:
    """A duration in seconds; `unit` (h, min or s) is that of a bare number. Raises ValueError."""
    plain = folded(text.strip())
    found = duration_in(plain, [], labelled=True)
    return _value(text, plain, _TIMES, unit, found, "'90 min' or a column duration_min")


def _value(
    text: str, plain: str, units_: Mapping[str, float], unit: str | None, found: Amount | None, such_as: str
) -> float:
    """A bare number in its column's unit, or an amount that is the whole of the cell."""
    bare = re.fullmatch(r"-?\d+(?:[.,]\d*)?", plain)
    if bare is not None and unit is None:
        raise ValueError(f"a unit is wanted, such as {such_as} (given: {text[:40]!r})")
    if bare is not None and unit is not None:
        value = float(plain.replace(",", ".")) * units_[unit]
    elif found is not None and (found.start, found.end) == (0, len(plain)):
        value = found.value
    else:
        raise ValueError(f"a number is wanted (given: {text[:60]!r})")
    if not 0 <= value <= _MOST:
        raise ValueError(f"no day's run is like that (given: {text[:40]!r})")
    return value
