"""Columns of written numbers and times to columns of numbers."""

import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np

from backstride.runs.read.points import Array
from backstride.runs.read.times import parse_time

Column = Sequence[bytes | None]

_ZERO, _NINE = ord("0"), ord("9")
_MARKS = {4: ord("-"), 7: ord("-"), 10: ord("T"), 13: ord(":"), 16: ord(":"), -1: ord("Z")}
_LOOK = 64  # values, to see whether there are few


def number(text: str | bytes | None) -> float | None:
    """A finite number, or None for anything else."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def numbers(column: Column) -> Array:
    """Finite numbers; not a number for anything else."""
    try:
        if len(set(column[:_LOOK])) <= _LOOK // 2:  # beats and steps: the same few over and over
            known = {text: float(text) for text in set(column)}  # type: ignore[arg-type]
            found = np.fromiter(map(known.__getitem__, column), np.float64, len(column))
        else:
            found = np.fromiter(map(float, column), np.float64, len(column))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return np.array([_or_nan(number(text)) for text in column])
    found[np.isinf(found)] = np.nan
    return found


def times(column: Column) -> tuple[Array, list[timedelta]]:
    """Seconds since 1970, not a number where the text is no time; and the offsets written, in order."""
    found = _of_one_form(column)
    if found is not None:
        return found, []
    parsed = [None if text is None else parse_time(text.decode("ascii")) for text in column]
    offsets = [when[1] for when in parsed if when is not None and when[1] is not None]
    return np.array([math.nan if when is None else when[0] for when in parsed]), offsets


def _of_one_form(column: Column) -> Array | None:
    """The times where all are written as 2024-05-01T06:00:00Z, with milliseconds or without; else None."""
    try:
        text = b"".join(column)  # type: ignore[arg-type]
    except TypeError:
        return None
    length = len(column[0] or b"") if column else 0
    if (
        length not in (20, 24) or len(text) != length * len(column) or set(map(len, column)) != {length}  # type: ignore[arg-type]
    ):
        return None
    signs = np.frombuffer(text, np.uint8).reshape(-1, length)
    marks = _MARKS if length == 20 else _MARKS | {19: ord(".")}
    if any((signs[:, at] != mark).any() for at, mark in marks.items()):
        return None
    at_digits = [at for at in range(length - 1) if at not in marks]
    if not ((signs[:, at_digits] >= _ZERO) & (signs[:, at_digits] <= _NINE)).all():
        return None
    digits = signs.astype(np.int64) - _ZERO

    def whole(first: int, count: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        return np.asarray(digits[:, first : first + count] @ 10 ** np.arange(count - 1, -1, -1))

    hours, minutes, seconds = whole(11, 2), whole(14, 2), whole(17, 2)
    if hours.max() > 23 or minutes.max() > 59 or seconds.max() > 59:
        return None
    dates, place = np.unique(whole(0, 4) * 10_000 + whole(5, 2) * 100 + whole(8, 2), return_inverse=True)
    try:
        days = [
            datetime(d // 10_000, d // 100 % 100, d % 100, tzinfo=UTC).timestamp() for d in dates.tolist()
        ]
    except ValueError:
        return None
    clock = (hours * 60 + minutes) * 60 + seconds
    milliseconds = whole(20, 3) if length == 24 else 0
    return np.asarray(np.array(days)[place] + clock + milliseconds / 1000)


def _or_nan(value: float | None) -> float:
    return math.nan if value is None else value
