"""What a table beside the files tells of one of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """An activity as an export's table has it: sport, the shoe's name, seconds; None where not told."""

    sport: str | None = None
    shoe: str | None = None
    moving_s: float | None = None
    elapsed_s: float | None = None
