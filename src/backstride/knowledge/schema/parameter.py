"""Parameters: every number with a clinical meaning, dated, with unit, sources, grade and one line of why."""

from datetime import date
from typing import Annotated

from pydantic import Field

from backstride.knowledge.schema.record import Id, Record, Text
from backstride.terms import Grade

Value = int | float | tuple[int | float, ...]


class Dated(Record):
    """A value in force from a day on."""

    valid_from: date
    value: Value


class Parameter(Record):
    """A number of the rule set. `unit` is `1` for ratios and counts without a unit of their own."""

    id: Id
    values: Annotated[tuple[Dated, ...], Field(min_length=1)]
    unit: Text
    sources: tuple[Id, ...] = ()
    grade: Grade
    why: Text


class RuleSetVersion(Record):
    """A version of the rules: the parameters' values in force on its day."""

    id: Annotated[str, Field(pattern=r"^\d{4}\.\d+$")]
    valid_from: date
    note: Text
