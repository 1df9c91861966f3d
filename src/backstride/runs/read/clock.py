"""Clocks that jump while they record: a zone set on the way, or the date learnt from the first fix."""

from itertools import pairwise

import numpy as np

from backstride.runs.read.limits import EARLIEST
from backstride.runs.read.points import Array, Segments
from backstride.runs.read.words import spell

JITTER_S = 60.0  # points a little out of order are late, not a jump
LEFT_ON_S = 48 * 3600.0  # up to two days may truly pass between two points of a watch left on


def mend_clock(segments: Segments) -> tuple[Segments, tuple[str, ...]]:
    """The same points with a clock that never runs back, and notes of what was mended.

    Between two jumps the clock runs evenly; the longest such piece with a possible date is believed, and the
    others are moved up to it.
    """
    if not segments:
        return [], ()
    t = np.concatenate([segment.t for segment in segments])
    so_far = np.maximum.accumulate(t)
    steps = t[1:] - so_far[:-1]
    if not len(steps) or (steps.min() >= -JITTER_S and steps.max() <= LEFT_ON_S):
        return (segments if not len(steps) or steps.min() >= 0 else _told(segments, so_far)), ()
    mended, notes = _without_jumps(t)
    return _told(segments, mended), notes


def _told(segments: Segments, t: Array) -> Segments:
    ends = np.cumsum([len(segment) for segment in segments])
    return [segment.at(part) for segment, part in zip(segments, np.split(t, ends[:-1]), strict=True)]


def _without_jumps(times: Array) -> tuple[Array, tuple[str, ...]]:
    pieces: list[tuple[int, float]] = []  # points in it, seconds that were added to its clock
    mended: list[float] = []
    shift, count = 0.0, 0
    last: float | None = None
    sound_from = EARLIEST.timestamp()
    best = (-1, 0.0)
    for written in times.tolist():
        t = written + shift
        if last is not None and not (-JITTER_S <= t - last <= LEFT_ON_S):
            best = max(best, (count, -shift))
            pieces.append((count, shift))
            count = 0
            shift += last - t
            t = last
        elif last is not None and t < last:
            t = last
        count += written >= sound_from
        last = t
        mended.append(t)
    back = max(best, (count, -shift))[1]
    often = "once" if len(pieces) == 1 else f"{len(pieces)} times"
    widest = spell(_widest(pieces, shift))
    return np.array(mended) + back, (f"the clock jumped {often} (by up to {widest}): pieces joined",)


def _widest(pieces: list[tuple[int, float]], final: float) -> float:
    shifts = [shift for _, shift in pieces] + [final]
    return max(abs(b - a) for a, b in pairwise(shifts))
