"""Changes to a list of parts, whatever the parts are."""

from random import Random
from typing import TypeVar

T = TypeVar("T")
_MOST = 64  # copies, so that an input stays small


def place(rng: Random, items: list[T]) -> int:
    """A place in a list that holds something."""
    return rng.randrange(len(items))


def rearranged(items: list[T], rng: Random) -> list[T]:
    """The parts with one of them, or a row of them, dropped, repeated, moved or swapped."""
    if not items:
        return items
    begin = place(rng, items)
    end = begin + rng.choice((1, 1, 1, 2, 5, len(items)))
    row = items[begin:end]
    rest = items[:begin] + items[end:]
    to = rng.randint(0, len(rest))
    kind = rng.randrange(5)
    if kind == 0:
        return rest
    if kind == 1:
        return items[:begin] + row * rng.choice((2, 3, max(2, _MOST // len(row)))) + items[end:]
    if kind == 2:
        return rest[:to] + row + rest[to:]
    if kind == 3:
        return items[:to] + row + items[to:]
    return items[:begin] + row[::-1] + items[end:]
