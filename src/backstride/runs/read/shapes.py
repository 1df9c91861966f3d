"""How a point is tagged, as a pattern for the points that are tagged alike."""

import re
from dataclasses import dataclass
from typing import NamedTuple

_POINT_BYTES = 4096  # a point with every extension takes some 600

# Plain text without markup: nothing in it can end an element, a comment or a section.
_PLAIN = rb"[\t\r\n !-%'-;=?-~]"
_TAG = re.compile(
    rb"<(/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*=\"[\t !#-%'-;=?-~]*\")*\s*(/?))>(" + _PLAIN + rb"*)"
)
_NUMBER = rb"[0-9+\-.eE]"
_TIME = rb"[0-9TZ:.+\-]"


@dataclass(frozen=True, slots=True)
class Kind:
    """A format's points: their tag, and the names in them that carry numbers and times.

    `attributes` are numbers in the point's own tag, each of which it must have. A point that holds one of the
    `foreign` names is left to the parser.
    """

    tag: str
    attributes: tuple[str, ...]
    numbers: frozenset[str]
    times: frozenset[str]
    foreign: frozenset[str]


class Shape(NamedTuple):
    """A pattern, and the names of what it takes out, in their order."""

    pattern: re.Pattern[bytes]
    names: tuple[str, ...]


def shape_at(data: bytes, at: int, kind: Kind) -> Shape | None:
    """The pattern of points that are tagged as the one here; None where it is not plain enough."""
    closing = b"</%s>" % kind.tag.encode()
    end = data.find(closing, at, at + _POINT_BYTES)
    if end < 0:
        return None
    end += len(closing)
    pattern: list[bytes] = []
    names: list[str] = []
    while at < end:
        tag = _TAG.match(data, at, end)
        if tag is None:
            return None
        closes, written, attributes, ends, text = tag.groups()
        name = written.rpartition(b":")[2].decode()
        if name in kind.foreign or (pattern and name == kind.tag and not closes):
            return None
        pattern.append(b"<" + closes + re.escape(written))
        pattern.append(re.escape(attributes) if pattern[1:] else _attributes(attributes, kind, names))
        pattern.append(b">")
        wanted = _NUMBER if name in kind.numbers else _TIME if name in kind.times else None
        if wanted is None or closes:
            pattern.append(_PLAIN + b"*+")
        elif ends or not re.fullmatch(wanted + b"+", text):
            return None
        else:
            names.append(name)
            pattern.append(b"(" + wanted + b"++)")
        at = tag.end()
    if len(set(names)) < len(names) or not set(kind.attributes) <= set(names):
        return None
    pattern[-1] = rb"[\t\r\n ]*+"
    return Shape(re.compile(b"".join(pattern)), tuple(names))


def _attributes(text: bytes, kind: Kind, names: list[str]) -> bytes:
    """The pattern of the point's own attributes; adds the names of those that carry numbers."""
    pattern: list[bytes] = []
    at = 0
    for found in re.finditer(rb'([\w.:-]+)="(' + _NUMBER + rb'+)"', text):
        name = found[1].decode()
        if name in kind.attributes:
            names.append(name)
            pattern += (re.escape(text[at : found.start(2)]), b"(" + _NUMBER + b"++)")
            at = found.end(2)
    return b"".join([*pattern, re.escape(text[at:])])
