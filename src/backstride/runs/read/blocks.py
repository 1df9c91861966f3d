"""A recording cut into blocks of a few seconds, those in motion kept."""

from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from backstride.runs.read.points import Array, Points, Segments, leg, metres_between

STILL = 0.5  # m/s: slower than any walk, faster than the drift of a receiver at rest
GAP_S = 300.0  # nobody knows what happened in a gap this long
BLOCK_S = 5.0  # over less, a receiver's noise looks like speed
SPRINT = 12.0  # m/s: no runner is faster, so the position is wrong
_SPIKE_M = 30.0  # a receiver's common noise is less


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """Each a few seconds in motion: begin, seconds, metres measured and metres that legs can cover."""

    t: Array
    seconds: Array
    metres: Array
    on_foot: Array

    def __len__(self) -> int:
        return len(self.t)

    def where(self, chosen: npt.NDArray[Any]) -> Self:
        """The blocks at some places, or where a mask holds."""
        return type(self)(*(getattr(self, column.name)[chosen] for column in fields(self)))


def blocks_of(segments: Segments) -> Blocks:
    """The blocks in motion, in order; standing still, long gaps and pauses between segments are left out."""
    known = sum(int(np.count_nonzero(~np.isnan(s.metres))) for s in segments)
    by_metres = known * 2 >= sum(map(len, segments)) and known > 1
    found = [_blocks(_usable(s, by_metres=by_metres), by_metres=by_metres) for s in segments]
    columns = ([getattr(b, column.name) for b in found] for column in fields(Blocks))
    return Blocks(*(np.concatenate([np.empty(0), *column]) for column in columns))


def _usable(points: Points, *, by_metres: bool) -> Points:
    known = ~np.isnan(points.metres if by_metres else points.lat)
    if not known.all():
        points = points.where(known)
    return points if by_metres else _without_spikes(points)


def _without_spikes(points: Points) -> Points:
    """Drops a point far off the line whose neighbours agree with each other."""
    if len(points) < 3:
        return points
    legs = metres_between(points.where(slice(None, -1)), points.where(slice(1, None)))
    if not np.any((legs > _SPIKE_M) & (legs > SPRINT * np.diff(points.t))):
        return points
    times, lats, lons = points.t.tolist(), points.lat.tolist(), points.lon.tolist()
    known_legs = legs.tolist()
    kept = [0]
    for here in range(1, len(times) - 1):
        before, after = kept[-1], here + 1
        there = known_legs[before] if after - before == 2 else leg(lats, lons, before, here)
        if there > _SPIKE_M and there > SPRINT * (times[here] - times[before]):
            back = known_legs[here]
            if back > _SPIKE_M and leg(lats, lons, before, after) < 0.25 * (there + back):
                continue
        kept.append(here)
    return points.where(np.array([*kept, len(times) - 1]))


def _blocks(points: Points, *, by_metres: bool) -> Blocks:
    if len(points) < 2:
        return Blocks(*(np.empty(0) for _ in fields(Blocks)))
    steps = np.diff(points.t)
    if by_metres:
        legs = np.maximum(np.diff(points.metres), 0.0)  # a counter that restarts goes back
    else:
        legs = metres_between(points.where(slice(None, -1)), points.where(slice(1, None)))
    gaps = steps > GAP_S
    legs[gaps] = 0.0
    on_foot = np.where(legs <= SPRINT * np.maximum(steps, 1.0), legs, 0.0)
    first, last = _cuts(points.t, np.flatnonzero(gaps) + 1)
    # The leg to a point stands at that point's place less one; a block's begin after the one before it.
    metres = np.add.reduceat(np.append(legs, 0.0), first)
    seconds = points.t[last] - points.t[first]
    # By positions a block moved if its ends lie apart: drift at rest leads nowhere.
    net = metres if by_metres else metres_between(points.where(first), points.where(last))
    moved = (seconds > 0) & (net > STILL * seconds)
    whole = Blocks(points.t[first], seconds, metres, np.add.reduceat(np.append(on_foot, 0.0), first))
    return whole.where(moved)


def _cuts(t: Array, after_gaps: npt.NDArray[np.intp]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The places of each block's first and last point; but at a gap, the last is the next one's first."""
    following: list[int] = np.searchsorted(t, t + BLOCK_S).tolist()
    first: list[int] = []
    last: list[int] = []
    begin = 0
    for end in [*after_gaps.tolist(), len(t)]:
        here = begin
        while (ahead := following[here]) < end:
            first.append(here)
            last.append(ahead)
            here = ahead
        first.append(here)
        last.append(end - 1)
        begin = end
    return np.array(first), np.array(last)
