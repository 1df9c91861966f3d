"""Holds every frame of a movement against what a body can do; each finding names frame, joint and amount.

Flesh counts as it is drawn: the balls of the body's data, not the joints inside them, must stay above the
floor and before the wall. The centre of mass is looked at in the poses, not on the way between them, where a
step may fall from one foot to the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from backstride.body.joints import beyond, other_side
from backstride.body.skeleton import Array, located
from backstride.body.solver import off
from backstride.body.track import Frame, Track, build, mirrored
from backstride.knowledge.figures import Figures, load_figures
from backstride.knowledge.library import Library
from backstride.knowledge.loader import load
from backstride.knowledge.schema.movement import Movement

_STEPS = 8
_UPRIGHT = ("standing", "kneeling", "half_kneeling")
_LENGTH, _MEETS = 1e-6, 1e-3
_BALANCE = 0.02
_DIRECTIONS = 36


@dataclass(frozen=True)
class Finding:
    """What is wrong in one frame: the joint, spot or ball that it is about, and by how much."""

    exercise: str
    variant: str
    side: str | None
    frame: int
    seconds: float
    joint: str
    what: str
    amount: float
    unit: str

    def __str__(self) -> str:
        side = f", {self.side}" if self.side else ""
        where = f"{self.exercise} ({self.variant}{side}), frame {self.frame} at {self.seconds:.1f} s"
        return f"{where}: {self.joint}: {self.what} by {self.amount:.1f} {self.unit}"


def check_all(exercise: str | None = None) -> Iterator[Finding]:
    """The findings of the library's movements, or of one exercise's."""
    figures, library = load_figures(), load()
    for movement in figures.movements.values():
        if exercise in (None, movement.id):
            yield from check(movement, library)


def missing(figures: Figures, library: Library) -> list[str]:
    """The exercises that have no movement yet."""
    return [exercise for exercise in library.exercises if exercise not in figures.movements]


def check(movement: Movement, library: Library) -> Iterator[Finding]:
    """The findings of one movement, in every variant and on both sides."""
    upright = movement.id in library.exercises and library.exercises[movement.id].position in _UPRIGHT
    for variant in movement.variants:
        written = build(movement, variant)
        tracks = [written, mirrored(written)] if movement.side else [written]
        for moving in tracks:
            yield from check_track(moving, upright=upright)
        if len(tracks) == 2:
            yield from _mirrored(*tracks)


def check_track(moving: Track, *, upright: bool) -> Iterator[Finding]:
    """The findings of one track; `upright`: its poses have to balance."""
    frames = moving.frames(_STEPS)
    tolerance = moving.rig.body.tolerance
    for number, frame in enumerate(frames):
        told = _Teller(moving, number, frame)
        yield from _bones(moving, frame, told)
        for angle, degrees in beyond(frame.body.angles, moving.rig):
            yield told(angle, "beyond its range", degrees, "degrees")
        yield from _surfaces(moving, frame, told, tolerance)
        for touch in frame.body.touches:
            if (far := off(frame.stance, touch)) > tolerance:
                yield told(touch.spot, f"off the {touch.on}", far * 100, "cm")
    if upright:
        for name in dict.fromkeys(phase.pose for phase in moving.phases):
            frame = moving.pose(name)
            number = min(range(len(frames)), key=lambda n: abs(frames[n].seconds - frame.seconds))
            yield from _balance(moving, frame, _Teller(moving, number, frame))
    yield from _closes(moving, frames)


class _Teller:
    def __init__(self, moving: Track, number: int, frame: Frame) -> None:
        self.moving, self.number, self.frame = moving, number, frame

    def __call__(self, joint: str, what: str, amount: float, unit: str) -> Finding:
        plan = self.moving.plan
        return Finding(
            plan.exercise,
            plan.variant,
            self.moving.side,
            self.number,
            round(self.frame.seconds, 3),
            joint,
            what,
            round(amount, 2),
            unit,
        )


def _bones(moving: Track, frame: Frame, told: _Teller) -> Iterator[Finding]:
    rig = moving.rig
    for index, parent in enumerate(rig.parents):
        if parent < 0:
            continue
        length = float(np.linalg.norm(frame.stance.joints[index] - frame.stance.joints[parent]))
        wrong = abs(length - float(np.linalg.norm(rig.offsets[index])))
        if wrong > _LENGTH:
            yield told(rig.segments[index], "not as long as it is", wrong * 100, "cm")


def _surfaces(moving: Track, frame: Frame, told: _Teller, tolerance: float) -> Iterator[Finding]:
    # A closed hand is drawn in place of the open one only where it holds something.
    balls = {name: place for name, place in moving.rig.balls.items() if not name.endswith("fist")}
    names, places = list(balls), list(balls.values())
    radii = np.array([place.r for place in places])
    points = located([frame.stance], places)[0]
    for surface in ("floor", "wall"):
        plane = moving.world.get(surface)
        if plane is None:
            continue
        gaps = points @ plane.normal - plane.at - radii
        worst = int(gaps.argmin())
        if gaps[worst] < -tolerance:
            yield told(names[worst], f"through the {surface}", float(-gaps[worst]) * 100, "cm")


def _balance(moving: Track, frame: Frame, told: _Teller) -> Iterator[Finding]:
    held = [(frame.stance.point(p), p.r) for t in frame.body.touches if t.surface for p in t.places]
    if not held:
        return
    points, radii = np.array([point[:2] for point, _ in held]), np.array([r for _, r in held])
    turns = np.arange(_DIRECTIONS) * (2 * np.pi / _DIRECTIONS)
    directions = np.stack([np.cos(turns), np.sin(turns)])
    reach = (points @ directions + radii[:, None]).max(axis=0)
    over = float((moving.rig.centre_of_mass(frame.stance)[:2] @ directions - reach).max())
    if over > _BALANCE:
        yield told("centre_of_mass", "outside the base of support", over * 100, "cm")


def _closes(moving: Track, frames: Sequence[Frame]) -> Iterator[Finding]:
    far = np.linalg.norm(frames[-1].stance.joints - frames[0].stance.joints, axis=1)
    worst = int(far.argmax())
    if far[worst] > _MEETS:
        told = _Teller(moving, len(frames) - 1, frames[-1])
        joint = moving.rig.segments[worst]
        yield told(joint, "not where the first frame has it", float(far[worst]) * 100, "cm")


def _mirrored(left: Track, right: Track) -> Iterator[Finding]:
    rig = left.rig
    order = [rig.segments.index(other_side(name)) for name in rig.segments]
    pairs = zip(left.frames(2), right.frames(2), strict=True)
    for number, (one, two) in enumerate(pairs):
        image: Array = two.stance.joints[order] * np.array([1.0, -1.0, 1.0])
        far = np.linalg.norm(one.stance.joints - image, axis=1)
        worst = int(far.argmax())
        if far[worst] > _MEETS:
            told = _Teller(left, number, one)
            yield told(rig.segments[worst], "not the right side's image", float(far[worst]) * 100, "cm")
