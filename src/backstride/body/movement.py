"""A movement in one variant, with every pose written out in full."""

from collections.abc import Mapping
from dataclasses import dataclass

from backstride.body.joints import mirror, names_of, other_side, vector
from backstride.body.skeleton import Array, Skeleton
from backstride.knowledge.schema.movement import Camera, Movement, Phase, Pose, Props


@dataclass(frozen=True, eq=False)
class FullPose:
    """Angles (A,) in degrees, the angles that are free, contacts and those of them that may slide."""

    angles: Array
    free: tuple[int, ...]
    contacts: Mapping[str, str]
    slides: frozenset[str]


@dataclass(frozen=True, eq=False)
class Plan:
    """A movement in one variant, as its data has it (the side written, not yet mirrored)."""

    exercise: str
    variant: str
    side: str | None
    camera: Camera
    props: Props
    tint: tuple[str, ...]
    show: str
    arrows: tuple[str, ...]
    front: tuple[str, ...]
    poses: Mapping[str, FullPose]
    phases: tuple[Phase, ...]


def plan(movement: Movement, variant: str, rig: Skeleton) -> Plan:
    """The movement in that variant. Raises KeyError where it has no such variant."""
    change = movement.variants[variant]
    poses = dict(movement.poses)
    for name, pose in change.poses.items():
        poses[name] = _over(poses[name], pose) if name in poses else pose
    phases = change.phases or movement.phases
    full: dict[str, FullPose] = {}
    for name in dict.fromkeys([*(phase.pose for phase in phases), change.show or movement.show]):
        full[name] = _full(name, poses, rig)
    tint = change.tint if change.tint is not None else movement.tint
    return Plan(
        exercise=movement.id,
        variant=variant,
        side=movement.side,
        camera=change.camera or movement.camera,
        props=change.props or movement.props,
        tint=tint,
        show=change.show or movement.show,
        arrows=change.arrows if change.arrows is not None else movement.arrows,
        front=movement.front,
        poses=full,
        phases=phases,
    )


def _over(pose: Pose, change: Pose) -> Pose:
    """A pose with what a variant changes in it; angles and contacts are added to."""
    return pose.model_copy(
        update={
            **{field: getattr(change, field) for field in change.model_fields_set},
            "angles": pose.angles | change.angles,
            "contacts": pose.contacts | change.contacts,
        }
    )


def _full(name: str, poses: Mapping[str, Pose], rig: Skeleton) -> FullPose:
    pose = poses[name]
    free = tuple(rig.index(full) for angle in pose.free or () for full in names_of(angle, rig.angles))
    slides = frozenset(full for spot in pose.slides or () for full in names_of(spot, rig.spots))
    contacts = _contacts(pose.contacts, rig)
    parent = pose.base or pose.mirror
    if parent is None:
        held = {spot: on for spot, on in contacts.items() if on is not None}
        return FullPose(vector(pose.angles, rig), free, held, slides)
    under = _full(parent, poses, rig)
    if pose.mirror is not None:
        under = _mirrored(under, rig)
    angles = under.angles.copy()
    own = vector(pose.angles, rig)
    named = [rig.index(full) for angle in pose.angles for full in names_of(angle, rig.angles)]
    angles[named] = own[named]
    return FullPose(
        angles,
        under.free if pose.free is None else free,
        {spot: on for spot, on in {**under.contacts, **contacts}.items() if on is not None},
        under.slides if pose.slides is None else slides,
    )


def _contacts(given: Mapping[str, str | None], rig: Skeleton) -> dict[str, str | None]:
    """Contacts by full name; where both a spot and its target may be either side, each meets its own."""
    found: dict[str, str | None] = {}
    for spot, on in sorted(given.items(), key=lambda item: item[0] in rig.spots):
        for full in names_of(spot, rig.spots):
            side = full.partition("_")[0]
            own_side = f"{side}_{on}"
            found[full] = own_side if on is not None and own_side in rig.spots else on
    return found


def _mirrored(pose: FullPose, rig: Skeleton) -> FullPose:
    return FullPose(
        mirror(pose.angles, rig),
        tuple(rig.index(other_side(rig.angles[i])) for i in pose.free),
        {other_side(spot): other_side(on) for spot, on in pose.contacts.items()},
        frozenset(other_side(spot) for spot in pose.slides),
    )
