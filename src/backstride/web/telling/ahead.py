"""The runs ahead as a page shows them, week by week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backstride.cli.calendar_words import retold
from backstride.knowledge import Library
from backstride.web.deciding.calendar import Ahead
from backstride.web.forms.kinds import kind_words
from backstride.web.models import CalendarSource


@dataclass(frozen=True)
class AheadTold:
    """A run ahead: metres, seconds, its kind in words; `pk` is its entry's, None where it has none."""

    day: date
    kind: str
    distance_m: float | None
    duration_s: float | None
    guessed: bool
    by: str
    pk: int | None
    title: str
    origin: str


@dataclass(frozen=True)
class LeftTold:
    """What of a calendar was not taken, and why."""

    day: date | None
    title: str
    reason: str


def ahead_told(runs: Sequence[Ahead], library: Library) -> list[tuple[date, list[AheadTold]]]:
    """The runs by week, each week by its Monday."""
    weeks: dict[date, list[AheadTold]] = {}
    for run in runs:
        monday = run.day - timedelta(days=run.day.weekday())
        weeks.setdefault(monday, []).append(_told(run, library))
    return sorted(weeks.items())


def left_told(source: CalendarSource, library: Library) -> list[LeftTold]:
    """What was left out of a calendar."""
    return [
        LeftTold(
            date.fromisoformat(item["day"]) if item["day"] else None,
            item["title"],
            retold(item["reason"], library.word),
        )
        for item in source.left_out
    ]


def notes_told(source: CalendarSource, library: Library) -> list[str]:
    """The remarks on a calendar as a whole."""
    return [retold(note, library.word) for note in source.notes]


def _told(run: Ahead, library: Library) -> AheadTold:
    entry = run.entry
    return AheadTold(
        day=run.day,
        kind=kind_words(run.kind, library),
        distance_m=run.distance_m,
        duration_s=run.duration_s,
        guessed=run.guessed and run.by != "runs",
        by=run.by,
        pk=entry.pk if entry is not None else None,
        title=entry.title if entry is not None else "",
        origin=entry.origin if entry is not None else "",
    )
