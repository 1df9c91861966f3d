"""Events of a calendar, and the sessions that were read out of them."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from backstride.scenario import Planned
from backstride.terms import DayKind

T = TypeVar("T")


@dataclass(frozen=True)
class Told(Generic[T]):
    """A value, the words that it was taken from, and whether they say it outright."""

    value: T
    words: str
    sure: bool


@dataclass(frozen=True)
class Event:
    """What stands on one of the runner's days.

    `lasts_s` is the time set aside, `distance_m` and `duration_s` what fields of their own say; None where
    there is none.
    """

    day: date
    title: str
    description: str = ""
    lasts_s: float | None = None
    distance_m: float | None = None
    duration_s: float | None = None


@dataclass(frozen=True)
class Guess:
    """What an event says of a session: kind, distance in metres, duration in seconds."""

    kind: Told[DayKind]
    distance: Told[float] | None = None
    duration: Told[float] | None = None

    @property
    def sure(self) -> bool:
        """Whether nothing in it is a guess."""
        return all(told.sure for told in (self.kind, self.distance, self.duration) if told is not None)


@dataclass(frozen=True)
class Entry:
    """A planned day as a scenario takes it. Without a guess or a mark of one it is the runner's own word."""

    planned: Planned
    title: str = ""
    guess: Guess | None = None

    @property
    def sure(self) -> bool:
        """Whether nothing in it is a guess."""
        return not self.planned.guessed and (self.guess is None or self.guess.sure)


@dataclass(frozen=True)
class NotTaken:
    """An event that gave no session, and why, in a few words; `day` is None where it could not be read."""

    day: date | None
    title: str
    reason: str


@dataclass(frozen=True)
class Plan:
    """All that a calendar gave: by day; and remarks on the file as a whole."""

    entries: tuple[Entry, ...]
    left_out: tuple[NotTaken, ...] = ()
    notes: tuple[str, ...] = ()
