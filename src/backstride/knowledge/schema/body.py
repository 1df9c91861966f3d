"""The body that the figures are drawn with: segments, joints with their ranges, flesh, points of contact.

Axes, standing in the anatomical position: x forward, y to the left, z up. Lengths are fractions of stature.
What belongs to an arm or a leg is written for the left; the right is its mirror image.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from backstride.knowledge.schema.record import Id, Record, Text
from backstride.terms import Grade

Length = Annotated[float, Field(ge=-1, le=1)]
Vector = tuple[Length, Length, Length]
Degrees = Annotated[float, Field(ge=-180, le=180)]
Tone = Literal["skin", "shirt", "shorts", "hair", "mark"]


class Segment(Record):
    """A rigid segment. `at` is its joint in the frame of its parent; `mass` its share of the body's mass.

    `com` is its centre of mass in its own frame. `joint` names the joint that moves it, and `share` the part
    of each of that joint's angles that it takes (a region of the spine is more than one segment).
    """

    id: Id
    parent: Id | None = None
    sided: bool = False
    at: Vector = (0, 0, 0)
    joint: Id
    share: Annotated[float, Field(gt=0, le=1)] = 1
    mass: Annotated[float, Field(ge=0, le=0.5)] = 0
    com: Vector = (0, 0, 0)


class Motion(Record):
    """One angle of a joint: the axis about which it turns (left side) and its normal range in degrees."""

    axis: tuple[int, int, int]
    range: tuple[Degrees, Degrees]
    positive: Text
    sources: tuple[Id, ...]
    grade: Grade
    why: str = ""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.range[0] <= 0 <= self.range[1]:
            raise ValueError("range: the lowest comes first, and zero lies inside")
        return self


class Joint(Record):
    """A joint with its motions, in the order in which they are applied."""

    id: Id
    sided: bool = False
    motions: Annotated[dict[Id, Motion], Field(min_length=1)]


class Ball(Record):
    """A sphere of flesh on a segment. `pair`: one on each side of the midline."""

    of: Id
    at: Vector
    r: Annotated[float, Field(gt=0, le=0.2)]
    pair: bool = False


class Spot(Record):
    """A place on the skin that can touch something. `r` lies between it and the surface that it touches."""

    of: Id
    at: Vector
    r: Annotated[float, Field(ge=0, le=0.2)] = 0


class Hull(Record):
    """A shape drawn: the hull of balls, in a tone. `line`: set off by a fine line from what lies behind."""

    balls: Annotated[tuple[Id, ...], Field(min_length=1)]
    tone: Tone = "skin"
    line: bool = False


class Dome(Record):
    """A rounded part, on which patches lie: an ellipsoid on a segment, half-axes along x, y, z."""

    of: Id
    at: Vector
    radii: tuple[Length, Length, Length]


class Patch(Record):
    """What is drawn on a dome, in a tone, as far as it faces the viewer. Without an edge: the whole dome.

    `edge` goes round it, in directions from the dome's middle (with its half-axes for units); the patch must
    not bulge inwards, nor reach round half the dome. `across`: the half of it to the left is written. `wide`:
    the edge is one direction, and the patch a disc of that many degrees about it. `pair`: one on each side.
    """

    dome: Id
    tone: Tone = "skin"
    edge: tuple[Vector, ...] = ()
    across: bool = False
    wide: Annotated[float, Field(ge=0, le=60)] = 0
    pair: bool = False


class Part(Record):
    """Hulls and patches that are drawn together, in this order."""

    id: Id
    sided: bool = False
    hulls: Annotated[tuple[Hull | Patch, ...], Field(min_length=1)]


class Muscle(Record):
    """A region that can be tinted: the hull of these balls, drawn on a part."""

    part: Id
    sided: bool = False
    balls: Annotated[tuple[Ball, ...], Field(min_length=1)]


class Landmark(Record):
    """A point of the body that has a name of its own. `pair`: one on each side of the midline."""

    of: Id
    at: Vector = (0, 0, 0)
    pair: bool = False


class Body(Record):
    """The whole body. `stature` in metres; `tolerance` in metres for contacts and surfaces."""

    stature: Annotated[float, Field(ge=1, le=2.2)]
    tolerance: Annotated[float, Field(gt=0, le=0.05)]
    sources: tuple[Id, ...]
    segments: Annotated[tuple[Segment, ...], Field(min_length=1)]
    joints: Annotated[tuple[Joint, ...], Field(min_length=1)]
    balls: dict[Id, Ball]
    domes: dict[Id, Dome]
    spots: dict[Id, tuple[Spot, ...]]
    parts: tuple[Part, ...]
    muscles: dict[Id, Muscle]
    landmarks: dict[Id, Landmark]
