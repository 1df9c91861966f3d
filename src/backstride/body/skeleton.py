"""The skeleton as arrays: segments, angles and the places on them, and where they come to lie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from backstride.knowledge.figures import load_figures
from backstride.knowledge.movement_names import angle_names, sided_names
from backstride.knowledge.schema.body import Body, Motion, Segment

Array = NDArray[np.float64]
Whole = NDArray[np.intp]


_EYE = np.eye(3)


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

    @cached_property
    def _chain(self) -> "_Chain":
        return _chained(self)

    def forward(self, angles: Array, root: Array) -> Stance:
        """Where the body lies with these angles (A,) in degrees and the pelvis at `root` (3,) in metres."""
        chain = self._chain
        turned = np.radians(angles[self.turn_angle]) * self.turn_share
        matrices = chain.rotations(turned)[chain.turns]
        # What turns each segment against its parent, turn after turn: one product for all segments at once.
        frames = np.empty_like(matrices)
        frames[:, 0] = _EYE
        for n in range(1, matrices.shape[1]):
            frames[:, n] = frames[:, n - 1] @ matrices[:, n - 1]
        local = frames[:, -1] @ matrices[:, -1]
        joints = np.empty((len(self.segments), 3))
        rotations, under = np.empty_like(local), np.empty_like(local)
        joints[0], rotations[0], under[0] = root, local[0], _EYE
        for own, parents in chain.levels:
            frame = rotations[parents]
            under[own] = frame
            rotations[own] = frame @ local[own]
            joints[own] = joints[parents] + (frame @ self.offsets[own][:, :, None])[:, :, 0]
        of = chain.segment
        axes = (under[of] @ (frames[of, chain.place] @ self.turn_axis[:, :, None]))[:, :, 0]
        return Stance(joints, rotations, axes, joints[of])

    def gradient(self, stance: Stance, place: Place, point: Array) -> Array:
        """How the point moves with each angle, (3, A) in metres per degree."""
        return np.asarray(self.gradients(stance, np.array([place.segment]), point[None], self._chain.onto)[0])

    def gradients(self, stance: Stance, segments: Whole, points: Array, onto: Array) -> Array:
        """How points (N, 3) on segments (N,) move with the angles (X) that `onto` takes, (N, 3, X) in metres.

        `onto` (D, X) is what an angle's unit turns each turn by, in radians: see `onto`.
        """
        arms = (points[:, None] - stance.origins).transpose(2, 0, 1)
        x, y, z = stance.axes.T
        a, b, c = arms
        across = np.stack([y * c - z * b, z * a - x * c, x * b - y * a], axis=1)
        return np.asarray((across * self.carried[segments][:, None]) @ onto)

    def onto(self, angles: Sequence[int]) -> Array:
        """By how many radians a degree of each of these angles (X) turns each turn, (D, X)."""
        return self._chain.onto[:, angles]

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


@dataclass(frozen=True, eq=False)
class _Chain:
    """What `forward` needs of the skeleton again and again: each segment's turns, and who hangs on whom.

    `turns` (S, M) is a segment's turns in order, filled up with one that does not turn (D). `segment` and
    `place` (D,): whose turn it is, and where among its turns. `levels`: the segments of a generation, and
    their parents. `crosses`, `squares` (D, 3, 3) are of Rodrigues' formula. `onto` (D, A): radians of a turn
    by a degree of an angle.
    """

    turns: Whole
    segment: Whole
    place: Whole
    levels: tuple[tuple[Whole, Whole], ...]
    crosses: Array
    squares: Array
    onto: Array

    def rotations(self, angles: Array) -> Array:
        """Rodrigues' formula for all turns (D,) in radians, and the one that does not turn: (D + 1, 3, 3)."""
        sine, rest = np.sin(angles)[:, None, None], (1 - np.cos(angles))[:, None, None]
        return np.concatenate([_EYE + sine * self.crosses + rest * self.squares, _EYE[None]])


def _chained(rig: Skeleton) -> _Chain:
    count = len(rig.turn_angle)
    turns = np.full((len(rig.segments), max(len(own) for own in rig.turns)), count)
    segment, place = np.empty(count, dtype=np.intp), np.empty(count, dtype=np.intp)
    for index, own in enumerate(rig.turns):
        turns[index, : len(own)] = own
        segment[list(own)], place[list(own)] = index, range(len(own))
    generation: list[int] = []
    for parent in rig.parents:
        generation.append(0 if parent < 0 else generation[parent] + 1)
    levels = []
    for level in range(1, max(generation) + 1):
        own_level = [index for index, found in enumerate(generation) if found == level]
        levels.append((np.array(own_level), np.array([rig.parents[index] for index in own_level])))
    x, y, z = rig.turn_axis.T
    zero = np.zeros_like(x)
    crosses = np.array([[zero, -z, y], [z, zero, -x], [-y, x, zero]]).transpose(2, 0, 1)
    onto = np.zeros((count, len(rig.angles)))
    onto[np.arange(count), rig.turn_angle] = np.radians(rig.turn_share)
    return _Chain(turns, segment, place, tuple(levels), crosses, crosses @ crosses, onto)
