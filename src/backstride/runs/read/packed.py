"""Packed bytes to plain ones, within limits; nothing is ever written to disk."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO

from backstride.runs.read import limits
from backstride.runs.read.unreadable import Unreadable

_CHUNK = 256 * limits.KIB
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


@dataclass(slots=True)
class Budget:
    """Bytes that may still be unpacked."""

    left: int = field(default_factory=lambda: limits.ARCHIVE_BYTES)

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise Unreadable(f"refused: the archive unpacks to more than {limits.size(limits.ARCHIVE_BYTES)}")


def gunzip(data: bytes, budget: Budget) -> bytes:
    """What a gzip holds. Raises Unreadable."""
    with faults("gzip"), gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        return _read(stream, len(data), budget)


def member_bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> bytes:
    """What a member of a zip holds. Raises Unreadable."""
    with faults("zip"), archive.open(member) as stream:
        return _read(stream, member.compress_size, budget)


def _read(stream: IO[bytes] | gzip.GzipFile, packed: int, budget: Budget) -> bytes:
    """All of a packed stream, unless it grows beyond a limit on the way."""
    chunks: list[bytes] = []
    count = 0
    while chunk := stream.read(_CHUNK):
        count += len(chunk)
        budget.take(len(chunk))
        if count > limits.MEMBER_BYTES:
            raise Unreadable(too_large(count, limits.MEMBER_BYTES))
        if count > limits.RATIO_FREE_BYTES and count > limits.RATIO * packed:
            raise Unreadable(too_packed())
        chunks.append(chunk)
    return b"".join(chunks)


def too_large(count: int, limit: int) -> str:
    """The reason for a member of so many bytes."""
    return f"too large unpacked: {limits.size(count)} or more, the limit is {limits.size(limit)}"


def too_packed() -> str:
    """The reason for a member that grows too much."""
    return f"refused: it unpacks to more than {limits.RATIO} times its size"


@contextmanager
def faults(kind: str) -> Iterator[None]:
    """Turns whatever the standard library raises at a broken archive into one line."""
    try:
        yield
    except Unreadable:
        raise
    except _FAULTS as error:
        raise Unreadable(f"broken {kind}: {' '.join(str(error).split())[:120]}") from None
