"""The messages of a FIT file by their places, none of them decoded; alike ones in a row are met at once."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

COMPRESSED = 0x80  # a header that holds a time too
_DEFINITION = 0x40
_DEVELOPER = 0x20
_LOOK = 64


class Layout(NamedTuple):
    """A definition: the message's number, its fields as written (three bytes each), and where it stands."""

    begin: int
    end: int
    message: int
    big_endian: bool
    fields: bytes
    developer: bytes

    @property
    def size(self) -> int:
        """Bytes of a message, its header left aside."""
        return sum(self.fields[1::3]) + sum(self.developer[1::3])


class Stretch(NamedTuple):
    """Messages of one layout with equal headers, one after another; `size` bytes each with the header."""

    layout: Layout
    begin: int
    repeats: int
    size: int
    header: int


def walk(data: bytes, at: int, end: int) -> Iterator[Layout | Stretch]:
    """What stands between two places, up to a message that nothing defines.

    The last may reach beyond the end. Raises IndexError and struct.error where the data end too early.
    """
    layouts: dict[int, tuple[Layout, int]] = {}
    while at < end:
        header = data[at]
        if not header & COMPRESSED and header & _DEFINITION:
            layout = _layout(data, at, developer=bool(header & _DEVELOPER))
            layouts[header & 0x0F] = layout, 1 + layout.size
            at = layout.end
            yield layout
            continue
        known = layouts.get((header >> 5) & 3 if header & COMPRESSED else header & 0x0F)
        if known is None:
            return
        layout, size = known
        count = _alike(data, at, end, size)
        yield Stretch(layout, at, count, size, header)
        at += count * size


def _layout(data: bytes, begin: int, *, developer: bool) -> Layout:
    big_endian = bool(data[begin + 2])
    (message,) = struct.unpack_from(">H" if big_endian else "<H", data, begin + 3)
    at = begin + 6
    end = at + 3 * data[begin + 5]
    fields, of_developers = data[at:end], b""
    if developer:
        at, end = end + 1, end + 1 + 3 * data[end]
        of_developers = data[at:end]
    if end > len(data):
        raise IndexError("a definition that is cut short")
    return Layout(begin, end, message, big_endian, fields, of_developers)


def _alike(data: bytes, at: int, end: int, size: int) -> int:
    """How many messages of a size follow each other with the header of the first."""
    first = data[at : at + 1]
    count, look = 1, _LOOK
    while True:
        headers = data[at + count * size : min(end, at + (count + look) * size) : size]
        same = len(headers) - len(headers.lstrip(first))
        count += same
        if same < look:
            return count
        look = min(4 * look, 65_536)
