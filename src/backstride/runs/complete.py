"""What one record of an activity lacks and another one of it knows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from backstride.runs.activity import Activity

# Sums over the way are believed of a record that covers the same time, within so much.
COVERS = 0.05

_WORDS = {
    "distance_m": "distance",
    "cadence_spm": "steps a minute",
    "heart_rate_bpm": "heart rate",
    "ascent_m": "ascent",
    "descent_m": "descent",
    "surface": "surface",
    "shoe": "shoe",
}
_SUMS = ("distance_m", "ascent_m", "descent_m")
_MEANS = ("cadence_spm", "heart_rate_bpm")
_NAMES = ("surface", "shoe")
_ZERO_IS_UNKNOWN = ("distance_m", *_MEANS)


def from_twin(kept: Activity, twins: Sequence[Activity]) -> Activity:
    """The record with what it lacks by the first twin that knows it, said in a note.

    Sums come only from one of about the same duration; a treadmill's distance not from one that had nothing
    but positions.
    """
    whole = [t for t in twins if _close(t.duration_s, kept.duration_s)]
    ways = whole if kept.surface != "treadmill" else [t for t in whole if not _positions_alone(t)]
    found: dict[str, Any] = {}
    for name in _WORDS:
        donors = ways if name == "distance_m" else whole if name in _SUMS else twins
        _take(kept, name, donors, found)
    return _noted(kept, found)


def from_part(kept: Activity, parts: Sequence[Activity]) -> Activity:
    """The record with the names that it lacks by the first part of it that knows them, said in a note."""
    found: dict[str, Any] = {}
    for name in _NAMES:
        _take(kept, name, parts, found)
    return _noted(kept, found)


def _take(kept: Activity, name: str, donors: Iterable[Activity], found: dict[str, Any]) -> None:
    if _lacks(kept, name):
        known = next((getattr(donor, name) for donor in donors if not _lacks(donor, name)), None)
        if known is not None:
            found[name] = known


def _lacks(activity: Activity, name: str) -> bool:
    value = getattr(activity, name)
    return value is None or (name in _ZERO_IS_UNKNOWN and not value)


def _noted(kept: Activity, found: dict[str, Any]) -> Activity:
    if not found:
        return kept
    note = f"{', '.join(_WORDS[name] for name in found)}: by another record of it"
    return replace(kept, **found, notes=(*kept.notes, note))


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= COVERS * max(a, b)


def _positions_alone(activity: Activity) -> bool:
    return activity.source.lower().removesuffix(".gz").endswith(".gpx")
