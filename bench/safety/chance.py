"""Draws of one scenario: the same seed and number give the same scenario on every machine."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")
Facts = dict[str, Any]


class Chance:
    """What is drawn for scenario `number` of a seed."""

    def __init__(self, seed: int, number: int) -> None:
        self._random = Random(f"{seed}:{number}")

    def odds(self, share: float) -> bool:
        """True in that share (0-1) of the draws."""
        return self._random.random() < share

    def one(self, values: Sequence[T]) -> T:
        """One of the values, each as likely."""
        return values[int(self._random.random() * len(values))]

    def weighed(self, weights: Mapping[T, float]) -> T:
        """One of the keys by its weight."""
        left = self._random.random() * sum(weights.values())
        for value, weight in weights.items():
            left -= weight
            if left < 0:
                return value
        return next(reversed(list(weights)))

    def whole(self, first: int, last: int) -> int:
        """A whole number from first to last, both included."""
        return first + int(self._random.random() * (last - first + 1))

    def some(self, values: Sequence[T], most: int) -> list[T]:
        """Up to `most` different values."""
        return self._random.sample(values, min(self.whole(0, most), len(values)))

    def before(self, now: datetime, first: int, last: int) -> datetime:
        """A moment from `first` to `last` days before now, in a zone of its own."""
        moment = now - timedelta(minutes=self.whole(first * 1440, last * 1440))
        return moment.astimezone(self.one(ZONES)) if self.odds(0.2) else moment


ZONES = tuple(timezone(timedelta(minutes=minutes)) for minutes in (0, 60, 345, 480, -180, -480))


def back(now: datetime, days: int) -> date:
    """The day so many days before now's day."""
    return now.date() - timedelta(days=days)
