"""Layers that move: every outline told once for each frame, and of the frames those that a slack keeps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

from backstride.body.draw.figure import Layer, Shape
from backstride.body.draw.group import grouped, named, opened
from backstride.body.draw.keys import weights
from backstride.body.draw.shape import paths
from backstride.body.skeleton import Array

# Units of paper by which an outline may stir and still count as still.
_STILL = 1.5


@dataclass(frozen=True, eq=False)
class _Way:
    """An outline's path data: in every frame, or in the first alone where it stays."""

    shape: Shape
    name: str
    told: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class _Moving:
    """A layer, its outlines' ways, and the slack up to which each frame is kept, (F,).

    One layer keeps the same frames throughout, lest its outlines drift apart between them.
    """

    layer: Layer
    ways: tuple[_Way, ...]
    weights: Array


@dataclass(frozen=True, eq=False)
class MovingLayers:
    """Layers through the frames, at `times` (F,) in seconds, over and over."""

    times: Array
    layers: tuple[_Moving, ...]

    def length(self, slack: float) -> int:
        """How many bytes they take with that slack, in units of paper."""
        return sum(len(text) for text in self.drawn(slack))

    def drawn(self, slack: float) -> Iterator[str]:
        """The groups, with no outline further off its way than the slack, in units of paper."""
        for moving in self.layers:
            keep = np.flatnonzero(moving.weights > slack).tolist()
            start = f'<animate attributeName="d" dur="{self.times[-1]:g}s" repeatCount="indefinite" '
            start += f'keyTimes="{";".join(_share(self.times[n] / self.times[-1]) for n in keep)}" values="'
            drawn = []
            for way in moving.ways:
                text = opened(way.shape, way.told[0], way.name)
                if len(way.told) > 1:
                    text += f'>{start}{";".join(way.told[n] for n in keep)}"/></path>'
                else:
                    text += "/>"
                drawn.append(text)
            yield grouped(moving.layer, drawn, [way.name for way in moving.ways])


def moving_layers(layers: Sequence[Layer], prefix: str, times: Sequence[float]) -> MovingLayers:
    """The layers with their outlines told; ids begin with the prefix, times in seconds end with the last."""
    numbers, at = count(), np.array(times)
    found = []
    for layer in layers:
        ways = tuple(_way(shape, name) for shape, name in named(layer, prefix, numbers))
        stacked = np.hstack([shape.points for shape in layer.shapes])
        found.append(_Moving(layer, ways, weights(stacked, at)))
    return MovingLayers(at, tuple(found))


def _way(shape: Shape, name: str) -> _Way:
    stays = np.abs(shape.points - shape.points[0]).max() <= _STILL
    return _Way(shape, name, tuple(paths(shape.points[:1] if stays else shape.points, shape.kind)))


def _share(part: float) -> str:
    return f"{part:.3f}".rstrip("0").rstrip(".").replace("0.", ".", 1) or "0"
