"""The head is right from every side: hair and face share it as it is turned, and an eye is seen or not."""

import numpy as np
import pytest

from backstride.body.draw.camera import View, view
from backstride.body.draw.dome import patches
from backstride.body.joints import vector
from backstride.body.skeleton import Array, skeleton
from backstride.knowledge.schema.body import Patch
from backstride.knowledge.schema.movement import Camera
from body.simple import standing

RIG = skeleton()
SCALE = 1000.0
PATCHES = [hull for part in RIG.body.parts for hull in part.hulls if isinstance(hull, Patch)]
(HAIR,) = (patch for patch in PATCHES if not patch.edge)
(FACE,) = (patch for patch in PATCHES if len(patch.edge) > 5)
(EYES,) = (patch for patch in PATCHES if patch.tone == "mark")


def seen(azimuth: float = 0) -> View:
    bare = view(Camera(azimuth=azimuth, elevation=5))
    return View(bare.right, bare.up, bare.towards, SCALE)


def drawn(patch: Patch, *turns: float, azimuth: float = 0) -> list[Array]:
    stances = [RIG.forward(vector({"root_yaw": turn}), standing()) for turn in turns]
    return list(patches(RIG, patch, stances, seen(azimuth)))


def area(outline: Array) -> float:
    x, y = outline.T
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


def test_the_face_goes_away_as_the_head_turns() -> None:
    turns = [0, 30, 60, 90, 120, 150, 180]
    face = [area(outline) for outline in drawn(FACE, *turns)[0]]
    assert face == sorted(face, reverse=True)
    whole = area(drawn(HAIR, 0)[0][0])
    assert 0.5 < face[0] / whole < 0.9  # a face, and hair round it
    assert 0.2 < face[3] / whole < 0.5  # in profile
    assert face[-1] < 0.01 * whole  # from behind nothing but hair


@pytest.mark.parametrize("azimuth", range(-180, 180, 15))
def test_the_face_lies_on_the_head_from_every_side(azimuth: float) -> None:
    (hair,), (face,) = drawn(HAIR, 0, azimuth=azimuth), drawn(FACE, 0, azimuth=azimuth)
    middle = hair[0].mean(axis=0)
    directions = np.stack([np.cos(np.arange(0, 6.28, 0.1)), np.sin(np.arange(0, 6.28, 0.1))])
    head, inner = (((outline[0] - middle) @ directions).max(axis=0) for outline in (hair, face))
    assert (inner <= head * 1.06 + 1).all()


def test_turning_the_head_and_walking_round_it_are_the_same() -> None:
    for one, two in zip(drawn(FACE, 40), drawn(FACE, 0, azimuth=-40), strict=True):
        np.testing.assert_allclose(one, two, atol=1)


def test_of_two_eyes_a_profile_shows_the_near_one() -> None:
    left, right = drawn(EYES, 0, 80, -80, 180)
    front, to_left, to_right, behind = range(4)
    assert area(left[front]) == pytest.approx(area(right[front]), rel=0.05)
    # Turned to its left, the face shows its right side.
    assert area(right[to_left]) > 5 * area(left[to_left])
    assert area(left[to_right]) > 5 * area(right[to_right])
    assert max(area(left[behind]), area(right[behind])) < 0.02 * area(left[front])
