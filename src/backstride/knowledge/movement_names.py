"""Names inside the body and the movements that lead nowhere: a line for each, with its field."""

from collections.abc import Iterable, Iterator

from backstride.knowledge.library import Library
from backstride.knowledge.schema.body import Body, Patch
from backstride.knowledge.schema.movement import Movement, Phase, Pose, Props

SIDES = ("left", "right")
SURFACES = ("floor", "wall", "seat")


def sided_names(name: str, *, sided: bool) -> tuple[str, ...]:
    """A name with both its sides, or as it stands."""
    return tuple(f"{side}_{name}" for side in SIDES) if sided else (name,)


def angle_names(body: Body) -> tuple[str, ...]:
    """Every angle, such as `lumbar_flexion` or `left_knee_flexion`, in the order of the joints."""
    return tuple(
        full
        for joint in body.joints
        for motion in joint.motions
        for full in sided_names(f"{joint.id}_{motion}", sided=joint.sided)
    )


def spot_names(body: Body) -> tuple[str, ...]:
    """Every spot, such as `seat` or `left_knee`."""
    segments = {segment.id: segment for segment in body.segments}
    return tuple(
        full
        for name, places in body.spots.items()
        for full in sided_names(name, sided=segments[places[0].of].sided)
    )


def muscle_names(body: Body) -> tuple[str, ...]:
    """Every region that can be tinted, with its side where it has one."""
    return tuple(full for name, m in body.muscles.items() for full in sided_names(name, sided=m.sided))


def body_faults(body: Body, library: Library) -> Iterator[str]:
    """Segments, joints, balls, parts and sources that are named and not there."""
    segments, joints = {s.id for s in body.segments}, {j.id for j in body.joints}
    for segment in body.segments:
        if segment.parent is not None and segment.parent not in segments:
            yield f"segments.{segment.id}.parent: {segment.parent}: no such segment"
        if segment.joint not in joints:
            yield f"segments.{segment.id}.joint: {segment.joint}: no such joint"
    kinds: dict[str, list[tuple[str, str]]] = {
        "balls": [(name, ball.of) for name, ball in body.balls.items()],
        "domes": [(name, dome.of) for name, dome in body.domes.items()],
        "spots": [(name, spot.of) for name, spots in body.spots.items() for spot in spots],
        "landmarks": [(name, landmark.of) for name, landmark in body.landmarks.items()],
        "muscles": [(name, ball.of) for name, muscle in body.muscles.items() for ball in muscle.balls],
    }
    places = [(f"{kind}.{name}", on) for kind, found in kinds.items() for name, on in found]
    yield from (f"{where}: {on}: no such segment" for where, on in places if on not in segments)
    for part in body.parts:
        for hull in part.hulls:
            if isinstance(hull, Patch) and hull.dome not in body.domes:
                yield f"parts.{part.id}: {hull.dome}: no such dome"
            for ball in () if isinstance(hull, Patch) else hull.balls:
                if ball not in body.balls:
                    yield f"parts.{part.id}: {ball}: no such ball"
    parts = {part.id for part in body.parts}
    for name, muscle in body.muscles.items():
        if muscle.part not in parts:
            yield f"muscles: {name}.part: {muscle.part}: no such part"
    cited = [(f"{j.id}.{name}", s) for j in body.joints for name, m in j.motions.items() for s in m.sources]
    cited += [("(whole)", source) for source in body.sources]
    yield from (
        f"{where}: {source}: no such source" for where, source in cited if source not in library.sources
    )


def movement_faults(movement: Movement, body: Body, library: Library) -> Iterator[str]:
    """Poses, angles, spots, regions, parts and variants that are named and not there."""
    exercise = library.exercises.get(movement.id)
    if exercise is None:
        yield f"id: {movement.id}: no such exercise"
    else:
        ladder = tuple(dict.fromkeys(level.variant for level in exercise.ladder))
        yield from _unknown("variants", movement.variants, ladder, "variant on the ladder")
        yield from _unknown("variants", ladder, movement.variants, "variant here, and the ladder has it")
    names = _Names(body)
    yield from names.poses("", movement.poses, movement.poses)
    yield from names.rest("", movement.phases, movement.props, movement.poses)
    yield from _unknown("tint", movement.tint, names.muscles, "region to tint")
    yield from _unknown("arrows", movement.arrows, names.spots, "spot")
    yield from _unknown("front", movement.front, names.parts, "part")
    yield from _unknown("show", [movement.show], movement.poses, "pose")
    for name, variant in movement.variants.items():
        where = f"variants.{name}."
        poses = movement.poses | variant.poses
        yield from names.poses(where, variant.poses, poses)
        yield from names.rest(where, variant.phases or (), variant.props or Props(), poses)
        yield from _unknown(f"{where}tint", variant.tint or (), names.muscles, "region to tint")
        yield from _unknown(f"{where}arrows", variant.arrows or (), names.spots, "spot")
        yield from _unknown(f"{where}show", [variant.show] if variant.show else [], poses, "pose")


class _Names:
    """The names that a movement may use; a sided one may stand without its side."""

    def __init__(self, body: Body) -> None:
        self.angles = {*angle_names(body), *(f"{j.id}_{m}" for j in body.joints for m in j.motions)}
        self.spots = {*spot_names(body), *body.spots}
        self.muscles = {*muscle_names(body), *body.muscles}
        self.parts = {name for part in body.parts for name in sided_names(part.id, sided=part.sided)}

    def poses(self, where: str, poses: dict[str, Pose], known: dict[str, Pose]) -> Iterator[str]:
        for name, pose in poses.items():
            field = f"{where}poses.{name}"
            parents = [p for p in (pose.base, pose.mirror) if p is not None]
            yield from _unknown(f"{field}.base/mirror", parents, known, "pose")
            yield from _unknown(f"{field}.angles", pose.angles, self.angles, "angle")
            yield from _unknown(f"{field}.free", pose.free or (), self.angles, "angle")
            yield from _unknown(f"{field}.contacts", pose.contacts, self.spots, "spot")
            touched = [on for on in pose.contacts.values() if on is not None]
            yield from _unknown(f"{field}.contacts", touched, {*self.spots, *SURFACES}, "surface or spot")
            yield from _unknown(f"{field}.slides", pose.slides or (), self.spots, "spot")
            if _circular(name, known):
                yield f"{field}.base/mirror: leads back to itself"

    def rest(
        self, where: str, phases: tuple[Phase, ...], props: Props, poses: dict[str, Pose]
    ) -> Iterator[str]:
        for number, phase in enumerate(phases):
            yield from _unknown(f"{where}phases.{number}.pose", [phase.pose], poses, "pose")
        held = [*((props.strap.around, *props.strap.held) if props.strap else ())]
        held += [*(props.weight.held if props.weight else ()), *(props.cushion.amid if props.cushion else ())]
        yield from _unknown(f"{where}props", held, self.spots, "spot")


def _circular(name: str, poses: dict[str, Pose]) -> bool:
    seen: set[str] = set()
    at: str | None = name
    while at is not None and at in poses:
        if at in seen:
            return True
        seen.add(at)
        at = poses[at].base or poses[at].mirror
    return False


def _unknown(field: str, names: Iterable[str], known: Iterable[str], kind: str) -> Iterator[str]:
    there = set(known)
    yield from (f"{field}: {name}: no such {kind}" for name in names if name not in there)
