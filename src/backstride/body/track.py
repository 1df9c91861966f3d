"""A movement in time: its poses settled, and the body at any moment between them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np

from backstride.body.joints import mirror, other_side
from backstride.body.movement import FullPose, Plan, plan
from backstride.body.skeleton import Array, Skeleton, Stance, located, skeleton
from backstride.body.solver import Touch, settled
from backstride.body.world import Surface, surfaces
from backstride.knowledge.figures import load_figures
from backstride.knowledge.loader import load
from backstride.knowledge.schema.movement import Movement, Phase

_SIDES = ("left", "right")
# From the share of the time to the share of the way: slow at both ends, the beginning, the end, neither.
_EASES: Mapping[str, Callable[[float], float]] = {
    "both": lambda part: part * part * (3 - 2 * part),
    "in": lambda part: part * part,
    "out": lambda part: part * (2 - part),
    "linear": lambda part: part,
}

_INSTANT = 1e-9  # seconds by which a sum of phases may be off: the end of one is not the next


class NoMovement(ValueError):
    """There is no such movement, variant or side."""


@dataclass(frozen=True, eq=False)
class Settled:
    """A body at rest: angles (A,) in degrees, root (3,) in metres, and what it touches."""

    angles: Array
    root: Array
    touches: tuple[Touch, ...]


@dataclass(frozen=True, eq=False)
class Frame:
    """The body at one moment. `seconds` from the start; `phase` its number."""

    seconds: float
    phase: int
    body: Settled
    stance: Stance


@dataclass(eq=False)
class Track:
    """A movement of one variant and side, from its first moment to its last."""

    plan: Plan
    side: str | None
    rig: Skeleton
    world: Mapping[str, Surface]
    poses: Mapping[str, Settled]
    image_of: "Track | None" = None
    _between: dict[tuple[str, str, float], Settled] = field(default_factory=dict)
    _stances: dict[str, Stance] = field(default_factory=dict)

    @property
    def mirrored(self) -> bool:
        """Whether it is the side that the data does not write."""
        return self.image_of is not None

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases, of which the first stays in its pose and each other goes from one pose to the next."""
        return self.plan.phases

    @property
    def seconds(self) -> float:
        """How long it takes, once."""
        return sum(phase.seconds for phase in self.phases)

    def name(self, written: str) -> str:
        """A sided name of the data on the side that is shown."""
        return other_side(written) if self.mirrored else written

    def moves(self, number: int) -> bool:
        """Whether the body moves in that phase."""
        return number > 0 and self.phases[number].pose != self.phases[number - 1].pose

    def at(self, seconds: float) -> Frame:
        """The body at that moment, 0 to `seconds`."""
        left = min(max(seconds, 0.0), self.seconds)
        number = 0
        while number < len(self.phases) - 1 and left > self.phases[number].seconds + _INSTANT:
            left -= self.phases[number].seconds
            number += 1
        phase = self.phases[number]
        part = min(left / phase.seconds, 1.0)
        part = _EASES[phase.ease](part)
        before = self.phases[number - 1].pose if number else phase.pose
        body = self.between(before, phase.pose, part)
        return Frame(seconds, number, body, self.stance(body))

    def pose(self, name: str) -> Frame:
        """The body in one of the plan's poses, at the first moment that it takes it."""
        done = 0.0
        for number, phase in enumerate(self.phases):
            done += phase.seconds
            if phase.pose == name:
                return Frame(done if number else 0.0, number, self.poses[name], self.stance(self.poses[name]))
        return Frame(0.0, 0, self.poses[name], self.stance(self.poses[name]))

    def frames(self, steps: int = 6) -> list[Frame]:
        """Frames enough to draw from: both ends of each phase, and `steps` parts of one that moves."""
        times, done = [0.0], 0.0
        for number, phase in enumerate(self.phases):
            count = steps if self.moves(number) else 1
            times += [done + phase.seconds * (n + 1) / count for n in range(count)]
            done += phase.seconds
        return [self.at(seconds) for seconds in times]

    def stance(self, body: Settled) -> Stance:
        """Where a settled body lies."""
        return self.rig.forward(body.angles, body.root)

    def between(self, before: str, after: str, part: float) -> Settled:
        """The body on the way from one pose to another, `part` 0 to 1 of it."""
        part = round(part, 6)
        if before == after or part <= 0:
            return self.poses[before]
        if part >= 1:
            return self.poses[after]
        if before > after:
            before, after, part = after, before, 1 - part
        key = (before, after, round(part, 6))
        if key not in self._between:
            self._between[key] = self._solved(*key)
        return self._between[key]

    def _solved(self, before: str, after: str, part: float) -> Settled:
        if self.image_of is not None:
            return _mirrored(self.image_of.between(before, after, part), self.rig, self.world)
        one, two = self.poses[before], self.poses[after]
        angles = one.angles + part * (two.angles - one.angles)
        root = one.root + part * (two.root - one.root)
        both = {(touch.spot, touch.on) for touch in two.touches}
        held = tuple(touch for touch in one.touches if (touch.spot, touch.on) in both)
        touches = tuple(self._lent(touch, before, after, part) for touch in held)
        free = {*self.plan.poses[before].free, *self.plan.poses[after].free}
        angles, root = settled(self.rig, angles, root, tuple(sorted(free)), touches, quick=True)
        return Settled(angles, root, held)

    def _lent(self, touch: Touch, before: str, after: str, part: float) -> Touch:
        """A planted touch on its way: where the poses really have it, lest it start with a jerk."""
        if touch.anchors is None:
            return touch
        one, two = (located([self._at_rest(name)], touch.places)[0] for name in (before, after))
        return replace(touch, anchors=one + part * (two - one))

    def _at_rest(self, name: str) -> Stance:
        if name not in self._stances:
            self._stances[name] = self.stance(self.poses[name])
        return self._stances[name]


