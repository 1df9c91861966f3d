"""Screening questions: plain words, the tier that a `yes` means, why, and what to do."""

from typing import Annotated, Literal

from pydantic import Field

from backstride.knowledge.schema.record import Id, Record, Text


class Question(Record):
    """A screening question. `short_check` marks the cauda equina questions asked every week."""

    id: Annotated[str, Field(pattern=r"^[EUC][1-9]$")]
    tier: Literal["emergency", "urgent", "soon"]
    text: Text
    why: Text
    action: Text
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    short_check: bool = False
    bone: bool = False


class Emergency(Record):
    """Who to call, by country (ISO 3166-1 alpha-2), with where the number is from."""

    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    name: Text
    emergency: Text
    urgent: str = ""
    source: Text


class Screening(Record):
    """The questions in the order they are asked, the safety net, and the numbers to call."""

    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    safety_net: Annotated[tuple[Text, ...], Field(min_length=1)]
    safety_net_sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    numbers: Annotated[tuple[Emergency, ...], Field(min_length=1)]
