"""What one measure of the runs comes to, before it is told in words; and how amounts are written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import floor, fsum
from typing import Any

from backstride.scenario import Run


@dataclass(frozen=True)
class Heard:
    """A measure with the parameter that it is held against, and the sentence `message` that tells it.

    `value` is in `unit` (see `decision.Signal`), `values` are the numbers that it comes from, and `fills` is
    what fills the sentence.
    """

    key: str
    rule: str
    parameter: str
    unit: str
    value: float | None
    message: str
    fills: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    note: bool = False
    day: date | None = None


def total_m(runs: Sequence[Run]) -> float | None:
    """Metres of these runs, whatever their order; `None` where none has a distance."""
    known = [run.distance_m for run in runs if run.distance_m]
    return round(fsum(known), 1) if known else None


def all_measured(runs: Sequence[Run]) -> bool:
    """Whether there are runs and each has a distance."""
    return bool(runs) and all(run.distance_m for run in runs)


def km(metres: float) -> str:
    """Metres in kilometres with one decimal."""
    return f"{metres / 1000:.1f}"


def percent(share: float) -> int:
    """A share in whole per cent, rounded half up, so that it does not hang on how a half is stored."""
    return floor(100 * share + 0.5)
