"""Lines and cells: rows rearranged, words replaced by others of the same tongue."""

import re
from collections.abc import Sequence
from random import Random

from fuzz.mutations.pieces import ALL
from fuzz.mutations.sequence import place, rearranged

_CODES = ("utf-16", "utf-8-sig", "cp1252", "latin-1")


def lines(text: str, rng: Random, words: Sequence[str], split: str) -> str:
    """The text with lines rearranged, and parts between the marks of `split` (a pattern) replaced."""
    rows = text.splitlines(keepends=True)
    for _ in range(rng.choice((1, 1, 2, 4, 8))):
        if not rows:
            break
        if rng.random() < 0.3:
            rows = rearranged(rows, rng)
            continue
        at = place(rng, rows)
        parts = re.split(f"({split})", rows[at])
        if rng.random() < 0.25:
            parts = rearranged(parts, rng)
        else:
            parts[place(rng, parts)] = rng.choice(words if rng.random() < 0.7 else ALL)
        rows[at] = "".join(parts)
    return "".join(rows)


def encoded(text: str, rng: Random) -> bytes:
    """Mostly UTF-8; now and then as an old spreadsheet writes it."""
    code = rng.choice(_CODES) if rng.random() < 0.05 else "utf-8"
    return text.encode(code, errors="replace")
