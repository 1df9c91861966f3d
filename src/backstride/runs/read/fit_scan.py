"""A look at a FIT file before it is decoded: how much it will be, and whether its types exist."""

import struct
from dataclasses import dataclass

from backstride.runs.read.fit_walk import Layout, Stretch, walk

_LAST_TYPE = 0x10  # of FIT's base types, by the five bits that number them
_FIELD_DESCRIPTION = 206
_TYPE_OF_FIELD = 2  # the field of a description that names its base type


@dataclass(slots=True)
class Scan:
    """Values that the messages decode into, a few counted for each message itself; and what is odd."""

    values: int = 0
    unknown_type: bool = False


def scan(data: bytes, enough: int) -> Scan:
    """What is found up to the end, to a fault in the structure, or to more than `enough` values."""
    found = Scan()
    at = 0
    try:
        while data[at + 8 : at + 12] == b".FIT" and found.values <= enough:
            begin = at + data[at]
            end = begin + int(struct.unpack_from("<I", data, at + 4)[0])
            for item in walk(data, begin, min(end, len(data))):
                _see(found, item, data)
                if found.values > enough:
                    break
            at = end + 2
    except (IndexError, struct.error):
        pass  # cut short or broken: a decoder stops here as well
    return found


def _see(found: Scan, item: Layout | Stretch, data: bytes) -> None:
    if isinstance(item, Layout):
        found.unknown_type |= any(_is_unknown(base_type) for base_type in item.fields[2::3])
        return
    layout = item.layout
    found.values += item.repeats * (2 + (len(layout.fields) + len(layout.developer)) // 3)
    if layout.message == _FIELD_DESCRIPTION and (place := _type_at(layout)) is not None:
        types = data[item.begin + 1 + place : item.begin + item.repeats * item.size : item.size]
        found.unknown_type |= any(map(_is_unknown, types))


def _type_at(layout: Layout) -> int | None:
    """Where in a developer field's description its base type stands."""
    at = None
    for place in range(0, len(layout.fields), 3):
        if layout.fields[place] == _TYPE_OF_FIELD:
            at = sum(layout.fields[1:place:3])
    return at


def _is_unknown(base_type: int) -> bool:
    return base_type & 0x1F > _LAST_TYPE
