"""The skeleton as arrays: segments, angles and the places on them, and where they come to lie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from backstride.knowledge.figures import load_figures
from backstride.knowledge.movement_names import angle_names, sided_names
from backstride.knowledge.schema.body import Body, Motion, Segment

Array = NDArray[np.float64]
Whole = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Place:
    """A point on a segment: the segment's index, its offset (3,) and its depth of flesh, in metres."""

    segment: int
    offset: Array
    r: float


@dataclass(frozen=True, eq=False)
class Stance:
    """Where the segments lie: joints (S, 3) in metres, rotations (S, 3, 3), and the turning axes (D, 3)."""

    joints: Array
    rotations: Array
    axes: Array
    origins: Array

    def point(self, place: Place) -> Array:
        """The place in the world, (3,) in metres."""
        return np.asarray(self.joints[place.segment] + self.rotations[place.segment] @ place.offset)


@dataclass(frozen=True, eq=False)
class Skeleton:
    """Segments (S), angles (A) in degrees, and the turns (D) by which angles move segments."""

    body: Body
    segments: tuple[str, ...]
    angles: tuple[str, ...]
    ranges: Array
    parents: tuple[int, ...]
    offsets: Array
    turns: tuple[tuple[int, ...], ...]
    turn_angle: Whole
    turn_share: Array
    turn_axis: Array
    carried: Array
    masses: Array
    centres: Array
    spots: Mapping[str, tuple[Place, ...]]
    balls: Mapping[str, Place]
    landmarks: Mapping[str, Place]

    def forward(self, angles: Array, root: Array) -> Stance:
        """Where the body lies with these angles (A,) in degrees and the pelvis at `root` (3,) in metres."""
        turned = np.radians(angles[self.turn_angle]) * self.turn_share
        matrices = _rotations(self.turn_axis, turned)
        joints = np.empty((len(self.segments), 3))
        rotations = np.empty((len(self.segments), 3, 3))
        axes, origins = np.empty((len(turned), 3)), np.empty((len(turned), 3))
        for index, parent in enumerate(self.parents):
            if parent < 0:
                joints[index], frame = root, np.eye(3)
            else:
                frame = rotations[parent]
                joints[index] = joints[parent] + frame @ self.offsets[index]
            for turn in self.turns[index]:
                axes[turn] = frame @ self.turn_axis[turn]
                origins[turn] = joints[index]
                frame = frame @ matrices[turn]
            rotations[index] = frame
        return Stance(joints, rotations, axes, origins)

    def gradient(self, stance: Stance, place: Place, point: Array) -> Array:
        """How the point moves with each angle, (3, A) in metres per degree."""
        moved = np.cross(stance.axes, point - stance.origins)
        moved *= (self.carried[place.segment] * self.turn_share)[:, None]
        gradient = np.zeros((len(self.angles), 3))
        np.add.at(gradient, self.turn_angle, moved)
        return np.radians(gradient.T)

    def centre_of_mass(self, stance: Stance) -> Array:
        """The body's centre of mass, (3,) in metres."""
        points = stance.joints + np.einsum("sij,sj->si", stance.rotations, self.centres)
        return np.asarray(self.masses @ points / self.masses.sum())

    def index(self, angle: str) -> int:
        """Where an angle stands in the arrays."""
        return self.angles.index(angle)


def located(stances: Sequence[Stance], places: Sequence[Place]) -> Array:
    """Where places lie in each stance, (F, J, 3) in metres."""
    index = [place.segment for place in places]
    offsets = np.array([place.offset for place in places])
    joints = np.array([stance.joints[index] for stance in stances])
    turned = np.array([stance.rotations[index] for stance in stances])
    return np.asarray(joints + np.einsum("fjab,jb->fja", turned, offsets))


@cache
def skeleton() -> Skeleton:
    """The skeleton of the library's body."""
    return build(load_figures().body)


