"""The body as shapes on paper: the hulls of its parts through every frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from backstride.body.draw.camera import View
from backstride.body.draw.dome import patches
from backstride.body.draw.shape import Kind, outline
from backstride.body.joints import names_of
from backstride.body.skeleton import Array, Place, Skeleton, Stance, located
from backstride.body.track import Track
from backstride.knowledge.movement_names import muscle_names, sided_names
from backstride.knowledge.schema.body import Ball, Hull, Part, Patch

_FAR_LEAST = 0.3
_REACH = 0.15
# A patch on the trunk is whole while it faces the viewer or lies edgewise, and gone when turned so far away.
_EDGEWISE, _HIDDEN = -0.4, -0.65
_FLANK = 0.1
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
    far = _far_side(track, stances, seen)
    tinted = _tinted(track)
    held = _held(track)
    found = []
    for part in rig.body.parts:
        for name in sided_names(part.id, sided=part.sided):
            side = name.partition("_")[0] if part.sided else ""
            shapes: list[Shape] = []
            for hull in part.hulls:
                if isinstance(hull, Patch):
                    if not (plain and hull.wide):
                        drawn = patches(rig, hull, stances, seen, stout)
                        shapes += [Shape(hull.tone, points) for points in drawn]
                    continue
                for places in _hull_places(rig, hull, side, fist=f"{side}_hand" in held, plain=plain):
                    points = _outlined(located(stances, places), _radii(places), seen, stout)
                    shapes.append(Shape(hull.tone, points, hull.line))
            for places in _muscle_places(rig, part, side, tinted):
                radii = _radii(places) if part.sided else _radii(places) * _turned_to(stances, places, seen)
                if radii.max() > 0:
                    points = _outlined(located(stances, places), radii, seen, stout)
                    shapes.append(Shape("work", points))
            found.append(
                Layer(name, bool(side) and side == far, _depth(rig, stances, name, seen), tuple(shapes))
            )
    return found


def _outlined(points: Array, radii: Array, seen: View, stout: float) -> Array:
    return outline(seen.paper(points), radii * (seen.per_metre * stout))


def _radii(places: Sequence[Place]) -> Array:
    return np.array([place.r for place in places])


def _turned_to(stances: Sequence[Stance], places: Sequence[Place], seen: View) -> Array:
    """How much of a patch on the trunk is on the side that is seen, (F, J): 1, less at the edge, 0 behind."""
    outward = np.array([[place.offset[0], place.offset[1], 0.0] for place in places])
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    index = [place.segment for place in places]
    turned = np.array([stance.rotations[index] for stance in stances])
    facing = np.einsum("fjab,jb,a->fj", turned, outward, seen.towards)
    # A patch on the flank reaches far round to the front.
    facing += _FLANK * np.abs(outward[:, 1])
    return np.asarray(np.clip((facing - _HIDDEN) / (_EDGEWISE - _HIDDEN), 0, 1))


def _hull_places(
    rig: Skeleton, hull: Hull, side: str, *, fist: bool, plain: bool
) -> Iterator[tuple[Place, ...]]:
    """The places of a hull, if it is drawn."""
    balls = hull.balls
    if plain and "thumb_root" in balls:
        return
    if fist and "finger_in" in balls:
        balls = _FIST
    if fist and "thumb_root" in balls:
        return
    named = [names_of(f"{side}_{b}" if f"{side}_{b}" in rig.balls else b, rig.balls) for b in balls]
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


def _far_side(track: Track, stances: Sequence[Stance], seen: View) -> str | None:
    """The side of the body that is turned away, where one plainly is and is not the one that works."""
    rig = track.rig
    pelvis, chest = rig.segments.index("pelvis"), rig.segments.index("chest")
    leftward = np.mean([s.rotations[pelvis][:, 1] + s.rotations[chest][:, 1] for s in stances], axis=0) / 2
    near = float(leftward @ seen.towards)
    if abs(near) < _FAR_LEAST:
        return None
    far = "right" if near > 0 else "left"
    return None if far == track.side else far
