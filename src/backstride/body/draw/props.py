"""What stands around the body: mat, wall, chair, cushion, strap and weight, as shapes on paper."""

from collections.abc import Iterator, Sequence

import numpy as np

from backstride.body.draw.camera import View
from backstride.body.draw.figure import Layer, Shape
from backstride.body.draw.shape import outline
from backstride.body.joints import names_of
from backstride.body.skeleton import Array, Stance, located
from backstride.body.track import Track
from backstride.knowledge.schema.movement import Chair, Cushion, Wall

_MAT_MARGIN, _MAT_WIDTH, _MAT_THICK = 0.10, 0.62, 0.015
_WALL_WIDTH, _WALL_HEIGHT = 1.0, 1.95
_NEAR_FLOOR = 0.30
_LOOP = 0.012


def fixed_points(track: Track, stances: Sequence[Stance]) -> Array:
    """Corners (N, 3) in metres of all that stands still, so that the picture has room for it."""
    props = track.plan.props
    found = [_ground(track, stances, mat=props.mat)]
    if props.wall is not None:
        found.append(_wall(props.wall, found[0], mirrored=track.mirrored))
    if props.chair is not None:
        found += [corners for corners, _ in _chair(props.chair, mirrored=track.mirrored)]
    return np.concatenate(found)


def behind(track: Track, stances: Sequence[Stance], seen: View) -> list[Shape]:
    """What lies under and behind the body: the floor's shade or the mat, the wall, the chair."""
    props = track.plan.props
    ground = _ground(track, stances, mat=props.mat)
    shapes = []
    if props.wall is not None:
        wall = _wall(props.wall, ground, mirrored=track.mirrored)
        shapes.append(_flat("mat", wall, seen))
        shapes.append(_flat("edge", _thin(wall, seen), seen))
    if props.mat:
        under = ground - np.array([0, 0, _MAT_THICK * 2])
        shapes += [
            _flat("edge", np.concatenate([ground, under]), seen, 0.012),
            _flat("mat", ground, seen, 0.012),
        ]
    elif props.wall is None or not props.mat:
        shapes.insert(0, _shade(ground, seen))
    if props.chair is not None:
        shapes += [_flat("prop", c, seen, r) for c, r in _chair(props.chair, mirrored=track.mirrored)]
    return shapes


def carried(track: Track, stances: Sequence[Stance], seen: View) -> Iterator[Layer]:
    """What goes with the body: strap, weight, cushion."""
    props, rig = track.plan.props, track.rig
    if props.strap is not None:
        around = _spot(track, props.strap.around, stances)
        for held in props.strap.held:
            for name in names_of(held, rig.spots):
                hand = _spot(track, name, stances)
                line = np.stack([hand, around], axis=1)
                shape = Shape("strap", np.rint(seen.paper(line)), kind="line")
                yield Layer("strap", far=False, depth=0.11, shapes=(shape,))
    if props.weight is not None:
        for held in props.weight.held:
            for name in names_of(held, rig.spots):
                yield _dumbbell(track, name, stances, seen)
    if props.cushion is not None:
        yield _cushion(track, props.cushion, stances, seen)


def _spot(track: Track, name: str, stances: Sequence[Stance]) -> Array:
    places = track.rig.spots[track.name(name)]
    return np.asarray(located(stances, places).mean(axis=1))


def _dumbbell(track: Track, name: str, stances: Sequence[Stance], seen: View) -> Layer:
    place = track.rig.spots[track.name(name)][0]
    middle = _spot(track, name, stances)
    along = np.array([stance.rotations[place.segment][:, 0] for stance in stances])
    shapes = []
    for ends, r in (((-0.09, 0.09), 0.014), ((-0.10, -0.065), 0.045), ((0.065, 0.10), 0.045)):
        points = np.stack([middle + along * end for end in ends], axis=1)
        shapes.append(Shape("hair", outline(seen.paper(points), np.full(2, r * seen.per_metre)), line=True))
    return Layer("weight", far=False, depth=_held_depth(track, name, seen), shapes=tuple(shapes))


def _held_depth(track: Track, name: str, seen: View) -> float:
    """In front of the near arm or of the trunk, behind a far one's hand never: the weight is seen."""
    leftward = float(np.array([0.0, 1.0, 0.0]) @ seen.towards)
    return 0.4 if (track.name(name).startswith("left")) == (leftward > 0) else -0.05


