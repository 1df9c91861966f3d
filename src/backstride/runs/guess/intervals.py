"""Repetitions such as `10 x 400m`, `5x1k` or `6 x 3 min`: of what length, how often, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from backstride.runs.guess import units

_REPEATED = re.compile(
    rf"(?<![\w.,:/])(?P<times>\d{{1,2}})(?:\s?-\s?(?P<most>\d{{1,2}}))?\s?x\s?(?P<amount>{units.NUMBER})"
    rf"(?:\s?(?P<unit>{units.KM}|{units.MILES}|{units.METRES}|{units.MINUTES}|sec|secs|seconds|sek|s|\"|''))?"
    r"(?![a-z0-9])"
)
_BARE_METRES = range(100, 5001)  # on a track nobody writes the unit; 3 x 10 is of a gym


@dataclass(frozen=True)
class Repeated:
    """Repetitions in a text; `metres` is what they make together, None where they are told in time."""

    metres: float | None
    start: int
    end: int


def repeated_in(text: str) -> Iterator[Repeated]:
    """The repetitions of a folded text."""
    for found in _REPEATED.finditer(text):
        times = int(found["most"] or found["times"])
        unit, amount = found["unit"], found["amount"]
        if unit is None:
            if not amount.isdigit() or int(amount) not in _BARE_METRES:
                continue
            unit = "m"
        length = re.fullmatch(rf"{units.KM}|{units.MILES}|{units.METRES}", unit)
        # "5 x 5 m" is of minutes or metres; neither is worth a guess at a distance.
        if unit == "m" and units.number(amount) < _BARE_METRES.start:
            length = None
        yield Repeated(times * units.metres(amount, unit) if length else None, *found.span())