def track(exercise: str, variant: str | None = None, side: str | None = None) -> Track:
    """The movement of an exercise of the library, by default in its usual variant and on the side written.

    Raises:
        NoMovement: there is no movement, variant or side of that name.
    """
    movement = load_figures().movements.get(exercise)
    if movement is None:
        raise NoMovement(f"{exercise}: no movement of the library")
    variant = usual_variant(exercise) if variant is None else variant
    if variant not in movement.variants:
        raise NoMovement(f"{exercise}: no variant {variant!r}; there are {', '.join(movement.variants)}")
    if side is not None and side not in _SIDES:
        raise NoMovement(f"{side!r}: a side is left or right")
    return _of_library(exercise, variant, movement.side and (side or movement.side))


def usual_variant(exercise: str) -> str:
    """The variant of the level that a regular runner starts at. Raises KeyError without such an exercise."""
    library = load()
    ladder = library.exercises[exercise].ladder
    return ladder[min(library.rules().whole("start.level_regular"), len(ladder) - 1)].variant


@cache
def _of_library(exercise: str, variant: str, side: str | None) -> Track:
    movement = load_figures().movements[exercise]
    if side != movement.side:
        return mirrored(_of_library(exercise, variant, movement.side))
    return build(movement, variant)


def build(movement: Movement, variant: str, rig: Skeleton | None = None) -> Track:
    """A movement's track on the side that its data writes. Raises KeyError where it has no such variant."""
    rig = rig or skeleton()
    written = plan(movement, variant, rig)
    return Track(written, movement.side, rig, surfaces(written.props), dict(_settle(written, rig)))


def mirrored(track: Track) -> Track:
    """The mirror image of a track: the same movement on the other side."""
    world = surfaces(track.plan.props, mirrored=True)
    poses = {name: _mirrored(body, track.rig, world) for name, body in track.poses.items()}
    side = None if track.side is None else _SIDES[1 - _SIDES.index(track.side)]
    return Track(track.plan, side, track.rig, world, poses, track)


def _settle(written: Plan, rig: Skeleton) -> Iterator[tuple[str, Settled]]:
    """The poses in turn, the telling one first: what stays planted keeps the place that it has there."""
    world = surfaces(written.props)
    planted: dict[tuple[str, str], Array] = {}
    root = np.zeros(3)
    for name in dict.fromkeys([written.show, *written.poses]):
        pose = written.poses[name]
        touches = tuple(_touches(pose, rig, world, planted))
        angles, root = settled(rig, pose.angles, _dropped(pose, rig, touches, root), pose.free, touches)
        stance = rig.forward(angles, root)
        for touch in touches:
            if touch.surface is not None and touch.spot not in pose.slides:
                planted.setdefault((touch.spot, touch.on), np.array([stance.point(p) for p in touch.places]))
        anchored = tuple(_touches(pose, rig, world, planted))
        yield name, Settled(angles, root, anchored)


def _touches(
    pose: FullPose, rig: Skeleton, world: Mapping[str, Surface], planted: Mapping[tuple[str, str], Array]
) -> Iterator[Touch]:
    for spot, on in pose.contacts.items():
        if on in world:
            anchors = None if spot in pose.slides else planted.get((spot, on))
            yield Touch(spot, on, rig.spots[spot], world[on], anchors)
        else:
            yield Touch(spot, on, rig.spots[spot], other=rig.spots[on])


def _dropped(pose: FullPose, rig: Skeleton, touches: tuple[Touch, ...], root: Array) -> Array:
    """The root to start from: that of the pose before, let down onto the floor."""
    stance = rig.forward(pose.angles, root)
    gaps = [
        touch.surface.gap(stance.point(place), place.r)
        for touch in touches
        if touch.surface is not None and touch.on == "floor"
        for place in touch.places
    ]
    down = min(gaps) if gaps else 0.0
    return np.asarray(root - np.array([0.0, 0.0, down]))


def _mirrored(body: Settled, rig: Skeleton, world: Mapping[str, Surface]) -> Settled:
    flip = np.array([1.0, -1.0, 1.0])
    touches = tuple(
        Touch(
            other_side(t.spot),
            other_side(t.on),
            rig.spots[other_side(t.spot)],
            world.get(t.on),
            None if t.anchors is None else t.anchors * flip,
            () if t.on in world else rig.spots[other_side(t.on)],
        )
        for t in body.touches
    )
    return Settled(mirror(body.angles, rig), body.root * flip, touches)
