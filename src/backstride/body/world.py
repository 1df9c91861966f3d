"""What a body can rest on: the floor, a wall, the seat of a chair."""

from dataclasses import dataclass

import numpy as np

from backstride.body.skeleton import Array
from backstride.knowledge.schema.movement import Props

_TOWARDS = {"behind": (-1, 0), "ahead": (1, 0), "left": (0, 1), "right": (0, -1)}


@dataclass(frozen=True, eq=False)
class Surface:
    """A plane: the unit normal (3,) on the body's side, and how far it lies along that from the origin."""

    normal: Array
    at: float

    def gap(self, point: Array, r: float) -> float:
        """Metres between a ball of that radius and the plane; below nought where it goes in."""
        return float(point @ self.normal) - self.at - r


def surfaces(props: Props, *, mirrored: bool = False) -> dict[str, Surface]:
    """The surfaces by name: `floor` always, `wall` and `seat` where the props have them."""
    found = {"floor": Surface(np.array([0.0, 0.0, 1.0]), 0.0)}
    if props.wall is not None:
        x, y = _TOWARDS[props.wall.side]
        towards = np.array([x, -y if mirrored else y, 0], dtype=float)
        found["wall"] = Surface(-towards, -props.wall.at)
    if props.chair is not None:
        found["seat"] = Surface(np.array([0.0, 0.0, 1.0]), props.chair.seat)
    return found
