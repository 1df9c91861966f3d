"""The body as shapes on paper: the hulls of its parts through every frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from backstride.body.draw.camera import View
from backstride.body.draw.shape import Kind, outline
from backstride.body.joints import names_of
from backstride.body.skeleton import Array, Place, Skeleton, Stance, located
from backstride.body.track import Track
from backstride.knowledge.movement_names import muscle_names, sided_names
from backstride.knowledge.schema.body import Ball, Hull, Part

_FAR_LEAST = 0.3
_REACH = 0.15
_TOWARDS = 0.5
# Where a part leaves the trunk: the segment of the trunk there, the part's first joint and one far along it.
_LEAVES = {
    "leg": ("pelvis", "thigh", "shank"),
    "arm": ("chest", "upper_arm", "forearm"),
    "head": ("chest", "chest", "head"),
}
_FIST = ("wrist", "palm", "fist")


@dataclass(frozen=True, eq=False)
class Shape:
    """An outline through the frames, (F, K, 2) in units of paper; `line`: set off from what is behind."""

    tone: str
    points: Array
    line: bool = False
    kind: Kind = "soft"


@dataclass(frozen=True, eq=False)
class Layer:
    """Shapes drawn together, and how near they are, in metres."""

    name: str
    far: bool
    depth: float
    shapes: tuple[Shape, ...]


def layers(
    track: Track, stances: Sequence[Stance], seen: View, *, stout: float = 1.0, plain: bool = False
) -> list[Layer]:
    """The body's layers. `stout` widens it, `plain` leaves out what is lost when small."""
    rig = track.rig
    far = _far_side(rig, stances, seen)
    tinted = _tinted(track)
    held = _held(track)
    found = []
    for part in rig.body.parts:
        for name in sided_names(part.id, sided=part.sided):
            side = name.partition("_")[0] if part.sided else ""
            shapes: list[Shape] = []
            facing = _facing(rig, stances, name, seen)
            for hull in sorted(part.hulls, key=lambda hull: not (hull.back and facing > _TOWARDS)):
                if facing < hull.facing:
                    continue
                for places in _hull_places(rig, hull, side, fist=f"{side}_hand" in held, plain=plain):
                    points = located(stances, places)
                    if hull.balls[0] in ("eye", "ear") and not _faces(stances, places[0], seen):
                        continue
                    shapes.append(Shape(hull.tone, _outlined(points, places, seen, stout), hull.line))
            for places in _muscle_places(rig, part, side, tinted):
                points = located(stances, places)
                shapes.append(Shape("work", _outlined(points, places, seen, stout)))
            found.append(
                Layer(name, bool(side) and side == far, _depth(rig, stances, name, seen), tuple(shapes))
            )
    return found


def _outlined(points: Array, places: Sequence[Place], seen: View, stout: float) -> Array:
    radii = np.array([place.r for place in places]) * seen.per_metre * stout
    return outline(seen.paper(points), radii)


def _hull_places(
    rig: Skeleton, hull: Hull, side: str, *, fist: bool, plain: bool
) -> Iterator[tuple[Place, ...]]:
    """The places of a hull; a single paired ball (an eye) is a hull on each side."""
    balls = hull.balls
    if plain and balls[0] in ("eye", "ear", "thumb_root"):
        return
    if fist and "finger_in" in balls:
        balls = _FIST
    if fist and "thumb_root" in balls:
        return
    named = [names_of(f"{side}_{b}" if f"{side}_{b}" in rig.balls else b, rig.balls) for b in balls]
    if len(named) == 1:
        yield from ((rig.balls[name],) for name in named[0])
    else:
        yield tuple(rig.balls[name] for names in named for name in names)


def _muscle_places(
    rig: Skeleton, part: Part, side: str, tinted: Sequence[str]
) -> Iterator[tuple[Place, ...]]:
    for full in tinted:
        own = full.partition("_")[0]
        name = full if full in rig.body.muscles else full.partition("_")[2]
        muscle = rig.body.muscles[name]
        if muscle.part != part.id or (part.sided and own != side):
            continue
        places = [_place(rig, ball, own if muscle.sided else "") for ball in muscle.balls]
        # Two by two, so that a long patch bends with the body.
        yield from pairwise(places) if len(places) > 1 else [(places[0],)]


def _place(rig: Skeleton, ball: Ball, side: str) -> Place:
    segment = f"{side}_{ball.of}" if f"{side}_{ball.of}" in rig.segments else ball.of
    x, y, z = ball.at
    offset = np.array([x, -y if side == "right" else y, z]) * rig.body.stature
    return Place(rig.segments.index(segment), offset, ball.r * rig.body.stature)


def _depth(rig: Skeleton, stances: Sequence[Stance], name: str, seen: View) -> float:
    """How much nearer a part is than the trunk where it leaves it, with a little of where it goes; metres."""
    if name == "torso":
        return 0.0
    trunk, root, tip = _LEAVES[name.partition("_")[2] or name]
    side = name.partition("_")[0]

    def depth(segment: str) -> float:
        index = rig.segments.index(segment if segment in rig.segments else f"{side}_{segment}")
        return float(np.mean([seen.depth(stance.joints[index]) for stance in stances]))

    return depth(root) - depth(trunk) + _REACH * (depth(tip) - depth(root))


def _tinted(track: Track) -> tuple[str, ...]:
    known = muscle_names(track.rig.body)
    names = [full for name in track.plan.tint for full in names_of(name, known)]
    return tuple(track.name(name) for name in names)


def _held(track: Track) -> set[str]:
    props = track.plan.props
    spots = [*(props.strap.held if props.strap else ()), *(props.weight.held if props.weight else ())]
    sides = [full.partition("_")[0] for spot in spots for full in names_of(spot, track.rig.spots)]
    return {track.name(f"{side}_hand") for side in sides}


def _far_side(rig: Skeleton, stances: Sequence[Stance], seen: View) -> str | None:
    """The side of the body that is turned away, where one plainly is."""
    pelvis, chest = rig.segments.index("pelvis"), rig.segments.index("chest")
    leftward = np.mean([s.rotations[pelvis][:, 1] + s.rotations[chest][:, 1] for s in stances], axis=0) / 2
    near = float(leftward @ seen.towards)
    if abs(near) < _FAR_LEAST:
        return None
    return "right" if near > 0 else "left"


def _facing(rig: Skeleton, stances: Sequence[Stance], name: str, seen: View) -> float:
    """How much a part of the midline faces the viewer on the whole, -1 to 1; nought for a limb."""
    if name not in ("head", "torso"):
        return 0.0
    index = rig.segments.index("head" if name == "head" else "chest")
    return float(np.mean([stance.rotations[index][:, 0] for stance in stances], axis=0) @ seen.towards)


def _faces(stances: Sequence[Stance], place: Place, seen: View) -> bool:
    """Whether a spot of the head is on the side that is seen, most of the time."""
    outward = np.array([place.offset[0] * 0.6, place.offset[1], 0])
    turned = np.mean([stance.rotations[place.segment] @ outward for stance in stances], axis=0)
    return float(turned @ seen.towards) > 0.12 * float(np.linalg.norm(outward))
