"""The few frames that an outline's way needs: the others lie on the straight way between two of them."""

import numpy as np

from backstride.body.skeleton import Array


def keys(points: Array, times: Array, slack: float) -> list[int]:
    """The frames of (F, K, 2), at `times` (F,), to keep so that none between strays by more than `slack`.

    The first and the last are always kept; of a stretch that strays, the frame that strays most is (Douglas
    and Peucker).
    """
    kept = [0]
    pending = [(0, len(points) - 1)]
    while pending:
        first, last = pending.pop()
        worst = _worst(points[first : last + 1], times[first : last + 1], slack)
        if worst is None:
            kept.append(last)
        else:
            pending += [(first + worst, last), (first, first + worst)]
    return kept


def _worst(points: Array, times: Array, slack: float) -> int | None:
    if len(points) < 3 or times[-1] <= times[0]:
        return None
    part = ((times - times[0]) / (times[-1] - times[0]))[:, None, None]
    straight = points[0] + part * (points[-1] - points[0])
    stray = np.abs(points - straight).max(axis=(1, 2))
    worst = int(stray.argmax())
    return worst if stray[worst] > slack else None
