"""Metres up and down from the heights of a recording."""

import numpy as np

from backstride.runs.read.points import Array, Segments

# Over shorter spans a height is the sensor's noise more than the ground.
SPAN_S = 10.0
# Smaller swings may be noise: a barometer's is below a metre, a receiver's is more.
SWING_M = 3.0
# No ground is as high or as deep: a sensor without a reading.
_BEYOND_M = 10_000.0


def climb_of(segments: Segments) -> tuple[float | None, float | None]:
    """Ascent and descent in metres, swings of three and more counted; None where no heights are in it."""
    heights = [height for segment in segments for height in _means(segment.t, segment.height)]
    if len(heights) < 2:
        return None, None
    up = down = 0.0
    low = high = turn = extreme = heights[0]  # where the last swing began, and the farthest since
    for height in heights:
        if extreme == turn:  # no swing yet
            low, high = min(low, height), max(high, height)
            if height - low >= SWING_M:
                turn, extreme = low, height
            elif high - height >= SWING_M:
                turn, extreme = high, height
        elif (height > extreme) == (extreme > turn):
            extreme = height
        elif abs(height - extreme) >= SWING_M:
            up, down = up + max(extreme - turn, 0.0), down + max(turn - extreme, 0.0)
            turn, extreme = extreme, height
    return up + max(extreme - turn, 0.0), down + max(turn - extreme, 0.0)


def _means(t: Array, height: Array) -> list[float]:
    """The mean heights of spans of ten seconds."""
    known = np.abs(height) < _BEYOND_M
    if not known.any():
        return []
    t, height = t[known], height[known]
    spans = ((t - t[0]) // SPAN_S).astype(np.int64)
    first = np.flatnonzero(np.diff(spans, prepend=-1))
    means: list[float] = (np.add.reduceat(height, first) / np.diff(first, append=len(spans))).tolist()
    return means
