"""The moments that tell a movement in a row: its start, the telling pose, and what differs most from both."""

import numpy as np

from backstride.body.skeleton import Array, located
from backstride.body.track import Frame, Track

MOST, LEAST = 5, 3
_STEPS = 8
# Of the furthest that two moments are apart: nearer than that is the same picture, further is worth one more.
_SAME, _WORTH = 0.12, 0.5
# A pose that is taken tells more than the way to it.
_WAY = 0.7


def moments(track: Track, count: int | None = None) -> list[Frame]:
    """At most `count` frames in the order of time, by default as many as the movement has to tell, 3 to 5.

    The first is the start; the last is the telling pose, or one that the movement takes after it and that is
    new. Those on the way back are left out, since they are seen on the way there.
    """
    show = track.pose(track.plan.show)
    if count is not None and count < 2:
        return [show]
    frames = _forth(track)
    telling = min(range(len(frames)), key=lambda n: abs(frames[n].seconds - show.seconds))
    apart = _apart(track, frames)
    poses = [frame.body in track.poses.values() for frame in frames]
    value = apart * np.where(poses, 1.0, _WAY)
    chosen = [0, telling]
    while len(chosen) < (count or MOST):
        nearest = value[chosen].min(axis=0)
        best = int(nearest.argmax())
        enough = _WORTH if count is None and len(chosen) >= LEAST else _SAME
        if nearest[best] < enough * apart.max():
            break
        chosen.append(best)
    return [frames[n] for n in sorted(set(chosen))]


def _forth(track: Track) -> list[Frame]:
    """The frames of the start and of the ways to poses that were not taken before."""
    first = {phase.pose: number for number, phase in reversed([*enumerate(track.phases)])}
    return [frame for frame in track.frames(_STEPS) if frame.phase in first.values()]


def _apart(track: Track, frames: list[Frame]) -> Array:
    """How far the bodies of frames are apart, (F, F): the furthest that a ball of one is from the other's."""
    points = located([frame.stance for frame in frames], list(track.rig.balls.values()))
    return np.asarray(np.linalg.norm(points[:, None] - points[None], axis=-1).max(axis=-1))