def build(body: Body) -> Skeleton:
    """A skeleton from the body's data, both sides written out."""
    names, angles = [], angle_names(body)
    segments: list[tuple[Segment, str]] = []
    for segment in body.segments:
        for side in ("left", "right") if segment.sided else ("",):
            segments.append((segment, side))
            names.append(_full(segment.id, side))
    sided = {segment.id: segment.sided for segment in body.segments}
    joints = {joint.id: joint for joint in body.joints}
    parents: list[int] = []
    turns: list[tuple[int, ...]] = []
    turn_angle: list[int] = []
    turn_share: list[float] = []
    turn_axis: list[tuple[int, int, int]] = []
    for segment, side in segments:
        parent = segment.parent
        parents.append(-1 if parent is None else names.index(_full(parent, side if sided[parent] else "")))
        own = []
        joint = joints[segment.joint]
        for motion, given in joint.motions.items():
            own.append(len(turn_angle))
            angle = sided_names(f"{joint.id}_{motion}", sided=joint.sided)[1 if side == "right" else 0]
            turn_angle.append(angles.index(angle))
            turn_share.append(segment.share)
            turn_axis.append(_axis(given, side))
        turns.append(tuple(own))
    carried = np.zeros((len(names), len(turn_angle)))
    for index, parent_index in enumerate(parents):
        if parent_index >= 0:
            carried[index] = carried[parent_index]
        carried[index, list(turns[index])] = 1
    stature = body.stature

    def places(
        name: str, on: str, at: tuple[float, float, float], r: float, *, pair: bool
    ) -> dict[str, Place]:
        found = {}
        for full in sided_names(name, sided=sided[on] or pair):
            side = full.partition("_")[0] if sided[on] or pair else ""
            segment = names.index(_full(on, side if sided[on] else ""))
            found[full] = Place(segment, _mirrored(at, side) * stature, r * stature)
        return found

    balls: dict[str, Place] = {}
    for name, ball in body.balls.items():
        balls |= places(name, ball.of, ball.at, ball.r, pair=ball.pair)
    spots: dict[str, tuple[Place, ...]] = {}
    for name, given_spots in body.spots.items():
        for spot in given_spots:
            for full, place in places(name, spot.of, spot.at, spot.r, pair=False).items():
                spots[full] = (*spots.get(full, ()), place)
    landmarks: dict[str, Place] = {}
    for name, landmark in body.landmarks.items():
        landmarks |= places(name, landmark.of, landmark.at, 0, pair=landmark.pair)
    motions = {f"{j.id}_{m}": v for j in body.joints for m, v in j.motions.items()}
    return Skeleton(
        body=body,
        segments=tuple(names),
        angles=angles,
        ranges=np.array([motions[_plain(angle, motions)].range for angle in angles], dtype=float),
        parents=tuple(parents),
        offsets=np.array([_mirrored(s.at, side) * stature for s, side in segments]),
        turns=tuple(turns),
        turn_angle=np.array(turn_angle),
        turn_share=np.array(turn_share),
        turn_axis=np.array(turn_axis, dtype=float),
        carried=carried,
        masses=np.array([s.mass for s, _ in segments]),
        centres=np.array([_mirrored(s.com, side) * stature for s, side in segments]),
        spots=spots,
        balls=balls,
        landmarks=landmarks,
    )


def _full(name: str, side: str) -> str:
    return f"{side}_{name}" if side else name


def _plain(angle: str, motions: Mapping[str, Motion]) -> str:
    return angle if angle in motions else angle.partition("_")[2]


def _mirrored(at: tuple[float, float, float], side: str) -> Array:
    return np.array([at[0], -at[1] if side == "right" else at[1], at[2]])


def _axis(motion: Motion, side: str) -> tuple[int, int, int]:
    # An axis of rotation seen in the mirror (y to -y) keeps its y and turns its x and z round.
    x, y, z = motion.axis
    return (-x, y, -z) if side == "right" else (x, y, z)


def _rotations(axes: Array, angles: Array) -> Array:
    """Rodrigues' formula for many axes at once: (D, 3), (D,) in radians to (D, 3, 3)."""
    x, y, z = axes.T
    zero = np.zeros_like(x)
    cross = np.array([[zero, -z, y], [z, zero, -x], [-y, x, zero]]).transpose(2, 0, 1)
    sine, rest = np.sin(angles)[:, None, None], (1 - np.cos(angles))[:, None, None]
    return np.asarray(np.eye(3) + sine * cross + rest * (cross @ cross))
