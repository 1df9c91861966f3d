"""Outlines: the hull of balls seen on paper, with as many points in every frame, and their path text."""

from typing import Literal

import numpy as np

from backstride.body.skeleton import Array

Kind = Literal["soft", "sharp", "line"]
HALVES = 2
_SHARP = 22


def outline(centres: Array, radii: Array, *, sharp: bool = False) -> Array:
    """The hull of discs: centres (F, J, 2) and radii (J,) or (F, J) on paper to points (F, K, 2).

    K is the same for all. Point k is the hull's furthest in the k-th direction, and the directions turn with
    the hull, so that a point stays by its disc when a limb swings. The points of a soft outline lie a little
    outside: its curve runs through the middles between them.
    """
    radii = np.broadcast_to(radii, centres.shape[:2])
    count = _SHARP if sharp else _count(float(radii.max()))
    angles = np.arange(count) * (2 * np.pi / count) + _turns(centres)[:, None]
    directions = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    best = np.argmax(centres @ directions + radii[..., None], axis=1)
    frames = np.arange(len(centres))[:, None]
    out = radii[frames, best] / (1 if sharp else np.cos(np.pi / count))
    points = centres[frames, best] + out[..., None] * directions.swapaxes(1, 2)
    return np.asarray(np.rint(points))


def _turns(centres: Array) -> Array:
    """By how much the discs as one are turned against the first frame, (F,) in radians."""
    spread = centres - centres.mean(axis=1, keepdims=True)
    x, y = spread[0].T
    along = spread[..., 0] @ x + spread[..., 1] @ y
    across = spread[..., 1] @ x - spread[..., 0] @ y
    return np.asarray(np.unwrap(np.arctan2(across, along)))


def paths(points: Array, kind: Kind) -> list[str]:
    """Path data of points (F, K, 2), in halves of a unit: a smooth closed curve, a polygon, or an open line.

    The curve has a quadratic arc for each point, of which it need not be told but the end: the point itself
    follows, as the last one seen from there. The ends are middles of whole points: halves are exact.
    """
    points = points * HALVES
    if kind != "soft":
        end = "z" if kind == "sharp" else ""
        starts, steps = _texts(points[:, 0]), _texts(np.diff(points, axis=1))
        return [f"M{start}l{step}{end}" for start, step in zip(starts, steps, strict=True)]
    middles = (points + np.roll(points, -1, axis=1)) / 2
    first = points[:, [0]] - middles[:, [-1]]
    first = np.concatenate([first, middles[:, [0]] - middles[:, [-1]]], axis=1)
    rows = zip(_texts(middles[:, -1]), _texts(first), _texts(np.diff(middles, axis=1)), strict=True)
    return [f"M{start}q{arc}t{rest}z" for start, arc, rest in rows]


def _texts(numbers: Array) -> list[str]:
    """Whole numbers (F, ...) one after the other, with no more between them than they need: (F,) texts."""
    whole = numbers.astype(int).reshape(len(numbers), -1).tolist()
    return [" ".join(map(str, row)).replace(" -", "-") for row in whole]


def _count(r: float) -> int:
    for most, count in ((5, 6), (10, 8), (24, 10)):
        if r < most:
            return count
    return 12
