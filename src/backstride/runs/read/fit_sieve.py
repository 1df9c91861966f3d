"""The records of a sound FIT file read as columns, and a small file of what is left for the decoder.

An hour holds thousands of records and a dozen other messages that matter. The records' few fields stand at
fixed places, so that they need no decoder. Whatever is not plain is left to the decoder as a whole.
"""

import struct
from collections import defaultdict
from dataclasses import fields

import numpy as np
import numpy.typing as npt

from backstride.runs.read.fit_crc import crc16
from backstride.runs.read.fit_records import Records
from backstride.runs.read.fit_values import EPOCH_S
from backstride.runs.read.fit_walk import COMPRESSED, Layout, Stretch, walk
from backstride.runs.read.points import Array

_RECORD = 20
# Of the file, its sports, sessions, laps and activity; and what describes the fields that developers add.
_KEPT = frozenset({0, 12, 18, 19, 34, 206, 207})
_COMPRESSED_SPEED_DISTANCE = 8  # a field that decoders take apart

# Of a record: its field's number to the column, the base type as written, how numpy calls it, what says that
# there is none, and by how much it is divided and then lowered.
_FIELDS = {
    253: ("t", 0x86, "u4", 0xFFFFFFFF, 1.0, -EPOCH_S),
    0: ("lat", 0x85, "i4", 0x7FFFFFFF, 1.0, 0.0),
    1: ("lon", 0x85, "i4", 0x7FFFFFFF, 1.0, 0.0),
    5: ("metres", 0x86, "u4", 0xFFFFFFFF, 100.0, 0.0),
    2: ("height", 0x84, "u2", 0xFFFF, 5.0, 500.0),
    78: ("height", 0x86, "u4", 0xFFFFFFFF, 5.0, 500.0),
    3: ("heart_rate", 0x02, "u1", 0xFF, 1.0, 0.0),
    4: ("cadence", 0x02, "u1", 0xFF, 1.0, 0.0),
}
_COLUMNS = tuple(column.name for column in fields(Records))


def sieve(data: bytes) -> tuple[bytes, Records] | None:
    """A FIT file without its records, and the records; None where the file is not plain or not sound."""
    body = _body(data)
    if body is None:
        return None
    rest: list[bytes] = []
    stretches: list[Stretch] = []
    at = body.start
    try:
        for item in walk(data, body.start, body.stop):
            at = _end(item)
            if isinstance(item, Stretch):
                if item.header & COMPRESSED:
                    return None
                message = item.layout.message
                if message == _RECORD:
                    stretches.append(item)
            else:
                message = item.message
                if message == _RECORD and not _is_plain(item):
                    return None
            if message in _KEPT:
                rest.append(data[_begin(item) : at])
    except (IndexError, struct.error):
        return None
    if at != body.stop:
        return None
    return _file(b"".join(rest), data[:12]), _records(data, stretches)


def _body(data: bytes) -> range | None:
    """The places of the messages of a single file with right checksums."""
    header = data[0] if data else 0
    if header not in (12, 14) or len(data) < header + 2:
        return None
    end = header + int(struct.unpack_from("<I", data, 4)[0])
    if end + 2 != len(data) or crc16(data):
        return None
    if header == 14 and data[12:14] not in (b"\0\0", struct.pack("<H", crc16(data[:12]))):
        return None
    return range(header, end)


def _file(messages: bytes, header: bytes) -> bytes:
    whole = b"\x0c" + header[1:4] + struct.pack("<I", len(messages)) + header[8:12] + messages
    return whole + struct.pack("<H", crc16(whole))


def _begin(item: Layout | Stretch) -> int:
    return item.begin


def _end(item: Layout | Stretch) -> int:
    return item.end if isinstance(item, Layout) else item.begin + item.repeats * item.size


def _is_plain(layout: Layout) -> bool:
    """If the fields of a record are of the types that the profile gives them, and none is there twice."""
    numbers = layout.fields[0::3]
    wanted = [number for number in numbers if number in _FIELDS]
    if _COMPRESSED_SPEED_DISTANCE in numbers or len(set(wanted)) < len(wanted):
        return False
    return all(
        number not in _FIELDS or (base_type, f"{size}") == (_FIELDS[number][1], _FIELDS[number][2][1])
        for number, size, base_type in zip(numbers, layout.fields[1::3], layout.fields[2::3], strict=True)
    )


def _records(data: bytes, stretches: list[Stretch]) -> Records:
    signs = np.frombuffer(data, np.uint8)
    counts = np.array([s.repeats for s in stretches], dtype=np.intp)
    places = np.cumsum(counts) - counts
    columns = {name: np.full(int(counts.sum()), np.nan) for name in _COLUMNS}
    alike: dict[tuple[bool, bytes, int], list[int]] = defaultdict(list)
    for number, stretch in enumerate(stretches):
        alike[stretch.layout.big_endian, stretch.layout.fields, stretch.size].append(number)
    for (big_endian, written, size), members in alike.items():
        rows = _spread(places[members], counts[members], 1)
        begins = _spread(np.array([stretches[m].begin for m in members]), counts[members], size)
        at = 1
        found: dict[int, Array] = {}
        for number, width in zip(written[0::3], written[1::3], strict=True):
            if number in _FIELDS:
                found[number] = _column(signs, begins + at, number, big_endian=big_endian)
            at += width
        for number in sorted(found):  # the finer height, of a higher number, goes before the other
            name = _FIELDS[number][0]
            columns[name][rows] = np.where(np.isnan(found[number]), columns[name][rows], found[number])
    return Records(**columns)


def _spread(begins: npt.NDArray[np.intp], counts: npt.NDArray[np.intp], step: int) -> npt.NDArray[np.intp]:
    """The places of all members of some rows of things."""
    before = np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(begins, counts) + (np.arange(len(before)) - before) * step


def _column(
    signs: npt.NDArray[np.uint8], places: npt.NDArray[np.intp], number: int, *, big_endian: bool
) -> Array:
    _, _, kind, nothing, divisor, lowered = _FIELDS[number]
    raw = signs[places[:, None] + np.arange(int(kind[1]))].view((">" if big_endian else "<") + kind)[:, 0]
    return np.where(raw == nothing, np.nan, raw / divisor - lowered)
