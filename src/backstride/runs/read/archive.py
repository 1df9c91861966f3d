"""Archives member by member, within limits: by name and bytes, unpacked as deep as they are packed."""

import io
import zipfile
from collections.abc import Iterator
from typing import IO, NamedTuple

from backstride.runs.activity import LeftOut
from backstride.runs.read import limits
from backstride.runs.read.any import ending_of
from backstride.runs.read.packed import Budget, faults, gunzip, member_bytes
from backstride.runs.read.survey import is_large_zip, survey
from backstride.runs.read.told import Told
from backstride.runs.read.unreadable import Unreadable
from backstride.runs.read.words import printable


class Unpacked(NamedTuple):
    """A file by the name to call it and its bytes, with what the archive's table tells of it."""

    name: str
    data: bytes
    told: Told | None


def unpack(
    data: bytes, name: str, budget: Budget, told: Told | None = None, depth: int = 1
) -> Iterator[Unpacked | LeftOut]:
    """The activity files in the bytes of a file, which may be packed; those refused, with the reason.

    Raises Unreadable where the whole is refused.
    """
    if name.lower().endswith(".gz"):
        data = gunzip(data, budget)
    if ending_of(name) == ".zip":
        yield from _unpack_zip(io.BytesIO(data), name, budget, depth)
    else:
        yield Unpacked(name, data, told)


def unpack_member(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    name: str,
    budget: Budget,
    told: Told | None = None,
    depth: int = 1,
) -> Iterator[Unpacked | LeftOut]:
    """One member of an archive, unpacked as deep as it is packed; never raises for what is inside it."""
    inner = f"{name}!{printable(member.filename)}"
    try:
        if is_large_zip(member) and depth == 1:
            # A part of a large export: read where it stands. Deeper down each look back would cost too much.
            budget.take(member.file_size)
            with faults("zip"):
                stream = archive.open(member)
            with stream:
                yield from _unpack_zip(stream, inner, budget, depth + 1)
        else:
            yield from unpack(member_bytes(archive, member, budget), inner, budget, told, depth + 1)
    except Unreadable as refusal:
        yield LeftOut(inner, refusal.reason)


def _unpack_zip(file: IO[bytes], name: str, budget: Budget, depth: int) -> Iterator[Unpacked | LeftOut]:
    if depth > limits.ZIP_DEPTH + 1:
        raise Unreadable(f"refused: zips nested deeper than {limits.ZIP_DEPTH}")
    with open_zip(file) as archive:
        wanted, left_out = survey(archive, name)
        yield from left_out
        # In the order in which they stand, so that a packed archive is read forwards.
        for member, told in sorted(wanted, key=lambda found: found[0].header_offset):
            yield from unpack_member(archive, member, name, budget, told, depth)


def open_zip(file: IO[bytes]) -> zipfile.ZipFile:
    """A zip whose directory fits into memory. Raises Unreadable."""
    with faults("zip"):
        size = _directory_size(file)
    if size > limits.ZIP_DIRECTORY_BYTES:
        limit = limits.size(limits.ZIP_DIRECTORY_BYTES)
        raise Unreadable(f"refused: a zip directory of {limits.size(size)}, the limit is {limit}")
    with faults("zip"):
        return zipfile.ZipFile(file)


def _directory_size(file: IO[bytes]) -> int:
    """Bytes of the directory as the end record claims them; 0 where there is no such record."""
    end = file.seek(0, io.SEEK_END)
    file.seek(max(0, end - 65_557 - 76))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + 20 > len(tail):
        return 0
    size = int.from_bytes(tail[at + 12 : at + 16], "little")
    if tail[at - 20 : at - 16] == b"PK\x06\x07" and at >= 76:  # zip64: the record stands before its locator
        return max(size if size != 0xFFFFFFFF else 0, int.from_bytes(tail[at - 36 : at - 28], "little"))
    return size
