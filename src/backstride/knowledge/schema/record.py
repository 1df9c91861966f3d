"""The base of every library record: frozen, and refusing keys that it does not know."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_.]*$", max_length=64)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Record(BaseModel):
    """A record of the library, valid by construction."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
