"""The solver: contacts hold, ranges are kept, planted feet stay, and the same pose gives the same body."""

import copy

import numpy as np

from backstride.body.joints import beyond
from backstride.body.solver import off
from backstride.body.track import Track
from body.simple import ALL_FOURS, KNEE, tracked


def worst(track: Track) -> float:
    frames = track.frames(5)
    return max(off(frame.stance, touch) for frame in frames for touch in frame.body.touches)


def test_hands_knees_and_toes_meet_the_floor() -> None:
    track = tracked(ALL_FOURS)
    assert len(track.poses["start"].touches) == 6
    assert worst(track) < 0.002
    assert beyond(track.poses["start"].angles) == []


def test_what_is_not_free_stays_as_written() -> None:
    track = tracked(KNEE)
    angles = track.poses["bent"].angles
    assert angles[track.rig.index("right_knee_flexion")] == 80
    assert angles[track.rig.index("lumbar_flexion")] == 0


def test_a_planted_foot_stays_where_it_is() -> None:
    track = tracked(KNEE)
    places = track.rig.spots["left_foot"]
    frames = track.frames(6)
    points = np.array([[frame.stance.point(place) for place in places] for frame in frames])
    assert np.abs(points - points[0]).max() < 0.002


def test_a_hand_can_be_laid_on_a_thigh() -> None:
    data = copy.deepcopy(KNEE)
    free = [*data["poses"]["start"]["free"], "right_shoulder_flexion", "right_elbow_flexion"]
    data["poses"]["bent"] |= {"contacts": {"right_grip": "right_thigh_front"}, "free": free}
    track = tracked(data)
    (touch,) = (t for t in track.poses["bent"].touches if t.spot == "right_grip")
    assert off(track.stance(track.poses["bent"]), touch) < 0.005


def test_a_free_angle_never_leaves_its_range() -> None:
    data = copy.deepcopy(ALL_FOURS)
    # Feet that cannot point far enough to lie flat: the range wins, and the contact is off.
    data["poses"]["start"]["contacts"] = {"hand": "floor", "knee": "floor", "sole": "floor"}
    track = tracked(data)
    assert beyond(track.poses["start"].angles, slack=0.01) == []


def test_the_same_pose_gives_the_same_body() -> None:
    one, two = tracked(KNEE), tracked(KNEE)
    for a, b in zip(one.frames(5), two.frames(5), strict=True):
        np.testing.assert_array_equal(a.body.angles, b.body.angles)
        np.testing.assert_array_equal(a.stance.joints, b.stance.joints)
