"""Archives: members dropped, renamed, repacked, nested; their bytes changed; claims in the directory too."""

import gzip
import io
import lzma
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from fuzz.mutations.pieces import LARGEST, WHOLE
from fuzz.mutations.sequence import place, rearranged

Change = Callable[[bytes, Random], bytes]
_NAMES = (
    *(
        "a.fit",
        "a.gpx",
        "a.tcx",
        "a.fit.gz",
        "a.gpx.gz",
        "b.zip",
        "activities.csv",
        "x/activities.csv",
        "a.txt",
    ),
    *("../a.fit", "/a.fit", "C:\\a.fit", "a\\b.fit", "a\0b.fit", ".hidden.fit", "__MACOSX/a.fit", "a.FIT.GZ"),
    *(
        "activities/1.fit.gz",
        "a.gpx.gz.gz",
        "läuft.gpx",
        "\u202e.fit",
        "x" * 300 + ".fit",
        "a.zip.gz",
        "",
        "d/",
    ),
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_BROKEN = (
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    IndexError,
    zlib.error,
    lzma.LZMAError,
)
_MARKS = (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06")


def packed(members: list[tuple[str, bytes]], rng: Random | None = None) -> bytes:
    """A zip of these members; with chance, each by a method of its own."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")  # a name may be there twice
        for name, data in members:
            archive.writestr(
                zipfile.ZipInfo(name), data, _METHODS[1] if rng is None else rng.choice(_METHODS)
            )
    return stream.getvalue()


def mutate(data: bytes, rng: Random, inside: Change) -> bytes:
    """A changed archive; `inside` changes a member's bytes. Of a broken one the headers are changed."""
    try:
        return _repacked(data, rng, inside)
    except (*_BROKEN, zipfile.BadZipFile):
        return _claims(data, rng)


def _repacked(data: bytes, rng: Random, inside: Change) -> bytes:
    if data[:2] == b"\x1f\x8b":
        return _gzip(inside(gzip.decompress(data), rng), rng)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()[:40]]
    for _ in range(rng.choice((1, 1, 2, 4))):
        if not members:
            break
        at = place(rng, members)
        name, content = members[at]
        how = rng.randrange(7)
        if how == 0:
            members = rearranged(members, rng)
        elif how == 1:
            members[at] = rng.choice(_NAMES), content
        elif how == 2:
            members[at] = "b.zip", packed([(name, content)])
        elif how == 3:
            members[at] = name + ".gz", _gzip(content, rng)
        elif how == 4:
            members[at] = name, content + bytes(rng.choice((1, 100, 3_000_000)))
        else:
            members[at] = name, _deep(name, content, rng, inside)
    made = packed(members, rng if rng.random() < 0.1 else None)
    return _claims(made, rng) if rng.random() < 0.3 else made


def _deep(name: str, content: bytes, rng: Random, inside: Change) -> bytes:
    if name.endswith(".gz") and content[:2] == b"\x1f\x8b":
        return _gzip(inside(gzip.decompress(content), rng), rng)
    return mutate(content, rng, inside) if content[:2] == b"PK" else inside(content, rng)


def _gzip(data: bytes, rng: Random) -> bytes:
    made = gzip.compress(data, mtime=0)
    how = rng.randrange(12)
    if how == 0:
        return made[: rng.randint(0, len(made))]
    if how == 1:
        return made + rng.choice((made, b"\0" * 9, b"x"))
    if how == 2:
        return made[:-8] + struct.pack("<II", rng.choice(LARGEST), rng.choice(WHOLE))
    return made


def _claims(data: bytes, rng: Random) -> bytes:
    """What a header says of a member, changed: its flags, method, sizes, place, and how long its name is."""
    made = bytearray(data)
    places = [at for mark in _MARKS for at in range(len(made)) if made.startswith(mark, at)]
    for _ in range(rng.choice((1, 2))):
        at = rng.choice(places) + 4 + 2 * rng.randrange(21)
        width = rng.choice((2, 4))
        value = rng.choice((*WHOLE, *LARGEST)) & (1 << 8 * width) - 1
        made[at : at + width] = value.to_bytes(width, "little")
    return bytes(made)
