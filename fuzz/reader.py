"""What the harness needs to know of a reader."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random


def as_it_is(data: bytes) -> bytes:
    """The same bytes: a format without a checksum needs no mending."""
    return data


@dataclass(frozen=True)
class Reader:
    """A door for somebody's bytes.

    `read` gives the outcome in words, a refusal's reason among them, and raises only where the reader is at
    fault. `mutate` changes the structure (any exception: this input has none), `mend` makes checksums right
    again after bytes were changed. `seeds` are small sound inputs, `longest` is the most bytes of an input.
    """

    read: Callable[[bytes], str]
    mutate: Callable[[bytes, Random], bytes]
    seeds: Callable[[], Iterable[bytes]]
    mend: Callable[[bytes], bytes] = as_it_is
    longest: int = 32_768
