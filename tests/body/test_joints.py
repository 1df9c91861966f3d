"""Joint ranges and names: what is beyond is told, and the mirror image is one."""

import numpy as np
import pytest

from backstride.body.joints import beyond, mirror, names_of, other_side, vector
from backstride.body.skeleton import skeleton
from backstride.knowledge.figures import load_figures
from backstride.knowledge.loader import load
from body.simple import standing

RIG = skeleton()


def test_an_angle_beyond_its_range_is_told_with_the_degrees() -> None:
    assert beyond(vector({"right_knee_flexion": 167})) == [("right_knee_flexion", 12.0)]
    assert beyond(vector({"right_knee_flexion": -8})) == [("right_knee_flexion", 8.0)]
    assert beyond(vector({"knee_flexion": 155, "hip_flexion": 125})) == []


def test_a_name_without_a_side_is_both_and_a_sided_one_wins() -> None:
    angles = vector({"right_hip_flexion": 10, "hip_flexion": 80})
    assert angles[RIG.index("left_hip_flexion")] == 80
    assert angles[RIG.index("right_hip_flexion")] == 10
    with pytest.raises(KeyError):
        names_of("wing_flexion", RIG.angles)


def test_the_mirror_image_is_the_reflection_for_any_angles() -> None:
    rng = np.random.default_rng(3)
    order = [RIG.segments.index(other_side(name)) for name in RIG.segments]
    for _ in range(20):
        angles = rng.uniform(RIG.ranges[:, 0], RIG.ranges[:, 1])
        here = RIG.forward(angles, standing()).joints
        there = RIG.forward(mirror(angles), standing()).joints
        np.testing.assert_allclose(there[order] * [1, -1, 1], here, atol=1e-9)
        np.testing.assert_array_equal(mirror(mirror(angles)), angles)


def test_every_range_has_a_source_or_says_that_it_is_ours() -> None:
    joints = [j for j in load_figures().body.joints if j.id != "root"]
    motions = [(f"{j.id}_{name}", m) for j in joints for name, m in j.motions.items()]
    assert [name for name, m in motions if not m.sources and m.grade != "ours"] == []
    assert [name for name, m in motions if m.grade == "ours" and not m.why] == []
    assert {s for _, m in motions for s in m.sources} <= set(load().sources)
