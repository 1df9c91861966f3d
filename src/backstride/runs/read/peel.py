"""The points of a long XML document taken out by their shape, so that the parser meets only what is left.

A watch writes its points one after another, all tagged alike. The first of each shape stays in the document:
the parser says whether it is sound. Those that follow and differ in nothing but numbers and plain text are
read by a pattern, and a mark stands in their place. Whatever differs in any other way stays for the parser.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple

import numpy as np

from backstride.runs.read.columns import Column, numbers, times
from backstride.runs.read.points import Array

MARK = "backstride-points"
_OPENS_MARK = f"<?{MARK}".encode()
_POINT_BYTES = 4096  # a point with every extension takes some 600
_SHAPES = 16
_MISSES = 64  # a document of ever new shapes is left to the parser
_RUN = 32_768  # points taken out at once: enough to be quick, few enough to take little memory

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


class _Shape(NamedTuple):
    pattern: re.Pattern[bytes]
    names: tuple[str, ...]


@dataclass(slots=True)
class Run:
    """Points that stood in a row: what is written under each name, None where a point lacks it."""

    count: int = 0
    _parts: list[tuple[_Shape, list[tuple[bytes, ...]]]] = field(default_factory=list)

    def add(self, shape: _Shape, rows: list[tuple[bytes, ...]]) -> None:
        self.count += len(rows)
        self._parts.append((shape, rows))

    def numbers(self, name: str) -> Array:
        """The numbers under a name, not a number where a point lacks it."""
        column = self.column(name)
        return np.full(self.count, np.nan) if column is None else numbers(column)

    def times(self, name: str) -> tuple[Array, list[timedelta]]:
        """The seconds since 1970 under a name, not a number where there are none; and the offsets written."""
        column = self.column(name)
        return (np.full(self.count, np.nan), []) if column is None else times(column)

    def column(self, name: str) -> Column | None:
        """What is written under a name; None where no point has it."""
        if not any(name in shape.names for shape, _ in self._parts):
            return None
        found: list[bytes | None] = []
        for shape, rows in self._parts:
            if name in shape.names:
                at = shape.names.index(name)
                found += [row[at] for row in rows]
            else:
                found += [None] * len(rows)
        return found


def peel(data: bytes, kind: Kind) -> tuple[bytes, list[Run]] | None:
    """The document with marks in place of its points, and the points by mark; None where none fit.

    The mark is a processing instruction with the place of its points: inside a comment it is not seen, just
    as the points were not.
    """
    if _OPENS_MARK in data:
        return None
    pieces: list[bytes] = []
    runs: list[Run] = []
    copied = 0
    for begin, end, run in _runs(data, kind):
        pieces += (data[copied:begin], b"%s %d?>" % (_OPENS_MARK, len(runs)))
        runs.append(run)
        copied = end
    return (b"".join([*pieces, data[copied:]]), runs) if runs else None


def _runs(data: bytes, kind: Kind) -> Iterator[tuple[int, int, Run]]:
    opening = b"<" + kind.tag.encode()
    shapes: list[_Shape] = []
    misses = 0
    at = data.find(opening)
    while at >= 0 and misses <= _MISSES:
        run = Run()
        end = _take(data, at, shapes, run)
        if run.count:
            yield at, end, run
            at = data.find(opening, end)
            continue
        misses += 1
        if len(shapes) < _SHAPES and (shape := _shape_at(data, at, kind)) is not None:
            shapes.append(shape)
            misses -= 1
        at = data.find(opening, at + 1)


def _take(data: bytes, at: int, shapes: Sequence[_Shape], run: Run) -> int:
    """Puts into a run what matches from a place on; the place where it ends."""
    found = True
    while found and run.count < _RUN:
        found = False
        for shape in shapes:
            rows = []
            match = None
            # Each match has to begin where the last one ended: nothing between two points is passed over.
            for match in iter(shape.pattern.scanner(data, at).match, None):  # type: ignore[attr-defined]
                rows.append(match.groups())
                if len(rows) == _RUN:
                    break
            if match is not None:
                at = match.end()
                run.add(shape, rows)
                found = True
                break
    return at


def _shape_at(data: bytes, at: int, kind: Kind) -> _Shape | None:
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
    return _Shape(re.compile(b"".join(pattern)), tuple(names))


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
