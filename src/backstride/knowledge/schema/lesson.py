"""A lesson: 100 to 200 words on one matter, with its sources, how sure they are, and what brings it up."""

from typing import Annotated

from pydantic import Field

from backstride.knowledge.schema.record import Id, Record, Text
from backstride.terms import Grade


class Lesson(Record):
    """A lesson in plain words. `signals` name what brings it up; `weak` marks a claim told as weak."""

    id: Id
    title: Text
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    grade: Grade
    signals: tuple[Id, ...] = ()
    weak: Text | None = None
    body: Text
