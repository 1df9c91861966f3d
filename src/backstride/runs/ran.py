"""The runs that are known at a moment, by local day: all that the measures of runs need."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from backstride.known import Known
from backstride.scenario import Run, Shoe


class HasRuns(Protocol):
    """Runs by the day that they started on, today's among them."""

    @property
    def today(self) -> date: ...

    @property
    def runs_by_day(self) -> Mapping[date, Sequence[Run]]: ...


@dataclass(frozen=True)
class Ran:
    """The runs until `now` (aware) by day, in its offset, and the shoes that were told of."""

    now: datetime
    runs_by_day: Mapping[date, Sequence[Run]]
    shoes: tuple[Shoe, ...] = ()

    @classmethod
    def of(cls, known: Known) -> "Ran":
        """Those of a scenario."""
        return cls(known.now, known.runs_by_day, known.scenario.shoes)

    @classmethod
    def among(cls, runs: Iterable[Run], now: datetime, shoes: tuple[Shoe, ...] = ()) -> "Ran":
        """Those among these runs, in any order, that had started by `now`; later ones are not known yet."""
        found: dict[date, list[Run]] = {}
        for run in sorted(runs, key=lambda run: run.start):
            if run.start <= now:
                found.setdefault(run.start.astimezone(now.tzinfo).date(), []).append(run)
        return cls(now, found, shoes)

    @property
    def today(self) -> date:
        return self.now.date()

    def at(self, run: Run) -> datetime:
        """When a run started, by the clock of `now`."""
        return run.start.astimezone(self.now.tzinfo)

    def of_days(self, days: int, *, ago: int = 0) -> list[Run]:
        """The runs of so many days, of which the last is so many days ago (0: today)."""
        last = self.today - timedelta(days=ago)
        wanted = (last - timedelta(days=n) for n in range(days))
        return [run for day in wanted for run in self.runs_by_day.get(day, ())]
