"""The base of the value objects, and the kinds of number and time that they hold."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field


class Value(BaseModel):
    """A frozen value object that refuses unknown keys, infinities and not-a-number."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def _text_or_time(value: Any) -> Any:
    if isinstance(value, (str, date)):
        return value
    raise ValueError("give a time as ISO 8601 text with an offset, such as 2026-11-20T07:00:00+08:00")


def _text_or_day(value: Any) -> Any:
    if isinstance(value, datetime):
        raise ValueError("give a day without a time, such as 2026-11-20")
    if isinstance(value, date) or (isinstance(value, str) and len(value) == 10):
        return value
    raise ValueError("give a day as ISO 8601 text, such as 2026-11-20")


Moment = Annotated[AwareDatetime, BeforeValidator(_text_or_time)]
Day = Annotated[date, BeforeValidator(_text_or_day)]
Score = Annotated[float, Field(ge=0, le=10)]
Metres = Annotated[float, Field(ge=0, le=1_000_000)]
Seconds = Annotated[float, Field(ge=0, le=14 * 86_400)]
Minutes = Annotated[float, Field(ge=0, le=1_440)]
Name = Annotated[str, Field(min_length=1, max_length=64)]
