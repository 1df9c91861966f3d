"""Durations in a text: hours, minutes, `1:20`, `1h30`, `45'`; never a time of day or a pace."""

import re
from collections.abc import Iterator

from backstride.runs.guess import units
from backstride.runs.guess.amounts import Amount, whole
from backstride.runs.guess.intervals import Repeated

LONGEST = 24 * 3600.0

_NO_PACE = r"(?!\s?(?:/|per\b|pro\b|p/|am\b|pm\b|uhr\b|min\s?/|pace\b|mi\b|km\b))"
_BEFORE = r"(?<![\w.,:/@+])"
_H_M_S = re.compile(rf"{_BEFORE}(\d{{1,2}}):([0-5]\d):([0-5]\d)(?![\d:]){_NO_PACE}")
_H_M = re.compile(rf"{_BEFORE}(\d{{1,3}}):([0-5]\d)(?![\d:])(?!\s?-\s?\d){_NO_PACE}")
_HOURS = re.compile(
    rf"{_BEFORE}(?P<h>\d{{1,2}}(?:[.,]\d{{1,2}})?)\s?(?:{units.HOURS})"
    rf"(?:\s?(?P<m>[0-5]?\d)\s?(?:m|{units.MINUTES})?)?(?![\w/:'])"
)
_MINUTES = re.compile(
    rf"{_BEFORE}(?:(?P<least>\d{{1,3}})\s?(?:-|to|bis|a|hingga)\s?)?"
    rf"(?P<m>\d{{1,3}})\s?-?(?:{units.MINUTES})(?![\w/\"'])"
    rf"{_NO_PACE}"
)
_PAUSE = re.compile(
    r"\s?(?:of )?(?:rest|rec|recover|jog|pause|off|easy|float|trab|repos|recup|descanso|rehat)"
)
_CLOCK_BEFORE = re.compile(r"(?:[@<>]|\b(?:at|um|ab|a las|pukul|jam|from|by|till?|pace|until))\s?$")

# `1:20` is an hour and twenty minutes, `45:00` three quarters of one; between lie paces and times of day.
_MOST_HOURS, _LEAST_MINUTES = 4, 24


def duration_in(text: str, repeated: list[Repeated], *, labelled: bool = False) -> Amount | None:
    """The duration of the session in a folded text, in seconds; None where it names none.

    `labelled`: the text stands behind a word for duration, so that any `h:mm` is one.
    """
    amounts = list(_all(text, repeated, labelled=labelled))
    found = whole(amounts, text)
    return found if found is not None and 0 < found.value <= LONGEST else None


def _all(text: str, repeated: list[Repeated], *, labelled: bool) -> Iterator[Amount]:
    taken = [(each.start, each.end) for each in repeated]

    def fresh(found: re.Match[str]) -> bool:
        start, end = found.span()
        if any(start < there and here < end for here, there in taken):
            return False
        if _CLOCK_BEFORE.search(text, max(0, start - 8), start):
            return False
        taken.append((start, end))
        return True

    for found in filter(fresh, _H_M_S.finditer(text)):
        hours, minutes, seconds = map(int, found.groups())
        yield Amount(hours * 3600 + minutes * 60 + seconds, *found.span())
    for found in _H_M.finditer(text):
        first, second = map(int, found.groups())
        if first <= _MOST_HOURS or (labelled and first < _LEAST_MINUTES):
            value = first * 3600 + second * 60
        elif first >= _LEAST_MINUTES:
            value = first * 60 + second
        else:
            continue
        if fresh(found):
            yield Amount(value, *found.span(), sure=labelled or first > 0)
    for found in _HOURS.finditer(text):
        # "Footing 7h30" is a time of day.
        hours_ = units.number(found["h"])
        if (hours_ <= _MOST_HOURS + 2 or labelled) and fresh(found):
            yield Amount(hours_ * 3600 + int(found["m"] or 0) * 60, *found.span())
    for found in _MINUTES.finditer(text):
        if repeated and _PAUSE.match(text, found.end()):
            continue
        if fresh(found):
            yield Amount(int(found["m"]) * 60, *found.span(), sure=found["least"] is None)
