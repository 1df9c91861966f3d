"""A movement as numbers: where every named point is at every moment, and every joint angle."""

from dataclasses import dataclass

import numpy as np

from backstride.body.skeleton import Array, located
from backstride.body.track import Track, track

# The order of MediaPipe's pose landmarks.
MEDIAPIPE = (
    "nose",
    *("left_eye_inner", "left_eye", "left_eye_outer", "right_eye_inner", "right_eye", "right_eye_outer"),
    *("left_ear", "right_ear", "left_mouth", "right_mouth"),
    *("left_shoulder", "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist"),
    *("left_pinky", "right_pinky", "left_index", "right_index", "left_thumb", "right_thumb"),
    *("left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle"),
    *("left_heel", "right_heel", "left_foot_index", "right_foot_index"),
)


@dataclass(frozen=True, eq=False)
class Trajectory:
    """Times (T,) in seconds, positions (T, J, 3) in metres by `names`, angles (T, A) in degrees.

    Axes: x the way that the person faces when standing, y to the person's left, z up from the floor.
    """

    times: Array
    names: tuple[str, ...]
    positions: Array
    angle_names: tuple[str, ...]
    angles: Array

    def mediapipe(self) -> Array:
        """The points in the layout of MediaPipe's 33 pose landmarks, (T, 33, 3): same metres, same axes."""
        return self.positions[:, [self.names.index(name) for name in MEDIAPIPE]]


def trajectory(
    exercise: str, variant: str | None = None, side: str | None = None, *, per_second: float = 10.0
) -> Trajectory:
    """The trajectory of an exercise of the library, sampled evenly, its last moment included.

    Raises:
        NoMovement: there is no movement, variant or side of that name.
    """
    return sampled(track(exercise, variant, side), per_second)


def sampled(moving: Track, per_second: float = 10.0) -> Trajectory:
    """The trajectory of a track, sampled evenly, its last moment included."""
    count = max(round(moving.seconds * per_second), 1) + 1
    frames = [moving.at(float(seconds)) for seconds in np.linspace(0, moving.seconds, count)]
    places = moving.rig.landmarks
    return Trajectory(
        times=np.array([frame.seconds for frame in frames]),
        names=tuple(places),
        positions=located([frame.stance for frame in frames], list(places.values())),
        angle_names=moving.rig.angles,
        angles=np.array([frame.body.angles for frame in frames]),
    )
