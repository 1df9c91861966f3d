"""A clinic: where it is and how to reach it."""

from typing import Annotated

from pydantic import Field

from backstride.knowledge.schema.record import Id, Record, Text


class Clinic(Record):
    """A clinic. `whatsapp` is the number in international form, digits alone; coordinates in degrees.

    `approximate` is true while the coordinates are those of the town and not of the door.
    """

    id: Id
    name: Text
    address: Text
    area: Text
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    phone: Text
    whatsapp: Annotated[str, Field(pattern=r"^\d{8,15}$")]
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    approximate: bool = True
    source: Id
