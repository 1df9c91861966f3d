"""Weeks of running: distance, the longest run, and how long a run could have been by the month before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backstride.knowledge import RuleSet
from backstride.runs.ran import HasRuns
from backstride.runs.signals import longest_m
from backstride.scenario import Run

_DAYS = 7


@dataclass(frozen=True)
class Week:
    """A week from a Monday on, in metres.

    `longest_m` is its longest run, `limit_m` what the longest run of the days before its Monday allowed: the
    first of the bands of `run.ratio_bands` times that run. None where there was none. `over` tells that the
    week is past.
    """

    monday: date
    distance_m: float
    longest_m: float | None
    limit_m: float | None
    over: bool

    @property
    def beyond(self) -> bool:
        """Whether its longest run was longer than the month before allowed."""
        return (
            self.longest_m is not None and self.limit_m is not None and self.longest_m > self.limit_m + 1e-6
        )


def weeks_of(ran: HasRuns, rules: RuleSet) -> tuple[Week, ...]:
    """Every week from that of the first run to that of today, those without a run too; none without runs."""
    first = min((day for day, runs in ran.runs_by_day.items() if runs), default=None)
    return () if first is None else tuple(_weeks(ran, _monday(first), rules))


def latest(weeks: Sequence[Week], count: int) -> tuple[Week, ...]:
    """The last `count` weeks; where nobody ran in them, those up to the last week with a run."""
    if not any(week.distance_m for week in weeks[-count:]):
        end = max((place for place, week in enumerate(weeks, 1) if week.distance_m), default=len(weeks))
        weeks = weeks[:end]
    return tuple(weeks[-count:])


def _weeks(ran: HasRuns, monday: date, rules: RuleSet) -> Iterator[Week]:
    before, allowed = rules.whole("run.window_days"), rules.series("run.ratio_bands")[0]
    while monday <= ran.today:
        own = list(_runs(ran, monday, _DAYS))
        longest = longest_m(_runs(ran, monday - timedelta(days=before), before), rules)
        yield Week(
            monday=monday,
            distance_m=sum(run.distance_m or 0.0 for run in own),
            longest_m=longest_m(own, rules),
            limit_m=None if longest is None else longest * allowed,
            over=monday + timedelta(days=_DAYS) <= ran.today,
        )
        monday += timedelta(days=_DAYS)


def _runs(ran: HasRuns, first: date, days: int) -> Iterable[Run]:
    """The runs of so many days from the first on."""
    return (run for n in range(days) for run in ran.runs_by_day.get(first + timedelta(days=n), ()))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
