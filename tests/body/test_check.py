"""The check: clean for the library, and a broken pose is told with exercise, frame and joint."""

import copy

import pytest

from backstride.body.check import check, check_track
from backstride.body.track import build, mirrored
from backstride.knowledge.figures import load_figures
from backstride.knowledge.loader import load
from body.simple import ALL_FOURS, KNEE, made, tracked


@pytest.mark.parametrize("exercise", load_figures().movements)
def test_every_frame_of_the_library_holds(exercise: str) -> None:
    assert [str(f) for f in check(load_figures().movements[exercise], load())] == []


def test_the_made_up_movements_are_sound() -> None:
    assert list(check_track(tracked(KNEE), upright=True)) == []
    assert list(check_track(tracked(ALL_FOURS), upright=False)) == []


def test_a_knee_beyond_its_range_is_found() -> None:
    data = copy.deepcopy(KNEE)
    data["poses"]["bent"]["angles"]["right_knee_flexion"] = 170
    found = [f for f in check_track(tracked(data), upright=False) if f.what == "beyond its range"]
    assert {f.joint for f in found} == {"right_knee_flexion"}
    worst = max(found, key=lambda f: f.amount)
    assert (worst.exercise, worst.variant, worst.amount, worst.seconds) == ("wall_sit", "plain", 15.0, 1.5)
    assert "wall_sit (plain, right), frame" in str(worst)
    assert "right_knee_flexion: beyond its range by 15.0 degrees" in str(worst)


def test_a_hand_under_the_floor_is_found() -> None:
    data = copy.deepcopy(ALL_FOURS)
    pose = data["poses"]["start"]
    pose["contacts"] = {"left_hand": "floor", "knee": "floor", "toes": "floor"}
    pose["angles"] |= {"right_clavicle_elevation": -10, "right_wrist_flexion": 0}
    found = [f for f in check_track(tracked(data), upright=False) if "floor" in f.what]
    assert {f.joint for f in found} <= {"right_finger_in", "right_finger_out"}
    assert found[0].amount > 5


def test_a_contact_that_cannot_hold_is_found() -> None:
    data = copy.deepcopy(KNEE)
    data["poses"]["bent"] |= {"contacts": {"right_elbow": "left_toes"}, "free": []}
    (found,) = check_track(tracked(data), upright=False)
    assert (found.joint, found.what) == ("right_elbow", "off the left_toes")
    assert found.amount > 50


def test_a_body_that_would_fall_is_found() -> None:
    data = copy.deepcopy(KNEE)
    data["poses"]["bent"]["angles"] |= {"lumbar_flexion": 60, "thorax_flexion": 45, "shoulder_flexion": 120}
    joints = {f.joint for f in check_track(tracked(data), upright=True)}
    assert joints == {"centre_of_mass"}
    assert list(check_track(tracked(data), upright=False)) == []


def test_a_wall_is_not_walked_through() -> None:
    data = copy.deepcopy(KNEE)
    data["props"] = {"wall": {"side": "ahead", "at": 0.3}}
    found = [f for f in check_track(tracked(data), upright=False) if f.what == "through the wall"]
    assert {f.joint for f in found} <= {"right_knee", "right_thigh_low", "right_toes_in", "right_ball_in"}
    assert found


def test_a_movement_that_does_not_close_is_found() -> None:
    data = copy.deepcopy(KNEE)
    data["phases"] = data["phases"][:2]
    (found,) = check_track(tracked(data), upright=False)
    assert found.what == "not where the first frame has it"


def test_a_body_that_is_no_mirror_image_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    track = build(made(KNEE), "plain")
    crooked = build(
        made(KNEE | {"phases": [{**KNEE["phases"][0], "pose": "bent"}, *KNEE["phases"][1:]]}), "plain"
    )
    monkeypatch.setattr("backstride.body.check.mirrored", lambda _: mirrored(crooked))
    assert track.side == "right"
    assert any("image" in f.what for f in check(made(KNEE), load()))
