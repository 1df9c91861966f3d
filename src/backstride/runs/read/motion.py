"""Time in motion and distance from points alone, whatever a summary may say."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from backstride.runs.read.points import Point, Segments, metres_between
from backstride.runs.read.sports import FASTEST_RUN, SLOWEST_RUN

STILL = 0.5  # m/s: slower than any walk, faster than the drift of a receiver at rest
GAP_S = 300.0  # nobody knows what happened in a gap this long
BLOCK_S = 5.0  # over less, a receiver's noise looks like speed
SPRINT = 12.0  # m/s: no runner is faster, so the position is wrong
RIDE = 8.0  # m/s over a minute: faster than the world's best over 800 m, so it was not on foot
RIDE_S = 60.0
REST_S = 600.0  # a rest this long parts a recording into bouts
LEFT_ON_S = 1800.0  # red lights and a rest are part of a run; half an hour and
LEFT_ON_SHARE = 0.6  # two fifths of the time are not
BOUT_S = 300.0  # a bout shorter than this is no run of its own


@dataclass(frozen=True, slots=True)
class Block:
    """A few seconds in motion: begin, length, metres measured and metres that legs can cover."""

    t: float
    seconds: float
    metres: float
    on_foot: float


@dataclass(frozen=True, slots=True)
class Motion:
    """Seconds in motion, metres covered in them and the median speed in m/s (None without motion)."""

    moving_s: float
    metres: float
    speed: float | None
    notes: tuple[str, ...] = ()


def blocks_of(segments: Segments) -> list[Block]:
    """The blocks in motion, in order; standing still, long gaps and pauses between segments are left out."""
    known = sum(p.metres is not None for s in segments for p in s)
    by_metres = known * 2 >= sum(map(len, segments)) and known > 1
    return [
        b for segment in segments for b in _blocks(_usable(segment, by_metres=by_metres), by_metres=by_metres)
    ]


def measure(blocks: list[Block]) -> Motion:
    """Everything that moved, on foot or not."""
    moving = sum(b.seconds for b in blocks)
    speeds = [b.metres / b.seconds for b in blocks]
    return Motion(moving, sum(b.metres for b in blocks), median(speeds) if speeds else None)


def measure_on_foot(blocks: list[Block], elapsed_s: float) -> Motion:
    """Only what legs can have done: no rides, no leaps of the receiver, no walk hours after the run."""
    kept, ridden = _without_rides(blocks)
    notes = []
    if ridden:
        metres = sum(b.metres for b in ridden)
        notes.append(f"{metres / 1000:.1f} km at more than {RIDE:.0f} m/s left out: not on foot")
    if left_on(elapsed_s, measure(kept).moving_s):
        bouts = list(_bouts(kept))
        runs = [bout for bout in bouts if _is_run(bout)]
        if runs and len(runs) < len(bouts):
            kept = [block for bout in runs for block in bout]
            notes.append("movement before or after the run left out")
    return Motion(
        moving_s=sum(b.seconds for b in kept),
        metres=sum(b.on_foot for b in kept),
        speed=measure(kept).speed,
        notes=tuple(notes),
    )


def left_on(recorded_s: float, moving_s: float) -> bool:
    """If so little of what was recorded is movement that the watch must have been left on."""
    return recorded_s - moving_s > LEFT_ON_S and moving_s < LEFT_ON_SHARE * recorded_s


def _usable(segment: list[Point], *, by_metres: bool) -> list[Point]:
    if by_metres:
        return [p for p in segment if p.metres is not None]
    return _without_spikes([p for p in segment if p.lat is not None])


def _without_spikes(points: list[Point]) -> list[Point]:
    """Drops a point far off the line whose neighbours agree with each other."""
    if len(points) < 3:
        return points
    kept = points[:1]
    for here, after in pairwise(points[1:]):
        before = kept[-1]
        there = metres_between(before, here)
        if there > 30 and there > SPRINT * (here.t - before.t):
            back = metres_between(here, after)
            if back > 30 and metres_between(before, after) < 0.25 * (there + back):
                continue
        kept.append(here)
    kept.append(points[-1])
    return kept


def _blocks(points: list[Point], *, by_metres: bool) -> Iterator[Block]:
    if not points:
        return
    first = before = points[0]
    metres = on_foot = 0.0
    for here in points[1:]:
        seconds = here.t - before.t
        if seconds > GAP_S:
            yield from _closed(first, before, metres, on_foot, by_metres=by_metres)
            first, metres, on_foot = here, 0.0, 0.0
        else:
            leg = _leg(before, here, by_metres=by_metres)
            metres += leg
            on_foot += leg if leg <= SPRINT * max(seconds, 1.0) else 0.0
            if here.t - first.t >= BLOCK_S:
                yield from _closed(first, here, metres, on_foot, by_metres=by_metres)
                first, metres, on_foot = here, 0.0, 0.0
        before = here
    yield from _closed(first, before, metres, on_foot, by_metres=by_metres)


def _closed(first: Point, last: Point, metres: float, on_foot: float, *, by_metres: bool) -> Iterator[Block]:
    """The block if it moved; by positions, from one end to the other: drift at rest leads nowhere."""
    length = last.t - first.t
    net = metres if by_metres else metres_between(first, last)
    if length > 0 and net > STILL * length:
        yield Block(first.t, length, metres, on_foot)


def _leg(a: Point, b: Point, *, by_metres: bool) -> float:
    if by_metres:
        return max(0.0, (b.metres or 0.0) - (a.metres or 0.0))  # a counter that restarts goes back
    return metres_between(a, b)


def _without_rides(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    kept: list[Block] = []
    ridden: list[Block] = []
    minute: list[Block] = []
    for block in blocks:
        if minute and block.t - (minute[-1].t + minute[-1].seconds) > GAP_S:
            (ridden if _is_ride(minute) else kept).extend(minute)
            minute = []
        minute.append(block)
        if block.t + block.seconds - minute[0].t >= RIDE_S:
            (ridden if _is_ride(minute) else kept).extend(minute)
            minute = []
    (ridden if _is_ride(minute) else kept).extend(minute)
    return kept, ridden


def _is_ride(minute: list[Block]) -> bool:
    seconds = sum(b.seconds for b in minute)
    return seconds >= RIDE_S / 2 and sum(b.metres for b in minute) > RIDE * seconds


def _bouts(blocks: list[Block]) -> Iterator[list[Block]]:
    bout: list[Block] = []
    for block in blocks:
        if bout and block.t - (bout[-1].t + bout[-1].seconds) > REST_S:
            yield bout
            bout = []
        bout.append(block)
    if bout:
        yield bout


def _is_run(bout: list[Block]) -> bool:
    whole = measure(bout)
    return whole.moving_s >= BOUT_S and whole.speed is not None and SLOWEST_RUN <= whole.speed <= FASTEST_RUN
