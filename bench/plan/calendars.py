"""The calendars: those of `../shared` where they are, else two made up."""

from datetime import UTC, datetime, timedelta
from random import Random

import weeks

Runs = list[weeks.Run]


def calendars() -> tuple[dict[str, Runs], bool]:
    """The runs of each calendar by its name, oldest first, and whether they are real ones."""
    files = sorted(weeks.CALENDARS.glob("*.csv")) if weeks.CALENDARS.is_dir() else []
    if files:
        return {path.stem: weeks.read_runs(path) for path in files}, True
    return {"made-up three a week": made(1, 0.42), "made-up five a week": made(2, 0.72)}, False


def made(seed: int, share: float) -> Runs:
    """Two years of runs on about that share of the days, a long one on most Sundays."""
    chance = Random(seed)
    first = datetime(2023, 1, 2, 6, 30, tzinfo=UTC)
    found = []
    for n in range(730):
        long = n % 7 == 6 and chance.random() < 0.8
        if long or chance.random() < share:
            metres = chance.randint(5, 11) * 1000 * (2 if long else 1)
            found.append(weeks.Run(first + timedelta(days=n), metres, metres * chance.uniform(0.3, 0.4)))
    return found
