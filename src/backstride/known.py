"""The scenario as it is known at `now`: later facts left out, times as days in the offset of `now`."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from backstride.scenario import DoneSession, Pain, Run, Scenario
from backstride.terms import WEEKDAYS, Weekday

WEEK = 7  # days


def _moment(session: DoneSession) -> tuple[datetime, int, str]:
    """When a session was; of one moment the lightest last, so that it counts as the latest level."""
    heaviest = max((item.level for item in session.items), default=0)
    return session.at, -heaviest, session.model_dump_json()


def weekday(day: date) -> Weekday:
    """The weekday of a day."""
    return WEEKDAYS[day.weekday()]


@dataclass(frozen=True)
class Known:
    """What is known at `now`, by local day."""

    scenario: Scenario

    @property
    def now(self) -> datetime:
        return self.scenario.now

    @property
    def today(self) -> date:
        return self.scenario.now.date()

    def day_of(self, moment: datetime) -> date:
        """The calendar day of a moment in the offset of `now`."""
        return moment.astimezone(self.now.tzinfo).date()

    def days_ago(self, day: date) -> int:
        """Whole days from that day to today."""
        return (self.today - day).days

    @cached_property
    def week(self) -> tuple[date, ...]:
        """The seven days that are planned."""
        return tuple(self.today + timedelta(days=n) for n in range(7))

    @cached_property
    def checked_on(self) -> date | None:
        """The day of the last answers to the short check: with all others, or by itself since."""
        checked = self.scenario.screening.checked_at
        if self.screened_on is None or checked is None or checked > self.now:
            return self.screened_on
        return max(self.screened_on, self.day_of(checked))

    @cached_property
    def week_start(self) -> date:
        """The day that this week began: a replan inside a decided week is judged by that week's first day."""
        previous = self.scenario.previous_week
        first = previous.days[0].day if previous is not None and previous.days else self.today
        return first if 0 <= self.days_ago(first) < len(self.week) else self.today

    @cached_property
    def pain(self) -> dict[date, Pain]:
        return {p.day: p for p in sorted(self.scenario.pain, key=lambda p: p.day) if p.day <= self.today}

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        return tuple(sorted((r for r in self.scenario.runs if r.start <= self.now), key=lambda r: r.start))

    @cached_property
    def sessions(self) -> tuple[DoneSession, ...]:
        return tuple(sorted((s for s in self.scenario.sessions if s.at <= self.now), key=_moment))

    @cached_property
    def runs_by_day(self) -> dict[date, list[Run]]:
        found: dict[date, list[Run]] = {}
        for run in self.runs:
            found.setdefault(self.day_of(run.start), []).append(run)
        return found

    @cached_property
    def sessions_by_day(self) -> dict[date, list[DoneSession]]:
        found: dict[date, list[DoneSession]] = {}
        for session in self.sessions:
            found.setdefault(self.day_of(session.at), []).append(session)
        return found

    @cached_property
    def screened_on(self) -> date | None:
        """The day of the answers; `None` where none were given yet."""
        at = self.scenario.screening.at
        return None if at is None or at > self.now or not self.scenario.screening.answers else self.day_of(at)
