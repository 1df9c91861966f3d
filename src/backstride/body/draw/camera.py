"""From space to paper: seen from far away, so that no limb is larger for being near."""

from dataclasses import dataclass

import numpy as np

from backstride.body.skeleton import Array
from backstride.knowledge.schema.movement import Camera

MOST_PER_METRE = 400.0


@dataclass(frozen=True, eq=False)
class View:
    """The directions of a camera (unit, (3,)), and where its middle falls on the paper, in its units."""

    right: Array
    up: Array
    towards: Array
    per_metre: float = 1.0
    middle: tuple[float, float] = (0.0, 0.0)

    def paper(self, points: Array) -> Array:
        """Points (..., 3) in metres on the paper, (..., 2), y down."""
        x = points @ self.right * self.per_metre + self.middle[0]
        y = -(points @ self.up) * self.per_metre + self.middle[1]
        return np.stack([x, y], axis=-1)

    def depth(self, points: Array) -> Array:
        """How near points (..., 3) are: larger is nearer, in metres."""
        return np.asarray(points @ self.towards)


def view(camera: Camera, *, mirrored: bool = False) -> View:
    """The view from a camera, or from its mirror image."""
    a = np.radians(-camera.azimuth if mirrored else camera.azimuth)
    e = np.radians(camera.elevation)
    return View(
        right=np.array([-np.sin(a), np.cos(a), 0.0]),
        up=np.array([-np.cos(a) * np.sin(e), -np.sin(a) * np.sin(e), np.cos(e)]),
        towards=np.array([np.cos(a) * np.cos(e), np.sin(a) * np.cos(e), np.sin(e)]),
    )


def fitted(seen: View, corners: Array, width: float, height: float, margin: float) -> View:
    """The view scaled and moved so that paper corners (2, 2) at 1 unit a metre fill a sheet."""
    size = np.maximum(corners[1] - corners[0], 1e-6)
    per_metre = min(
        MOST_PER_METRE, (width - 2 * margin) / float(size[0]), (height - 2 * margin) / float(size[1])
    )
    centre = (corners[0] + corners[1]) / 2 * per_metre
    middle = (width / 2 - float(centre[0]), height / 2 - float(centre[1]))
    return View(seen.right, seen.up, seen.towards, per_metre, middle)
