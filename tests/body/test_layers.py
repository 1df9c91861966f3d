"""What lies over what, and what of it is seen: mirror images, the tinted back, the side that works."""

import copy

import numpy as np
import pytest

from backstride.body.draw.figure import Layer
from backstride.body.draw.scene import Scene, scene, sheet_view
from backstride.body.joints import other_side
from backstride.body.track import Track, build, track
from backstride.knowledge.figures import load_figures
from body.simple import KNEE, made

FRONTED = [m.id for m in load_figures().movements.values() if m.front]


def whole(moving: Track) -> Scene:
    frames = moving.frames(4)
    return scene(moving, frames, sheet_view(moving, [frame.stance for frame in frames]))


def turned(azimuth: float, tint: str, flexion: float = 0) -> list[Layer]:
    """The layers of somebody who stands, seen from there, with that region tinted."""
    data = copy.deepcopy(KNEE) | {"camera": {"azimuth": azimuth, "elevation": 0}, "tint": [tint]}
    data["poses"]["bent"]["angles"]["root_yaw"] = flexion
    return list(whole(build(made(data), "plain")).layers)


def work(layers: list[Layer]) -> float:
    """The greatest width of the tinted patches, in units of paper."""
    patches = [shape.points for layer in layers for shape in layer.shapes if shape.tone == "work"]
    return max((float(np.ptp(points[..., 0], axis=1).max()) for points in patches), default=0.0)


@pytest.mark.parametrize("exercise", FRONTED)
def test_the_other_side_is_drawn_in_the_mirrored_order(exercise: str) -> None:
    sides = [whole(track(exercise, side=side)).layers for side in ("right", "left")]
    one, two = ([layer.name for layer in layers] for layers in sides)
    assert [other_side(name) for name in one] == two
    assert [layer.far for layer in sides[0]] == [layer.far for layer in sides[1]]


def test_some_movement_says_what_lies_in_front() -> None:
    assert FRONTED


@pytest.mark.parametrize("region", ["thoracic_spine", "back_extensors", "lumbar_spine"])
def test_the_back_is_tinted_where_it_is_seen(region: str) -> None:
    assert work(turned(0, region)) == 0  # before the face
    assert work(turned(180, region)) > 20  # behind
    assert work(turned(-90, region)) > 20  # in profile


def test_the_belly_is_tinted_where_it_is_seen() -> None:
    assert work(turned(180, "abdominals")) == 0
    assert work(turned(0, "abdominals")) > 20


def test_a_working_side_is_not_paler_than_the_resting_one() -> None:
    for side in ("right", "left"):
        layers = whole(track("side_plank", "full", side)).layers
        assert [layer.name for layer in layers if layer.far] == []
    assert {layer.name for layer in whole(track("bird_dog")).layers if layer.far} == {"left_arm", "left_leg"}
