"""Clocks that jump while they record: a zone set on the way, or the date learnt from the first fix."""

from itertools import pairwise

from backstride.runs.read.limits import EARLIEST
from backstride.runs.read.points import Point, Segments
from backstride.runs.read.words import spell

JITTER_S = 60.0  # points a little out of order are late, not a jump
LEFT_ON_S = 48 * 3600.0  # up to two days may truly pass between two points of a watch left on


def mend_clock(segments: Segments) -> tuple[Segments, tuple[str, ...]]:
    """The same points with a clock that never runs back, and notes of what was mended.

    Between two jumps the clock runs evenly; the longest such piece with a possible date is believed, and the
    others are moved up to it.
    """
    pieces: list[tuple[int, float]] = []  # points in it, seconds that were added to its clock
    mended: Segments = []
    shift, count, jumps, last = 0.0, 0, 0, None
    sound_from = EARLIEST.timestamp()
    best = (-1, 0.0)
    for segment in segments:
        fresh: list[Point] = []
        for point in segment:
            t = point.t + shift
            if last is not None and not (-JITTER_S <= t - last <= LEFT_ON_S):
                best = max(best, (count, -shift))
                pieces.append((count, shift))
                jumps, count = jumps + 1, 0
                shift += last - t
                t = last
            elif last is not None and t < last:
                t = last
            count += point.t >= sound_from
            last = t
            fresh.append(point if t == point.t else point._replace(t=t))
        mended.append(fresh)
    if not jumps:
        return mended, ()
    best = max(best, (count, -shift))
    back = best[1]
    moved = [[p._replace(t=p.t + back) for p in segment] for segment in mended]
    times = "once" if jumps == 1 else f"{jumps} times"
    return moved, (f"the clock jumped {times} (by up to {spell(_widest(pieces, shift))}): pieces joined",)


def _widest(pieces: list[tuple[int, float]], final: float) -> float:
    shifts = [shift for _, shift in pieces] + [final]
    return max(abs(b - a) for a, b in pairwise(shifts))
