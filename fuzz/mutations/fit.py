"""FIT: messages rearranged, definitions and values changed; lengths and checksums made right again."""

import struct
from random import Random

from fuzz.mutations.pieces import LARGEST, WHOLE
from fuzz.mutations.sequence import place, rearranged

_DEFINITION, _DEVELOPER, _COMPRESSED = 0x40, 0x20, 0x80
_TYPES = (
    0x00,
    0x01,
    0x02,
    0x83,
    0x84,
    0x85,
    0x86,
    0x07,
    0x88,
    0x89,
    0x0A,
    0x8B,
    0x8C,
    0x0D,
    0x8E,
    0x8F,
    0x90,
    0x1F,
)
_FIELDS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 14, 22, 39, 73, 78, 136, 253, 254, 255)
_SIZES = (0, 1, 2, 3, 4, 5, 7, 8, 16, 255)
_MESSAGES = (0, 12, 18, 19, 20, 21, 34, 49, 78, 101, 132, 206, 207, 0xFF00, 0xFFFF)
_NIBBLES = (
    *(0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401),
    *(0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400),
)


def crc(data: bytes) -> int:
    """FIT's checksum, a nibble at a time as its specification writes it: not the reader's own way."""
    value = 0
    for byte in data:
        for nibble in (byte & 0xF, byte >> 4):
            value = (value >> 4) ^ _NIBBLES[value & 0xF] ^ _NIBBLES[nibble]
    return value


def whole(body: bytes, head: bytes = b"\x20\x8b\x08") -> bytes:
    """A file of these messages, with the right length and checksums."""
    header = b"\x0e" + head[:3].ljust(3, b"\x08") + struct.pack("<I", len(body)) + b".FIT"
    header += struct.pack("<H", crc(header))
    return header + body + struct.pack("<H", crc(header + body))


def mend(data: bytes) -> bytes:
    """The bytes as a file again: what stands between header and checksum is kept."""
    return whole(_body(data), data[1:4]) if len(data) > 16 else data


def messages(body: bytes) -> list[bytes]:
    """The messages one by one; what nothing defines is left in one piece."""
    found: list[bytes] = []
    sizes: dict[int, int] = {}
    at = 0
    while at < len(body):
        header = body[at]
        end = at + 1 + sizes.get(header >> 5 & 3 if header & _COMPRESSED else header & 0xF, len(body))
        if header & _DEFINITION and not header & _COMPRESSED:
            end = at + 6 + 3 * (body[at + 5] if at + 5 < len(body) else 0)
            size = sum(body[at + 7 : end : 3])
            if header & _DEVELOPER:
                begin, end = end + 1, end + 1 + 3 * (body[end] if end < len(body) else 0)
                size += sum(body[begin + 1 : end : 3])
            sizes[header & 0xF] = size
        found.append(body[at:end])
        at = end
    return found


def mutate(data: bytes, rng: Random) -> bytes:
    """A changed file; one in ten keeps a wrong checksum or length, some are chained or cut."""
    parts = messages(_body(data))
    for _ in range(rng.choice((1, 1, 2, 4))):
        if rng.random() < 0.4:
            parts = rearranged(parts, rng)
        elif parts:
            at = place(rng, parts)
            is_definition = parts[at][:1] and parts[at][0] & (_DEFINITION | _COMPRESSED) == _DEFINITION
            parts[at] = _definition(parts[at], rng) if is_definition else _values(parts[at], rng)
    made = whole(b"".join(parts), data[1:4])
    how = rng.randrange(20)
    if how == 0:
        return made[: rng.randint(0, len(made))]
    if how == 1:
        return made + data
    if how == 2:
        return made[:-2] + bytes((rng.randrange(256), rng.randrange(256)))
    return made


def _body(data: bytes) -> bytes:
    return data[data[0] if data and data[0] in (12, 14) else 14 : -2]


def _definition(message: bytes, rng: Random) -> bytes:
    made = bytearray(message)
    fields = (len(made) - 6) // 3
    how = rng.randrange(6)
    if how == 0 and len(made) > 5:
        made[2] ^= 1
        made[3:5] = made[3:5][::-1]
    elif how == 1 and len(made) > 5:
        made[3:5] = struct.pack(">H" if made[2] else "<H", rng.choice(_MESSAGES))
    elif how == 2 and len(made) > 5 and made[5] < 255:
        made[5] += 1
        made += bytes((rng.choice(_FIELDS), rng.choice(_SIZES), rng.choice(_TYPES)))
    elif how == 3 and not made[0] & _DEVELOPER:
        made[0] |= _DEVELOPER
        made += bytes((1, rng.choice(_FIELDS), rng.choice(_SIZES), rng.choice((0, 1, 255))))
    elif fields > 0:
        part = rng.randrange(3)
        made[6 + 3 * rng.randrange(fields) + part] = rng.choice((_FIELDS, _SIZES, _TYPES)[part])
    return bytes(made)


def _values(message: bytes, rng: Random) -> bytes:
    made = bytearray(message)
    how = rng.randrange(5)
    if how == 0:
        made[1:] = bytes([rng.choice((0, 0x7F, 0x80, 0xFF))]) * (len(made) - 1)
    elif how == 1 and made[0] & 0xF < 4:
        made[0] = _COMPRESSED | (made[0] & 3) << 5 | rng.randrange(32)
    elif how == 2:
        made[0] = made[0] & 0xF0 | rng.randrange(16)
    elif len(made) > 1:
        at = rng.randrange(1, len(made))
        width = rng.choice((1, 2, 4))
        value = rng.choice((*WHOLE, *LARGEST)) & (1 << 8 * width) - 1
        made[at : at + width] = value.to_bytes(width, "little")[: len(made) - at]
    return bytes(made)
