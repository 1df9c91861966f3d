"""A rule in plain words; the numbers stand in the parameters and are filled in where their names stand."""

from typing import Annotated

from pydantic import Field

from backstride.knowledge.schema.record import Id, Record, Text


class RuleText(Record):
    """A rule: sentences with {parameter.id} to fill in, and every parameter that the rule turns on.

    Ids: H1-H16 hard rules, R1-R8 what the runs say, O1-O4 what a week is chosen by, L the pain light,
    P progression, W the week read from the runs. `read_as` is the part of a decision record (file and
    heading below docs/adr) that fixes how planner and checker read the rule. How a number is written stands
    in `filling`.
    """

    id: Annotated[str, Field(pattern=r"^(?:H(?:1[0-6]|[1-9])|R[1-8]|O[1-4]|L|P|W)$")]
    title: Text
    sentences: Annotated[tuple[Text, ...], Field(min_length=1)]
    parameters: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    read_as: Annotated[str, Field(pattern=r"^\d{4}-[a-z0-9-]+\.md#[a-z0-9-]+$")] | None = None
