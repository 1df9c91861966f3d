"""The archive's table of contents."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

FORMAT = 1
NAME = "manifest.json"
MOST_BYTES = 64_000_000

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0, strict=True)]


class NotRestored(ValueError):
    """An archive that is refused whole, and why, in one line."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Table(_Part):
    """A table's rows as JSON Lines, in `tables/`."""

    rows: Count
    bytes: Count
    sha256: Digest


class File(_Part):
    """An original file, in `files/`, by its own SHA-256."""

    bytes: Count


class Manifest(_Part):
    """What the archive holds, each with its checksum."""

    format: Count
    app: Literal["backstride"] = "backstride"
    version: Annotated[str, Field(max_length=64)]
    at: Annotated[str, Field(max_length=64)]
    tables: dict[Annotated[str, Field(pattern=r"^[a-z]{1,64}$")], Table]
    files: dict[Digest, File]

    def names(self) -> set[str]:
        """The names of all members of the zip."""
        return {NAME, *map(table_name, self.tables), *map(file_name, self.files)}


def table_name(table: str) -> str:
    """Where a table stands in the zip."""
    return f"tables/{table}.jsonl"


def file_name(sha256: str) -> str:
    """Where an original file stands in the zip."""
    return f"files/{sha256}"


def read_manifest(data: bytes) -> Manifest:
    """The manifest. Raises NotRestored: it is none, or of a newer format."""
    try:
        if _format(data) > FORMAT:
            raise NotRestored("the archive comes from a newer version of Backstride; update this one first")
        return Manifest.model_validate_json(data)
    except ValidationError as error:
        fault = error.errors()[0]
        path = ".".join(map(str, fault["loc"]))
        raise NotRestored(f"{NAME}: {path[:100]}: {fault['msg']}") from None


class _Format(BaseModel):
    format: Count


def _format(data: bytes) -> int:
    return _Format.model_validate_json(data).format
