"""Distances and durations behind their name, as plans export them: `Planned Distance: 6.2 mi`."""

import re

from backstride.runs.guess.amounts import Amount
from backstride.runs.guess.distance import distance_in
from backstride.runs.guess.duration import duration_in

_PLANNED = "(?:planned |total |estimated )?"
_BEHIND = r"(?:\s?\([^()]{1,12}\))?\s?[:=]\s?"
_DISTANCE = re.compile(rf"(?<![a-z])(?:{_PLANNED}(?:distance|dist)|distanz|strecke|distancia|jarak){_BEHIND}")
_DURATION = re.compile(
    rf"(?<![a-z])(?:{_PLANNED}(?:duration|time)|gesamtzeit|zeit|dauer|duree|temps|duracion|tiempo|tempoh|masa)"
    rf"{_BEHIND}"
)
_REACH = 24  # characters behind the name


def labelled_distance(text: str) -> Amount | None:
    """The distance behind the first word for it, in metres."""
    for label in _DISTANCE.finditer(text):
        start, end = label.end(), label.end() + _REACH
        found = distance_in(text[start:end], [])
        if found is not None and found.start == 0:
            return Amount(found.value, label.start(), start + found.end, sure=found.sure)
    return None


def labelled_duration(text: str) -> Amount | None:
    """The duration behind the first word for it, in seconds."""
    for label in _DURATION.finditer(text):
        start, end = label.end(), label.end() + _REACH
        found = duration_in(text[start:end], [], labelled=True)
        if found is not None and found.start == 0:
            return Amount(found.value, label.start(), start + found.end, sure=found.sure)
    return None
