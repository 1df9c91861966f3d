"""Archives in memory: members by name and bytes, within limits; nothing is ever written to disk."""

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO

from backstride.runs.activity import LeftOut
from backstride.runs.read import limits
from backstride.runs.read.any import ENDINGS, ending_of
from backstride.runs.read.unreadable import Unreadable
from backstride.runs.read.words import printable

_CHUNK = 256 * limits.KIB
# Deflate needs no more than 32 KiB to unpack; the other methods may demand gigabytes.
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


@dataclass(slots=True)
class Budget:
    """Bytes that may still be unpacked."""

    left: int = field(default_factory=lambda: limits.ARCHIVE_BYTES)

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise Unreadable(f"refused: the archive unpacks to more than {limits.size(limits.ARCHIVE_BYTES)}")


def unpack(data: bytes, name: str, budget: Budget, depth: int = 1) -> Iterator[tuple[str, bytes] | LeftOut]:
    """The activity files in the bytes of a file, which may be packed; those refused, with the reason.

    Raises Unreadable where the whole is refused.
    """
    if name.lower().endswith(".gz"):
        data = _gunzip(data, budget)
    if ending_of(name) != ".zip":
        yield name, data
        return
    if depth > limits.ZIP_DEPTH + 1:
        raise Unreadable(f"refused: zips nested deeper than {limits.ZIP_DEPTH}")
    with open_zip(io.BytesIO(data)) as archive:
        wanted, left_out = survey(archive, name)
        yield from left_out
        for member in wanted:
            yield from unpack_member(archive, member, name, budget, depth)


def unpack_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, budget: Budget, depth: int = 1
) -> Iterator[tuple[str, bytes] | LeftOut]:
    """One member of an archive, unpacked as deep as it is packed; never raises for what is inside it."""
    inner = f"{name}!{printable(member.filename)}"
    try:
        with _faults("zip"), archive.open(member) as stream:
            data = _read(stream, member.compress_size, budget)
        yield from unpack(data, inner, budget, depth + 1)
    except Unreadable as refusal:
        yield LeftOut(inner, refusal.reason)


def open_zip(file: IO[bytes]) -> zipfile.ZipFile:
    """A zip whose directory fits into memory. Raises Unreadable."""
    size = _directory_size(file)
    if size > limits.ZIP_DIRECTORY_BYTES:
        limit = limits.size(limits.ZIP_DIRECTORY_BYTES)
        raise Unreadable(f"refused: a zip directory of {limits.size(size)}, the limit is {limit}")
    with _faults("zip"):
        return zipfile.ZipFile(file)


def survey(archive: zipfile.ZipFile, name: str) -> tuple[list[zipfile.ZipInfo], list[LeftOut]]:
    """The members worth unpacking, by name, and those left out. Raises Unreadable for too much."""
    members = [m for m in archive.infolist() if not m.is_dir()]
    if len(members) > limits.MEMBERS:
        raise Unreadable(f"refused: {len(members):,} members, the limit is {limits.MEMBERS:,}")
    wanted: list[zipfile.ZipInfo] = []
    left_out: list[LeftOut] = []
    for member in sorted(members, key=lambda m: m.filename):
        reason = _refusal(member)
        if reason:
            left_out.append(LeftOut(f"{name}!{printable(member.filename)}", reason))
        elif not _hidden(member.filename):
            wanted.append(member)
    if sum(m.file_size for m in wanted) > limits.ARCHIVE_BYTES:
        raise Unreadable(f"refused: it unpacks to more than {limits.size(limits.ARCHIVE_BYTES)}")
    return wanted, left_out


def is_wanted(name: str) -> bool:
    """Whether a name's ending is one that may hold activities."""
    return ending_of(name) in (*ENDINGS, ".zip")


def not_wanted(name: str) -> str:
    """The reason for a file of another kind."""
    return f"not an activity file ({printable(ending_of(name)) or 'no ending'})"


def _refusal(member: zipfile.ZipInfo) -> str | None:
    # zipfile has turned backslashes and cut at a zero byte already; `orig_filename` is what was written.
    written = member.orig_filename.replace("\\", "/")
    if written.startswith("/") or re.match(r"[A-Za-z]:", written) or ".." in written.split("/"):
        return "refused: its name points outside the archive"
    if _hidden(member.filename):
        return None
    if not is_wanted(member.filename):
        return not_wanted(member.filename)
    if member.flag_bits & 1:
        return "encrypted"
    if member.compress_type not in _METHODS:
        return "packed by a method that is not supported"
    if member.file_size > limits.MEMBER_BYTES:
        return _too_large(member.file_size)
    return None


def _hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _gunzip(data: bytes, budget: Budget) -> bytes:
    with _faults("gzip"), gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        return _read(stream, len(data), budget)


def _read(stream: IO[bytes] | gzip.GzipFile, packed: int, budget: Budget) -> bytes:
    """All of a packed stream, unless it grows beyond a limit on the way."""
    chunks: list[bytes] = []
    count = 0
    while chunk := stream.read(_CHUNK):
        count += len(chunk)
        budget.take(len(chunk))
        if count > limits.MEMBER_BYTES:
            raise Unreadable(_too_large(count))
        if count > limits.RATIO_FREE_BYTES and count > limits.RATIO * packed:
            raise Unreadable(f"refused: it unpacks to more than {limits.RATIO} times its size")
        chunks.append(chunk)
    return b"".join(chunks)


def _too_large(count: int) -> str:
    limit = limits.size(limits.MEMBER_BYTES)
    return f"too large unpacked: {limits.size(count)} or more, the limit is {limit}"


@contextmanager
def _faults(kind: str) -> Iterator[None]:
    """Turns whatever the standard library raises at a broken archive into one line."""
    try:
        yield
    except Unreadable:
        raise
    except _FAULTS as error:
        raise Unreadable(f"broken {kind}: {' '.join(str(error).split())[:120]}") from None


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
