"""A town that a runner may name to see what is near."""

from typing import Annotated

from pydantic import Field

from backstride.knowledge.schema.record import Id, Record, Text


class Place(Record):
    """A town and its other names. Coordinates in degrees, those of its middle while `approximate`."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    approximate: bool = True
