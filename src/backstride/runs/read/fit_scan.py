"""A look at a FIT file before it is decoded: how much it will be, and whether its types exist."""

import struct
from dataclasses import dataclass, field

_COMPRESSED = 0x80
_DEFINITION = 0x40
_DEVELOPER = 0x20
_LAST_TYPE = 0x10  # of FIT's base types, by the five bits that number them
_FIELD_DESCRIPTION = 206
_TYPE_OF_FIELD = 2  # the field of a description that names its base type


@dataclass(slots=True)
class Scan:
    """Values that the messages decode into, a few counted for each message itself; and what is odd."""

    values: int = 0
    unknown_type: bool = False


@dataclass(slots=True)
class _Layout:
    size: int
    values: int
    type_at: int | None  # of a developer field's description: where its base type stands


@dataclass(slots=True)
class _Walk:
    data: bytes
    enough: int
    found: Scan = field(default_factory=Scan)

    def file(self, at: int, end: int) -> None:
        data, layouts = self.data, dict[int, _Layout]()
        while at < end and self.found.values <= self.enough:
            header = data[at]
            at += 1
            if not header & _COMPRESSED and header & _DEFINITION:
                layouts[header & 0x0F], at = self._layout(at, developer=bool(header & _DEVELOPER))
                continue
            layout = layouts.get((header >> 5) & 3 if header & _COMPRESSED else header & 0x0F)
            if layout is None:
                return
            if layout.type_at is not None:
                self._see_type(data[at + layout.type_at])
            at += layout.size
            self.found.values += layout.values

    def _layout(self, at: int, *, developer: bool) -> tuple[_Layout, int]:
        data = self.data
        message = struct.unpack_from(">H" if data[at + 1] else "<H", data, at + 2)[0]
        size, type_at, count = 0, None, data[at + 4]
        at += 5
        for place in range(at, at + 3 * count, 3):
            if message == _FIELD_DESCRIPTION and data[place] == _TYPE_OF_FIELD:
                type_at = size
            size += data[place + 1]
            self._see_type(data[place + 2])
        at += 3 * count
        extra = 0
        if developer:
            extra = data[at]
            size += sum(data[at + 2 : at + 1 + 3 * extra : 3])
            at += 1 + 3 * extra
        return _Layout(size, 2 + count + extra, type_at), at

    def _see_type(self, base_type: int) -> None:
        self.found.unknown_type |= base_type & 0x1F > _LAST_TYPE


def scan(data: bytes, enough: int) -> Scan:
    """What is found up to the end, to a fault in the structure, or to more than `enough` values."""
    walk = _Walk(data, enough)
    at = 0
    try:
        while data[at + 8 : at + 12] == b".FIT" and walk.found.values <= enough:
            begin = at + data[at]
            end = begin + int(struct.unpack_from("<I", data, at + 4)[0])
            walk.file(begin, min(end, len(data)))
            at = end + 2
    except (IndexError, struct.error):
        pass  # cut short or broken: a decoder stops here as well
    return walk.found