def _cushion(track: Track, cushion: Cushion, stances: Sequence[Stance], seen: View) -> Layer:
    names = [full for spot in cushion.amid for full in names_of(spot, track.rig.spots)]
    middle = np.mean([_spot(track, name, stances) for name in names], axis=0)
    corners = [np.array([x, y, 0]) for x in (-0.10, 0.10) for y in (-0.17, 0.17)]
    points = np.stack([middle + corner for corner in corners], axis=1)
    shape = Shape("cushion", outline(seen.paper(points), np.full(4, cushion.r * seen.per_metre)), line=True)
    return Layer("cushion", far=False, depth=-0.01, shapes=(shape,))


def _ground(track: Track, stances: Sequence[Stance], *, mat: bool) -> Array:
    """The corners of the floor that the body uses, (4, 3)."""
    rig = track.rig
    points = located(stances, list(rig.balls.values())).reshape(-1, 3)
    low = points[points[:, 2] < _NEAR_FLOOR]
    least, most = low.min(axis=0), low.max(axis=0)
    margin = _MAT_MARGIN if mat else 0.05
    (x0, y0), (x1, y1) = (least - margin)[:2], (most + margin)[:2]
    if mat:
        y0, y1 = min(y0, -_MAT_WIDTH / 2), max(y1, _MAT_WIDTH / 2)
    return np.array([[x0, y0, 0], [x1, y0, 0], [x1, y1, 0], [x0, y1, 0]])


def _wall(wall: Wall, ground: Array, *, mirrored: bool) -> Array:
    middle = ground.mean(axis=0)
    half, high = _WALL_WIDTH / 2, _WALL_HEIGHT
    if wall.side in ("behind", "ahead"):
        x = -wall.at if wall.side == "behind" else wall.at
        y0, y1 = middle[1] - half, middle[1] + half
        return np.array([[x, y0, 0], [x, y1, 0], [x, y1, high], [x, y0, high]])
    y = wall.at if (wall.side == "left") != mirrored else -wall.at
    x0, x1 = middle[0] - half, middle[0] + half
    return np.array([[x0, y, 0], [x1, y, 0], [x1, y, high], [x0, y, high]])


def _thin(wall: Array, seen: View) -> Array:
    """The skirting of a wall: a strip at its foot."""
    del seen
    strip = wall.copy()
    strip[2:, 2] = 0.05
    return strip


def _chair(chair: Chair, *, mirrored: bool) -> Iterator[tuple[Array, float]]:
    """The corners of each piece in metres, and how round it is."""
    turn = np.radians(-chair.turn if mirrored else chair.turn)
    turned = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    at = np.array([chair.at[0], -chair.at[1] if mirrored else chair.at[1]])

    def corner(x: float, y: float, z: float) -> Array:
        return np.array([*(turned @ np.array([x, y]) + at), z])

    half, r = 0.20, 0.015
    for x in (-half, half):
        for y in (-half, half):
            yield np.array([corner(x, y, r), corner(x, y, chair.seat - r)]), r
    for y in (-half, half):
        yield np.array([corner(-half, y, chair.seat), corner(-half, y, chair.seat + 0.42)]), r
    back = [corner(-half, y, chair.seat + z) for y in (-half, half) for z in (0.26, 0.42)]
    yield np.array(back), r
    yield np.array([corner(x, y, chair.seat - 0.02) for x in (-half, half) for y in (-half, half)]), 0.02


def _shade(ground: Array, seen: View) -> Shape:
    middle, half = ground.mean(axis=0), (ground[2] - ground[0]) / 2 + 0.06
    turns = np.arange(20) * (2 * np.pi / 20)
    ring = np.stack([np.cos(turns) * half[0], np.sin(turns) * half[1], np.zeros(20)], axis=-1) * 1.15
    return Shape("ground", np.rint(seen.paper(ring + middle))[None])


def _flat(tone: str, corners: Array, seen: View, r: float = 0.004) -> Shape:
    radii = np.full(len(corners), r * seen.per_metre)
    return Shape(tone, outline(seen.paper(corners)[None], radii, sharp=True), kind="sharp")
