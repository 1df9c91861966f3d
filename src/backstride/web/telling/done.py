"""Sessions done, as a page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from backstride.knowledge import Library
from backstride.scenario import DoneSession
from backstride.web.models import Runner, SessionLog
from backstride.web.telling.week import name_of
from backstride.wording import slot_words


@dataclass(frozen=True)
class DoneTold:
    """A session done: its day and slot, the slot in words, the exercises, the pain during it."""

    pk: int
    at: datetime
    day: date
    slot: str
    heading: str
    exercises: tuple[str, ...]
    pain: float | None


def done_told(logs: Iterable[SessionLog], runner: Runner, library: Library) -> tuple[DoneTold, ...]:
    """The logs in the order given."""
    return tuple(_told(log, runner, library) for log in logs)


def _told(log: SessionLog, runner: Runner, library: Library) -> DoneTold:
    done = DoneSession.model_validate(log.record)
    at = log.at.astimezone(ZoneInfo(runner.time_zone))
    return DoneTold(
        pk=log.pk,
        at=at,
        day=at.date(),
        slot=done.slot,
        heading=slot_words(done.slot, library.word),
        exercises=tuple(name_of(item.exercise, library) for item in done.items),
        pain=done.pain_during,
    )
