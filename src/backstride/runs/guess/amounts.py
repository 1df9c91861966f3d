"""Several amounts in one text to the one of the whole session."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PARTS = re.compile(
    r"\+|\bwarm|\bcool|\bwu\b|\bcd\b|einlaufen|auslaufen|echauffement|retour au calme|calentamiento|pemanasan"
)


@dataclass(frozen=True)
class Amount:
    """An amount at a place of the text, in metres or seconds.

    `sure` unless it is a range, repetitions or made of several; `picked`: the largest of several.
    """

    value: float
    start: int
    end: int
    sure: bool = True
    picked: bool = False


def whole(amounts: Sequence[Amount], text: str) -> Amount | None:
    """The amount of the session: parts that are added up where the text lists them, else the largest.

    The place of a sum is from its first part to its last.
    """
    if len(amounts) < 2:
        return amounts[0] if amounts else None
    if _PARTS.search(text):
        start, end = min(a.start for a in amounts), max(a.end for a in amounts)
        return Amount(sum(a.value for a in amounts), start, end, sure=False)
    largest = max(amounts, key=lambda a: a.value)
    return Amount(largest.value, largest.start, largest.end, sure=False, picked=True)
