"""The only place that reads the clock."""

from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from backstride.cli.refusal import BadInput
from backstride.values import Moment

_MOMENT: TypeAdapter[datetime] = TypeAdapter(Moment)


def moment(text: str, where: str) -> datetime:
    """A time with an offset. Raises BadInput, naming `where` it stands."""
    try:
        return _MOMENT.validate_python(text)
    except ValidationError as error:
        reason = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise BadInput(f"{where}: {reason}; an offset is needed (given: {text[:60]!r})") from None


def this_moment() -> datetime:
    """The machine's clock in the machine's zone, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)
