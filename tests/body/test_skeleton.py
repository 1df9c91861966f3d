"""The skeleton: proportions as published, and angles that turn the way that clinicians say."""

import numpy as np
import pytest

from backstride.body.joints import vector
from backstride.body.skeleton import located, skeleton
from body.simple import standing

RIG = skeleton()


def at(name: str, **angles: float) -> np.ndarray:
    return RIG.forward(vector(angles), standing()).point(RIG.landmarks[name])


@pytest.mark.parametrize(
    ("upper", "lower", "fraction"),
    [
        ("left_hip", "left_knee", 0.245),
        ("left_knee", "left_ankle", 0.246),
        ("left_shoulder", "left_elbow", 0.186),
        ("left_elbow", "left_wrist", 0.146),
        ("left_wrist", "left_fingertip", 0.108),
    ],
)
def test_limbs_have_their_published_share_of_stature(upper: str, lower: str, fraction: float) -> None:
    length = np.linalg.norm(at(upper) - at(lower)) / RIG.body.stature
    assert length == pytest.approx(fraction, abs=5e-4)


def test_heights_of_the_standing_body_are_the_published_ones() -> None:
    hip = at("left_hip")[2] + 0.530 * RIG.body.stature
    assert hip / RIG.body.stature == pytest.approx(0.530)
    up = {
        name: at(name)[2] / RIG.body.stature + 0.530 for name in ("left_shoulder", "head_top", "left_ankle")
    }
    assert up["left_shoulder"] == pytest.approx(0.818, abs=0.006)
    assert up["head_top"] == pytest.approx(1.0, abs=0.006)
    assert up["left_ankle"] == pytest.approx(0.039, abs=0.001)


def test_the_soles_are_flat() -> None:
    stance = RIG.forward(vector({}), standing())
    feet = [
        n for n in RIG.balls if n.partition("_")[2] in ("heel", "ball_in", "ball_out", "toes_in", "toes_out")
    ]
    low = [located([stance], [RIG.balls[n]])[0, 0, 2] - RIG.balls[n].r for n in feet]
    assert len(feet) == 10
    assert max(low) - min(low) < 0.003


def test_masses_add_up_and_lie_near_the_middle_of_the_pelvis() -> None:
    sided = sum(s.mass * (2 if s.sided else 1) for s in RIG.body.segments)
    assert sided == pytest.approx(1.0, abs=0.005)
    centre = RIG.centre_of_mass(RIG.forward(vector({}), standing()))
    # Standing, at 55 to 57 % of stature.
    assert 0.54 < centre[2] / RIG.body.stature + 0.530 < 0.58
    assert centre[1] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("angle", "moved", "axis", "sign"),
    [
        ("left_hip_flexion", "left_knee", 0, 1),
        ("left_hip_abduction", "left_knee", 1, 1),
        ("right_hip_abduction", "right_knee", 1, -1),
        ("left_hip_rotation", "left_foot_index", 1, 1),
        ("right_hip_rotation", "right_foot_index", 1, -1),
        ("left_knee_flexion", "left_ankle", 0, -1),
        ("right_ankle_dorsiflexion", "right_foot_index", 2, 1),
        ("left_toe_extension", "left_foot_index", 2, 1),
        ("lumbar_flexion", "head_top", 0, 1),
        ("lumbar_bend", "head_top", 1, 1),
        ("thorax_rotation", "right_shoulder", 0, 1),
        ("neck_flexion", "nose", 2, -1),
        ("neck_rotation", "nose", 1, 1),
        ("left_shoulder_flexion", "left_wrist", 0, 1),
        ("right_shoulder_abduction", "right_wrist", 1, -1),
        ("left_elbow_flexion", "left_wrist", 0, 1),
        ("left_clavicle_elevation", "left_shoulder", 2, 1),
        ("right_clavicle_protraction", "right_shoulder", 0, 1),
        ("left_wrist_flexion", "left_fingertip", 1, -1),
        ("left_elbow_pronation", "left_thumb", 1, -1),
        ("root_pitch", "head_top", 0, 1),
        ("root_tilt", "head_top", 1, 1),
        ("root_turn", "nose", 1, 1),
    ],
)
def test_a_positive_angle_turns_the_clinical_way(angle: str, moved: str, axis: int, sign: int) -> None:
    way = at(moved, **{angle: 20.0}) - at(moved)
    assert way[axis] * sign > 0.01
    assert np.abs(way[axis]) == pytest.approx(np.abs(way).max(), rel=0.6)


def test_the_gradient_is_the_slope() -> None:
    rng = np.random.default_rng(7)
    angles = rng.uniform(RIG.ranges[:, 0], RIG.ranges[:, 1]) * 0.5
    place = RIG.landmarks["left_fingertip"]
    stance = RIG.forward(angles, standing())
    told = RIG.gradient(stance, place, stance.point(place))
    step = 1e-4
    for index in range(len(angles)):
        nudged = angles.copy()
        nudged[index] += step
        slope = (RIG.forward(nudged, standing()).point(place) - stance.point(place)) / step
        np.testing.assert_allclose(told[:, index], slope, atol=1e-6)
