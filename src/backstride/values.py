"""The base of the value objects, and the kinds of number and time that they hold."""

import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field


class Value(BaseModel):
    """A frozen value object that refuses unknown keys, infinities and not-a-number."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


# Without these, pydantic would take a number written as text for seconds since 1970.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d")


def _text_or_time(value: Any) -> Any:
    if isinstance(value, datetime) or (isinstance(value, str) and _TIME.match(value)):
        return value
    raise ValueError("give a time as ISO 8601 text with an offset, such as 2026-11-20T07:00:00+08:00")


def _text_or_day(value: Any) -> Any:
    if isinstance(value, datetime):
        raise ValueError("give a day without a time, such as 2026-11-20")
    if isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise ValueError("give a day as ISO 8601 text, such as 2026-11-20")


Moment = Annotated[AwareDatetime, BeforeValidator(_text_or_time)]
Day = Annotated[date, BeforeValidator(_text_or_day)]
# Strict: neither `true` nor "3" is a number, and neither 1 nor "yes" is a truth value.
Whole = Annotated[int, Field(strict=True)]
Flag = Annotated[bool, Field(strict=True)]
Score = Annotated[float, Field(ge=0, le=10, strict=True)]
Metres = Annotated[float, Field(ge=0, le=1_000_000, strict=True)]
Seconds = Annotated[float, Field(ge=0, le=14 * 86_400, strict=True)]
Minutes = Annotated[float, Field(ge=0, le=1_440, strict=True)]
Name = Annotated[str, Field(min_length=1, max_length=64)]
