"""The records of a FIT file in columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from backstride.runs.read.fit_values import finite, seconds
from backstride.runs.read.points import Array, Points, placed

_DEGREES = 180 / 2**31  # positions are written in halves of a full turn over 2^31


@dataclass(frozen=True, slots=True, eq=False)
class Records:
    """A row for each record: time, place as written, metres, height, beats, cadence; NaN if not known."""

    t: Array
    lat: Array
    lon: Array
    metres: Array
    height: Array
    heart_rate: Array
    cadence: Array

    def __len__(self) -> int:
        return len(self.t)

    def where(self, chosen: npt.NDArray[Any]) -> Self:
        """The records at some places, or where a mask holds."""
        return type(self)(*(getattr(self, column.name)[chosen] for column in fields(self)))

    def points(self) -> Points:
        """Those that have a time, in degrees."""
        timed = self.where(~np.isnan(self.t))
        lat, lon = placed(timed.lat * _DEGREES, timed.lon * _DEGREES)
        return Points(timed.t, lat, lon, timed.metres, timed.height)


def records_of(messages: Iterable[Mapping[str, Any]]) -> Records:
    """The records among decoded messages."""
    rows = [_row(m) for m in messages if m["message_type"] == "record"]
    columns = zip(*rows, strict=True) if rows else ((),) * len(fields(Records))
    return Records(*(np.array(column, dtype=np.float64) for column in columns))


def _row(record: Mapping[str, Any]) -> tuple[float | None, ...]:
    return (
        seconds(record.get("timestamp")),
        finite(record, "position_lat"),
        finite(record, "position_long"),
        finite(record, "distance"),
        finite(record, "enhanced_altitude", "altitude"),
        finite(record, "heart_rate"),
        finite(record, "cadence"),
    )
