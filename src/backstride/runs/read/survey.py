"""Which members of an archive are worth unpacking, and why the others are not."""

import re
import zipfile

from backstride.runs.activity import LeftOut
from backstride.runs.read import limits
from backstride.runs.read.any import ENDINGS, ending_of
from backstride.runs.read.packed import Budget, member_bytes, too_large, too_packed
from backstride.runs.read.strava_table import is_table, read_table
from backstride.runs.read.told import Told
from backstride.runs.read.unreadable import Unreadable
from backstride.runs.read.words import printable

# Deflate needs no more than 32 KiB to unpack; the other methods may demand gigabytes.
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


def survey(
    archive: zipfile.ZipFile, name: str
) -> tuple[list[tuple[zipfile.ZipInfo, Told | None]], list[LeftOut]]:
    """The members worth unpacking, by name and with what a table among them tells; and those left out.

    Raises Unreadable for too much.
    """
    members = [m for m in archive.infolist() if not m.filename.endswith("/")]  # a name may be empty
    if len(members) > limits.MEMBERS:
        raise Unreadable(f"refused: {len(members):,} members, the limit is {limits.MEMBERS:,}")
    wanted: list[zipfile.ZipInfo] = []
    told: dict[str, Told] = {}
    left_out: list[LeftOut] = []
    for member in sorted(members, key=lambda m: m.filename):
        reason = _refusal(member)
        if reason is None and not _hidden(member.filename):
            if is_table(member.filename):
                reason = _learn(archive, member, told)
            else:
                wanted.append(member)
        if reason is not None:
            left_out.append(LeftOut(f"{name}!{printable(member.filename)}", reason))
    if sum(m.file_size for m in wanted) > limits.ARCHIVE_BYTES:
        raise Unreadable(f"refused: it unpacks to more than {limits.size(limits.ARCHIVE_BYTES)}")
    return [(member, told.get(member.filename)) for member in wanted], left_out


def is_wanted(name: str) -> bool:
    """Whether a name's ending is one that may hold activities."""
    return ending_of(name) in (*ENDINGS, ".zip")


def is_large_zip(member: zipfile.ZipInfo) -> bool:
    """Whether a member is an archive that is not to be held in memory."""
    return member.filename.lower().endswith(".zip") and member.file_size > limits.INNER_ZIP_BYTES


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
    if not is_wanted(member.filename) and not is_table(member.filename):
        return not_wanted(member.filename)
    if member.flag_bits & 1:
        return "encrypted"
    if member.compress_type not in _METHODS:
        return "packed by a method that is not supported"
    limit = limits.ZIP_FILE_BYTES if is_large_zip(member) else limits.MEMBER_BYTES
    if member.file_size > limit:
        return too_large(member.file_size, limit)
    if is_large_zip(member) and member.file_size > limits.RATIO * member.compress_size:
        return too_packed()
    return None


def _learn(archive: zipfile.ZipFile, member: zipfile.ZipInfo, told: dict[str, Told]) -> str | None:
    """Adds what a table tells; the reason where it is none that does. A table is never an activity."""
    try:
        told.update(read_table(member_bytes(archive, member, Budget()), member.filename))
    except Unreadable as refusal:
        return refusal.reason
    return None


def _hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))
