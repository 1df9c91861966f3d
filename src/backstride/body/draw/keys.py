"""The few frames that an outline's way needs: the others lie on the straight way between two of them."""

import numpy as np

from backstride.body.skeleton import Array


def keys(points: Array, times: Array, slack: float) -> list[int]:
    """The frames of (F, K, 2), at `times` (F,), to keep so that none between strays by more than `slack`.

    The first and the last are always kept; of a stretch that strays, the frame that strays most is (Douglas
    and Peucker).
    """
    return [int(n) for n in np.flatnonzero(weights(points, times) > slack)]


def weights(points: Array, times: Array) -> Array:
    """The slack up to which each frame is kept, (F,): endless for the first and the last."""
    found = np.zeros(len(points))
    found[[0, -1]] = np.inf
    pending = [(0, len(points) - 1)]
    while pending:
        first, last = pending.pop()
        span = times[last] - times[first]
        if last - first < 2 or span <= 0:
            continue
        part = ((times[first + 1 : last] - times[first]) / span)[:, None, None]
        straight = points[first] + part * (points[last] - points[first])
        stray = np.abs(points[first + 1 : last] - straight).max(axis=(1, 2))
        worst = first + 1 + int(stray.argmax())
        # None is kept for less than what its stretch was cut for.
        found[worst] = min(stray.max(), found[first], found[last])
        if found[worst] > 0:
            pending += [(first, worst), (worst, last)]
    return found
