"""Joint angles by name: written for both sides at once, held to their ranges, seen in the mirror."""

from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np

from backstride.body.skeleton import Array, Skeleton, skeleton

_OTHER = {"left": "right", "right": "left"}


def names_of(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The full names that a name stands for: itself, or both its sides. Raises KeyError."""
    there = set(known)
    if name in there:
        return (name,)
    both = (f"left_{name}", f"right_{name}")
    if both[0] not in there:
        raise KeyError(name)
    return both


def other_side(name: str) -> str:
    """The name on the other side; a name without a side as it is."""
    side, _, rest = name.partition("_")
    return f"{_OTHER[side]}_{rest}" if side in _OTHER else name


def vector(angles: Mapping[str, float], rig: Skeleton | None = None) -> Array:
    """Angles by name as an array (A,), degrees; a sided one overrides one that stands for both."""
    rig = rig or skeleton()
    found = np.zeros(len(rig.angles))
    exact = set(rig.angles)
    for name, value in sorted(angles.items(), key=lambda item: item[0] in exact):
        for full in names_of(name, rig.angles):
            found[rig.index(full)] = value
    return found


def mirror(angles: Array, rig: Skeleton | None = None) -> Array:
    """The angles (..., A) of the mirror image."""
    order, sign = _mirroring(rig or skeleton())
    return np.asarray(angles[..., order] * sign)


@cache
def _mirroring(rig: Skeleton) -> tuple[list[int], Array]:
    order = [rig.index(other_side(name)) for name in rig.angles]
    sign = np.ones(len(rig.angles))
    for joint in rig.body.joints:
        for motion, given in joint.motions.items():
            if not joint.sided and given.axis[1] == 0:
                sign[rig.index(f"{joint.id}_{motion}")] = -1
    return order, sign


def beyond(angles: Array, rig: Skeleton | None = None, slack: float = 0.5) -> list[tuple[str, float]]:
    """The angles that are outside their range by more than `slack` degrees, and by how many."""
    rig = rig or skeleton()
    below, above = rig.ranges[:, 0] - angles, angles - rig.ranges[:, 1]
    over = np.maximum(below, above)
    return [(rig.angles[i], float(over[i])) for i in np.flatnonzero(over > slack)]
