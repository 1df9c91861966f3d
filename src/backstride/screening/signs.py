"""What the pain diary tells screening; the diary is read by coaching, so it comes in from outside."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Signs:
    """Days of a flare, of new leg symptoms, of night pain, oldest first; and three reds in two weeks."""

    flares: tuple[date, ...] = ()
    legs: tuple[date, ...] = ()
    nights: tuple[date, ...] = ()
    triple_red: bool = False
