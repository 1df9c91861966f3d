"""What lies on a rounded part: the skull's hair, the face, an eye, seen from any side in every frame."""

from collections.abc import Iterator, Sequence

import numpy as np

from backstride.body.draw.camera import View
from backstride.body.skeleton import Array, Skeleton, Stance
from backstride.knowledge.schema.body import Patch

_ROUND, _DISC = 14, 6
# The curve of an outline runs inside its corners: those of a large patch lie a little further out at the rim.
_RIM, _LARGE = 0.045, 0.7
_INSIDE = 0.9


def patches(
    rig: Skeleton, patch: Patch, stances: Sequence[Stance], seen: View, stout: float = 1.0
) -> Iterator[Array]:
    """The part of a patch that is seen, through the frames: outlines (F, K, 2) in units of paper.

    What is turned away ends at the dome's rim, and a patch that is turned away altogether shrinks to nothing.
    """
    dome = rig.body.domes[patch.dome]
    index = rig.segments.index(dome.of)
    radii = np.array(dome.radii) * rig.body.stature
    turned = np.array([stance.rotations[index] for stance in stances])
    middle = np.array([stance.joints[index] for stance in stances])
    middle = middle + turned @ (np.array(dome.at) * rig.body.stature)
    # From the unit ball (its own axes) to paper, and the viewer's direction there: what faces it is seen.
    across = np.stack([turned.swapaxes(1, 2) @ axis for axis in (seen.right, -seen.up)], axis=1)
    flat = across * (radii * seen.per_metre * stout)
    viewer = _unit((turned.swapaxes(1, 2) @ seen.towards) / radii)
    centre = seen.paper(middle)[:, None]
    if not patch.edge:
        yield np.rint(centre + _rim(flat))
        return
    for edge in _edges(patch):
        ball = _visible(edge, viewer)
        yield np.rint(centre + ball @ flat.swapaxes(1, 2))


def _rim(flat: Array) -> Array:
    """The outline of a whole dome, (F, K, 2) about its middle."""
    turns = np.arange(_ROUND) * (2 * np.pi / _ROUND)
    directions = np.stack([np.cos(turns), np.sin(turns)], axis=-1)
    ball = _unit(directions @ flat)
    return np.asarray(ball @ flat.swapaxes(1, 2) / np.cos(np.pi / _ROUND))


def _edges(patch: Patch) -> Iterator[Array]:
    """The edge in directions from the middle, (K, 3): of a disc, one with its mirror image, or as written."""
    flip = np.array([1.0, -1.0, 1.0])
    given = _unit(np.array(patch.edge))
    if patch.wide:
        one = _unit(np.cross(given[0], [0.0, 0.0, 1.0]))
        two = np.cross(given[0], one)
        turns = np.arange(_DISC)[:, None] * (2 * np.pi / _DISC)
        spread = np.tan(np.radians(patch.wide)) * (np.cos(turns) * one + np.sin(turns) * two)
        given = _unit(given[0] + spread)
    elif patch.across:
        other = [point * flip for point in given[::-1] if abs(point[1]) > 1e-6]
        given = np.concatenate([given, other])
    yield given
    if patch.pair:
        yield given[::-1] * flip


def _visible(edge: Array, viewer: Array) -> Array:
    """The edge (K, 3) on the unit ball with what is hidden from `viewer` (F, 3) drawn in to its rim."""
    middle = _unit(edge.mean(axis=0))
    within = float(np.arccos(np.clip(edge @ middle, -1, 1)).min()) * _INSIDE
    nearest = np.array([_nearest(edge, middle, within, towards) for towards in viewer])
    near = np.einsum("fi,fi->f", nearest, viewer)[:, None]
    seen = viewer @ edge.T
    # On the way over the patch from a hidden corner to the nearest point: where it comes into sight.
    rim = edge * near[..., None] - nearest[:, None] * seen[..., None]
    gone = nearest - near * viewer
    sight = seen[..., None]
    out = _RIM if within > _LARGE * _INSIDE else 0.0
    found = np.where(sight < 0, _unit(rim) * (1 + out), edge * (1 + out * (1 - sight)))
    return np.where((near > 0)[..., None], found, _unit(gone)[:, None])


def _nearest(edge: Array, middle: Array, within: float, viewer: Array) -> Array:
    """The point of a patch that is nearest to the viewer."""
    apart = float(np.arccos(np.clip(middle @ viewer, -1, 1)))
    if apart <= within:
        return viewer
    sideways = _unit(viewer - (middle @ viewer) * middle)
    inner = np.cos(within) * middle + np.sin(within) * sideways
    corner = edge[int((edge @ viewer).argmax())]
    return np.asarray(inner if inner @ viewer >= corner @ viewer else corner)


def _unit(vectors: Array) -> Array:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9))
