"""Points of a recording, and what lies between two of them."""

import math
from typing import NamedTuple

_RADIUS_M = 6_371_008.8  # mean radius of the Earth (IUGG)


class Point(NamedTuple):
    """A moment: seconds since 1970, degrees north and east, metres so far; None where not known."""

    t: float
    lat: float | None = None
    lon: float | None = None
    metres: float | None = None


Segments = list[list[Point]]


def placed(lat: float | None, lon: float | None) -> tuple[float | None, float | None]:
    """The position if it can be one; a receiver without a fix writes 0, 0 or values off the globe."""
    if lat is None or lon is None or not (abs(lat) <= 90 and abs(lon) <= 180) or (lat == 0 and lon == 0):
        return None, None
    return lat, lon


def metres_between(a: Point, b: Point) -> float:
    """Great-circle metres between two points with positions (haversine)."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    up = math.sin((lat_b - lat_a) / 2) ** 2
    across = math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _RADIUS_M * math.asin(min(1.0, math.sqrt(up + math.cos(lat_a) * math.cos(lat_b) * across)))
