"""Points of a recording in columns, and what lies between two of them."""

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Self

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_RADIUS_M = 6_371_008.8  # mean radius of the Earth (IUGG)
_NAN = math.nan


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Moments in columns: seconds since 1970, degrees north and east, metres so far, metres above the sea.

    What is not known of a moment is not a number there; the seconds always are.
    """

    t: Array
    lat: Array
    lon: Array
    metres: Array
    height: Array

    def __len__(self) -> int:
        return len(self.t)

    def where(self, chosen: npt.NDArray[Any] | slice) -> Self:
        """The points at some places, or where a mask holds."""
        return type(self)(*(getattr(self, column.name)[chosen] for column in fields(self)))

    def at(self, t: Array) -> Self:
        """The same points by another clock."""
        return replace(self, t=t)


Segments = list[Points]


class Gather:
    """Points while they come in, eight bytes a value."""

    __slots__ = ("_columns",)

    def __init__(self) -> None:
        self._columns = tuple(array("d") for _ in fields(Points))

    def __len__(self) -> int:
        return len(self._columns[0])

    def add(self, *values: float | None) -> None:
        """One point, in the order of the columns."""
        for column, value in zip(self._columns, values, strict=True):
            column.append(_NAN if value is None else value)

    def extend(self, *values: Array) -> None:
        """Many points, in the order of the columns."""
        for column, more in zip(self._columns, values, strict=True):
            column.frombytes(more.tobytes())

    def points(self) -> Points:
        """All that came in, with the positions that can be ones."""
        t, lat, lon, metres, height = (np.array(column, dtype=np.float64) for column in self._columns)
        return Points(t, *placed(lat, lon), metres, height)


def placed(lat: Array, lon: Array) -> tuple[Array, Array]:
    """The positions that can be ones; a receiver without a fix writes 0, 0 or values off the globe."""
    sound = (np.abs(lat) <= 90) & (np.abs(lon) <= 180) & ((lat != 0) | (lon != 0))
    return np.where(sound, lat, np.nan), np.where(sound, lon, np.nan)


def metres_between(a: Points, b: Points) -> Array:
    """Great-circle metres from each point of `a` to the one of `b` at its place (haversine)."""
    lat_a, lat_b = np.radians(a.lat), np.radians(b.lat)
    up = np.sin((lat_b - lat_a) / 2) ** 2
    across = np.sin(np.radians(b.lon - a.lon) / 2) ** 2
    whole = up + np.cos(lat_a) * np.cos(lat_b) * across
    return np.asarray(2 * _RADIUS_M * np.arcsin(np.sqrt(np.minimum(whole, 1.0))))


def leg(lats: Sequence[float], lons: Sequence[float], a: int, b: int) -> float:
    """Great-circle metres between two places of the columns, where only few are wanted."""
    lat_a, lat_b = math.radians(lats[a]), math.radians(lats[b])
    up = math.sin((lat_b - lat_a) / 2) ** 2
    across = math.sin(math.radians(lons[b] - lons[a]) / 2) ** 2
    return 2 * _RADIUS_M * math.asin(min(1.0, math.sqrt(up + math.cos(lat_a) * math.cos(lat_b) * across)))
