"""What an exercise is called in a watch's workout file."""

from typing import Annotated, Literal

from pydantic import Field

from backstride.knowledge.schema.record import Id, Record, Text


class WatchName(Record):
    """An exercise's category and name in the FIT profile, by name and number; `none` has neither."""

    exercise: Id
    match: Literal["exact", "nearest", "none"]
    category: Id | None = None
    category_number: Annotated[int, Field(ge=0, le=65535)] | None = None
    name: Id | None = None
    name_number: Annotated[int, Field(ge=0, le=65535)] | None = None
    why: Text
