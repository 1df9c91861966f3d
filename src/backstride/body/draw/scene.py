"""A movement on one sheet of paper: the view that holds it all, and its layers through the frames."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backstride.body.draw.arrow import arrows
from backstride.body.draw.camera import View, fitted, view
from backstride.body.draw.figure import Layer, Shape, layers
from backstride.body.draw.props import behind, carried, fixed_points
from backstride.body.skeleton import Array, Stance, located
from backstride.body.track import Frame, Track

WIDTH, HEIGHT, MARGIN = 960, 720, 36


@dataclass(frozen=True, eq=False)
class Scene:
    """What is drawn: still shapes behind, layers through the frames, arrows."""

    view: View
    behind: tuple[Shape, ...]
    layers: tuple[Layer, ...]
    arrows: tuple[Shape, ...]


def sheet_view(
    track: Track,
    stances: Sequence[Stance],
    width: float = WIDTH,
    height: float = HEIGHT,
    margin: float = MARGIN,
) -> View:
    """The view in which the body of all these stances and what stands around it fill the sheet."""
    seen = view(track.plan.camera, mirrored=track.mirrored)
    return fitted(seen, corners(track, stances, seen), width, height, margin)


def corners(track: Track, stances: Sequence[Stance], seen: View) -> Array:
    """The upper left and lower right corner, (2, 2) on paper, of all that is drawn."""
    balls = list(track.rig.balls.values())
    body = seen.paper(located(stances, balls))
    radii = np.array([ball.r for ball in balls])[None, :, None] * seen.per_metre
    around = seen.paper(fixed_points(track, stances))
    low = np.minimum((body - radii).min(axis=(0, 1)), around.min(axis=0))
    high = np.maximum((body + radii).max(axis=(0, 1)), around.max(axis=0))
    return np.array([low, high])


def scene(
    track: Track,
    frames: Sequence[Frame],
    seen: View,
    *,
    ground: Sequence[Stance] | None = None,
    stout: float = 1.0,
    plain: bool = False,
    with_arrows: bool = True,
) -> Scene:
    """The scene of these frames. `ground`: the stances that the floor and the wall are made for."""
    stances = [frame.stance for frame in frames]
    found = [*layers(track, stances, seen, stout=stout, plain=plain), *carried(track, stances, seen)]
    front = tuple(track.name(part) for part in track.plan.front)
    ordered = sorted(
        found, key=lambda layer: (front.index(layer.name) if layer.name in front else -1, layer.depth)
    )
    return Scene(
        view=seen,
        behind=tuple(behind(track, ground or stances, seen)),
        layers=tuple(ordered),
        arrows=tuple(arrows(track, seen)) if with_arrows else (),
    )
