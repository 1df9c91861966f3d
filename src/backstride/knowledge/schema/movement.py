"""How an exercise moves: poses, their phases in time, variants, props and the camera that shows it best."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from backstride.knowledge.schema.body import Degrees
from backstride.knowledge.schema.record import Id, Record, Text

Metres = Annotated[float, Field(ge=-3, le=3)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=32)]
Side = Literal["left", "right"]


class Camera(Record):
    """Where the figure is seen from, in degrees: azimuth 0 before the face, -90 at its right."""

    azimuth: Annotated[float, Field(ge=-180, le=180)]
    elevation: Annotated[float, Field(ge=-10, le=60)] = 10


class Wall(Record):
    """A wall on that side of the person, its face `at` metres from the origin."""

    side: Literal["behind", "ahead", "left", "right"]
    at: Annotated[float, Field(ge=0, le=2)]


class Strap(Record):
    """A strap round a spot, held by others."""

    around: Id
    held: Annotated[tuple[Id, ...], Field(min_length=1, max_length=2)]


class Weight(Record):
    """A dumb-bell in each of these hands."""

    held: Annotated[tuple[Id, ...], Field(min_length=1, max_length=2)]


class Chair(Record):
    """A chair: the middle of its seat on the floor plan and its height in metres; `turn` in degrees."""

    at: tuple[Metres, Metres]
    seat: Annotated[float, Field(ge=0.3, le=0.6)] = 0.45
    turn: Degrees = 0


class Cushion(Record):
    """A cushion amid these spots, `r` metres thick from its middle."""

    amid: Annotated[tuple[Id, ...], Field(min_length=1)]
    r: Annotated[float, Field(gt=0, le=0.15)] = 0.05


class Props(Record):
    """What is used beside the body."""

    mat: bool = False
    wall: Wall | None = None
    strap: Strap | None = None
    weight: Weight | None = None
    chair: Chair | None = None
    cushion: Cushion | None = None


class Pose(Record):
    """Joint angles in degrees and contacts, on top of another pose (`base`) or of its mirror image.

    `contacts` maps a spot to what it touches: `floor`, `wall`, `seat` or another spot; `null` lets it go.
    An angle or spot of an arm or a leg without a side stands for both. `slides`: contacts that may travel
    along their surface. `free`: angles that the solver may change so that the contacts hold.
    """

    base: Name | None = None
    mirror: Name | None = None
    angles: dict[Id, Degrees] = Field(default_factory=dict)
    free: tuple[Id, ...] | None = None
    contacts: dict[Id, Id | None] = Field(default_factory=dict)
    slides: tuple[Id, ...] | None = None

    @model_validator(mode="after")
    def _one_parent(self) -> Self:
        if self.base is not None and self.mirror is not None:
            raise ValueError("base, mirror: one of them")
        return self


class Phase(Record):
    """A stretch of time that ends in a pose. `breath` is what the breath does meanwhile.

    `ease` is where it is slow: at both ends, going in, coming out, or at neither (to pass through a pose).
    """

    phase: Literal["start", "move", "hold", "return"]
    pose: Name
    seconds: Annotated[float, Field(gt=0, le=20)]
    breath: Literal["in", "out", "steady"] = "steady"
    ease: Literal["both", "in", "out", "linear"] = "both"


class Variant(Record):
    """What a variant of the exercise changes: fields of poses by name, or whole phases, props, tint."""

    poses: dict[Name, Pose] = Field(default_factory=dict)
    phases: Annotated[tuple[Phase, ...], Field(min_length=2)] | None = None
    props: Props | None = None
    tint: tuple[Id, ...] | None = None
    show: Name | None = None
    camera: Camera | None = None
    arrows: tuple[Id, ...] | None = None


class Movement(Record):
    """An exercise's movement, written for one side; the other side is its mirror image.

    `side` is the side written (`null`: the movement is the same on both). `show` names the pose that tells
    the exercise best; `arrows` the spots whose path is drawn; `tint` the regions coloured; `front` parts that
    lie over all others, nearest last, where the middle depth does not tell. `variants` are those of the
    exercise's ladder.
    """

    id: Id
    side: Side | None
    camera: Camera
    props: Props = Props()
    tint: Annotated[tuple[Id, ...], Field(min_length=1)]
    show: Name
    arrows: tuple[Id, ...] = ()
    front: tuple[Id, ...] = ()
    poses: Annotated[dict[Name, Pose], Field(min_length=1)]
    phases: Annotated[tuple[Phase, ...], Field(min_length=2)]
    variants: Annotated[dict[Text, Variant], Field(min_length=1)]
