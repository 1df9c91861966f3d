"""The trajectory: every point by name at every moment, and MediaPipe's layout of it."""

import numpy as np
import pytest

from backstride.body.frames import MEDIAPIPE, trajectory
from backstride.body.track import NoMovement


def test_points_and_angles_are_told_for_every_moment() -> None:
    told = trajectory("bird_dog", per_second=5)
    count = round(told.times[-1] * 5) + 1
    assert told.positions.shape == (count, len(told.names), 3)
    assert told.angles.shape == (count, len(told.angle_names))
    assert np.diff(told.times) == pytest.approx(0.2, abs=0.01)
    wrist = told.positions[:, told.names.index("left_wrist")]
    # The left arm reaches: from the floor to the height of the trunk.
    assert wrist[0, 2] < 0.1
    assert wrist[:, 2].max() > 0.5
    knee = told.angles[:, told.angle_names.index("right_knee_flexion")]
    assert knee.min() < 10
    assert knee[0] > 80


def test_limbs_keep_their_length() -> None:
    told = trajectory("hamstring_strap")
    at = {name: told.positions[:, told.names.index(name)] for name in ("right_hip", "right_knee")}
    lengths = np.linalg.norm(at["right_hip"] - at["right_knee"], axis=1)
    assert np.ptp(lengths) < 1e-9


def test_mediapipe_has_33_landmarks_in_its_order() -> None:
    told = trajectory("wall_sit")
    seen = told.mediapipe()
    assert seen.shape == (len(told.times), 33, 3)
    assert [MEDIAPIPE[n] for n in (0, 11, 12, 25, 31)] == [
        *("nose", "left_shoulder", "right_shoulder", "left_knee", "left_foot_index"),
    ]
    np.testing.assert_array_equal(seen[:, 25], told.positions[:, told.names.index("left_knee")])


def test_the_other_side_is_the_reflection() -> None:
    right, left = trajectory("bird_dog", side="right"), trajectory("bird_dog", side="left")
    there = left.positions[:, left.names.index("left_heel")] * [1, -1, 1]
    np.testing.assert_allclose(there, right.positions[:, right.names.index("right_heel")], atol=1e-9)


@pytest.mark.parametrize(
    ("exercise", "variant", "side"),
    [("eagle", None, None), ("bird_dog", "flying", None), ("bird_dog", None, "up")],
)
def test_what_is_not_there_is_refused(exercise: str, variant: str | None, side: str | None) -> None:
    with pytest.raises(NoMovement):
        trajectory(exercise, variant, side)
