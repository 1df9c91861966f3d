"""Distances in a text: with a unit, as repetitions, or by the name of a race."""

import re
from collections.abc import Iterator

from backstride.runs.guess import units
from backstride.runs.guess.amounts import Amount, whole
from backstride.runs.guess.intervals import Repeated

_REACH = 24  # characters before an amount that may change what it means
FARTHEST = 250_000.0  # m; more is no day's run but a mistake, or the sum of many

_WITH_UNIT = re.compile(
    rf"(?<![\w.,:/@])(?:(?P<least>{units.NUMBER})\s?(?:{units.KM}|{units.MILES})?\s?(?:-|to|bis|a|hingga)\s?)?"
    rf"(?P<amount>{units.NUMBER})\s?-?(?P<unit>{units.KM}|{units.MILES})(?![\w/])"
    # The pace of a race, or the race that a plan leads to, is no distance of the day.
    r"(?!\s?-?\s?(?:race )?(?:pace|effort|rp\b|goal|plan|programme?|race pace|per\b|p/h|/))"
)
_IN_METRES = re.compile(rf"(?<![\w.,:/@])(?P<amount>\d{{3,5}})\s?(?:{units.METRES})(?![\w/])")
# "Allure 10 km" is the pace of a race; "marathon pace 16 km" has its own race and a distance.
_PACE_BEFORE = re.compile(
    r"(?:(?<!marathon )(?<!race )(?<!goal )(?:pace|allure|ritmo|rythme)|@|couch to|training for|fur|goal)"
    r"\s?(?:de |of )?$"
)

_PURPOSE = r"(?:[ -]?(?:pace|tempo|effort|training|plan|block|prep|specific|build|goal|group|club|expo|rp\b))"
_HALVES = r"half|semi|halb|separuh|medi[ao]|1/2|\u00bd"
_HALF = re.compile(rf"(?<![a-z])(?:{_HALVES})[ -]?marath?on(?!{_PURPOSE})(?![a-z])")
_FULL = re.compile(rf"(?<![a-z])marath?on(?!{_PURPOSE})(?![a-z])")
_NOT_BEFORE = re.compile(rf"(?:pace|allure|ritmo|ritmo de|training for|ultra|{_HALVES})[ -]?$")
# Lengths that nobody writes by chance: half and whole marathons in miles and kilometres.
_BARE = {"13.1": 0.5, "26.2": 1.0, "21.1": 0.5, "42.2": 1.0, "21.0975": 0.5, "42.195": 1.0}
_NUMBER = re.compile(r"(?<![\w.,:/@])(\d\d[.,]\d{1,4})(?![\w.,:/])")


def distance_in(text: str, repeated: list[Repeated]) -> Amount | None:
    """The distance of the session in a folded text, in metres; None where it names none."""
    amounts = list(_all(text, repeated))
    found = whole(amounts, text) or race_named(text) or _bare(text)
    return found if found is not None and 0 < found.value <= FARTHEST else None


def race_named(text: str) -> Amount | None:
    """A marathon or half marathon that is named, unless a pace or a plan is."""
    half = _HALF.search(text)
    if half is not None:
        return Amount(units.MARATHON / 2, *half.span())
    for full in _FULL.finditer(text):
        if not _NOT_BEFORE.search(text, max(0, full.start() - _REACH), full.start()):
            return Amount(units.MARATHON, *full.span())
    return None


def _all(text: str, repeated: list[Repeated]) -> Iterator[Amount]:
    taken = [(each.start, each.end) for each in repeated]
    for each in repeated:
        if each.metres is not None:
            yield Amount(each.metres, each.start, each.end, sure=False)
    for found in (*_WITH_UNIT.finditer(text), *_IN_METRES.finditer(text)):
        start, end = found.span()
        inside = any(start < there and here < end for here, there in taken)
        if inside or _PACE_BEFORE.search(text, max(0, start - _REACH), start):
            continue
        unit = found.groupdict().get("unit") or "m"
        least = found.groupdict().get("least")
        yield Amount(units.metres(found["amount"], unit), start, end, sure=least is None)


def _bare(text: str) -> Amount | None:
    for found in _NUMBER.finditer(text):
        part = _BARE.get(found[1].replace(",", "."))
        if part is not None:
            return Amount(units.MARATHON * part, *found.span(), sure=False)
    return None
