"""The points of a long XML document taken out by their shape, so that the parser meets only what is left.

A watch writes its points one after another, all tagged alike. The first of each shape stays in the document:
the parser says whether it is sound. Those that follow and differ in nothing but numbers and plain text are
read by a pattern, and a mark stands in their place. Whatever differs in any other way stays for the parser.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import NamedTuple

import numpy as np

from backstride.runs.read.columns import Column, numbers, times
from backstride.runs.read.points import Array
from backstride.runs.read.shapes import Kind, Shape, shape_at

MARK = "backstride-points"
_OPENS_MARK = f"<?{MARK}".encode()
_SHAPES = 16
_MISSES = 64  # a document of ever new shapes is left to the parser
_RUN = 32_768  # points taken out at once: enough to be quick, few enough to take little memory


class _Part(NamedTuple):
    """Points of one shape: how many, and what is written under each name."""

    size: int
    written: dict[str, tuple[bytes, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Points that stood in a row: the numbers and times under each name."""

    count: int
    _numbers: dict[str, Array]
    _times: dict[str, tuple[Array, list[timedelta]]]

    def numbers(self, name: str) -> Array:
        """The numbers under a name, not a number where a point lacks it."""
        found = self._numbers.get(name)
        return np.full(self.count, np.nan) if found is None else found

    def times(self, name: str) -> tuple[Array, list[timedelta]]:
        """The seconds since 1970 under a name, not a number where there are none; first and last offset."""
        found = self._times.get(name)
        return (np.full(self.count, np.nan), []) if found is None else found


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
    shapes: list[Shape] = []
    misses = 0
    at = data.find(opening)
    while at >= 0 and misses <= _MISSES:
        parts, end = _take(data, at, shapes)
        if parts:
            yield at, end, _run(parts, kind)
            at = data.find(opening, end)
            continue
        misses += 1
        if len(shapes) < _SHAPES and (shape := shape_at(data, at, kind)) is not None:
            shapes.append(shape)
            misses -= 1
        at = data.find(opening, at + 1)


def _take(data: bytes, at: int, shapes: Sequence[Shape]) -> tuple[list[_Part], int]:
    """What matches from a place on, and the place where it ends."""
    parts: list[_Part] = []
    found, count = True, 0
    while found and count < _RUN:
        found = False
        for shape in shapes:
            # Each match has to begin where the last one ended: nothing between two points is passed over.
            scanner = shape.pattern.scanner(data, at)  # type: ignore[attr-defined]
            matches = list(islice(iter(scanner.match, None), _RUN - count))
            if matches:
                at = matches[-1].end()
                count += len(matches)
                columns = zip(*[match.groups() for match in matches], strict=True)
                parts.append(_Part(len(matches), dict(zip(shape.names, columns, strict=True))))
                found = True
                break
    return parts, at


def _run(parts: list[_Part], kind: Kind) -> Run:
    """The parts as one, in numbers, which take a tenth of the memory."""
    names = {name for part in parts for name in part.written}
    of_times = {name: times(_column(parts, name)) for name in names & kind.times}
    return Run(
        count=sum(part.size for part in parts),
        _numbers={name: numbers(_column(parts, name)) for name in names - kind.times},
        _times={name: (t, offsets[:1] + offsets[-1:]) for name, (t, offsets) in of_times.items()},
    )


def _column(parts: list[_Part], name: str) -> Column:
    if len(parts) == 1:
        return parts[0].written[name]
    found: list[bytes | None] = []
    for part in parts:
        found += part.written.get(name) or [None] * part.size
    return found
