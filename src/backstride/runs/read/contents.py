"""What tells one file's content from another's, and which contents a process need not read again."""

import hashlib
import json
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from typing import NamedTuple

from backstride.runs.activity import Activity
from backstride.runs.read.any import ending_of
from backstride.runs.read.told import Told


class Key(NamedTuple):
    """All that a reader goes by: the SHA-256 of the bytes in hexadecimal, the ending, what a table tells.

    `told` is JSON, or "" where nothing is told.
    """

    sha256: str
    ending: str
    told: str


@dataclass(frozen=True, slots=True)
class Met:
    """A content by the name it was met under: known already, or what the reader made of it."""

    name: str
    key: Key
    known: bool = False
    activities: tuple[Activity, ...] = ()
    reason: str | None = None


class Known:
    """The keys of the contents not to be read; None where nobody asks for keys."""

    def __init__(self) -> None:
        self.keys: AbstractSet[Key] | None = None


known = Known()


def key_of(data: bytes, name: str, told: Told | None) -> Key:
    """The key of a content with its name and what is told of it."""
    facts = {} if told is None else {k: v for k, v in asdict(told).items() if v is not None}
    written = json.dumps(facts, sort_keys=True, ensure_ascii=False) if facts else ""
    return Key(hashlib.sha256(data).hexdigest(), ending_of(name), written)
