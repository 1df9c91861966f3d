"""Movements made up for tests: a knee that bends in standing, and a person on hands and knees."""

from typing import Any

import numpy as np

from backstride.body.track import Track, build
from backstride.knowledge.schema.movement import Movement

KNEE: dict[str, Any] = {
    "id": "wall_sit",
    "side": "right",
    "camera": {"azimuth": -70, "elevation": 8},
    "tint": ["quadriceps"],
    "show": "bent",
    "poses": {
        "start": {
            "free": ["left_hip_flexion", "left_knee_flexion", "left_ankle_dorsiflexion"],
            "contacts": {"left_foot": "floor"},
            "angles": {"root_tilt": 3, "right_hip_flexion": 20, "right_knee_flexion": 40},
        },
        "bent": {"base": "start", "angles": {"right_hip_flexion": 60, "right_knee_flexion": 80}},
    },
    "phases": [
        {"phase": "start", "pose": "start", "seconds": 0.5},
        {"phase": "move", "pose": "bent", "seconds": 1},
        {"phase": "return", "pose": "start", "seconds": 1},
    ],
    "variants": {"plain": {}},
}

ALL_FOURS: dict[str, Any] = {
    "id": "bird_dog",
    "side": None,
    "camera": {"azimuth": -70, "elevation": 8},
    "tint": ["back_extensors"],
    "show": "start",
    "poses": {
        "start": {
            "angles": {
                "root_pitch": 90,
                "hip_flexion": 90,
                "knee_flexion": 90,
                "ankle_dorsiflexion": -52,
                "shoulder_flexion": 90,
                "elbow_pronation": 80,
                "wrist_flexion": -86,
            },
            "free": [
                "hip_flexion",
                "knee_flexion",
                "shoulder_flexion",
                "wrist_flexion",
                "ankle_dorsiflexion",
            ],
            "contacts": {"hand": "floor", "knee": "floor", "toes": "floor"},
        },
    },
    "phases": [
        {"phase": "start", "pose": "start", "seconds": 0.5},
        {"phase": "hold", "pose": "start", "seconds": 0.5},
    ],
    "variants": {"plain": {}},
}


def made(data: dict[str, Any]) -> Movement:
    """A movement of data in the form of the library's files."""
    return Movement.model_validate(data)


def tracked(data: dict[str, Any]) -> Track:
    """The track of its only variant."""
    return build(made(data), "plain")


def standing() -> np.ndarray[Any, np.dtype[np.float64]]:
    """A root at nought."""
    return np.zeros(3)
