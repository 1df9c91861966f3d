"""The days of the week with what may be changed of each."""

from dataclasses import dataclass
from datetime import date, timedelta

from backstride.known import WEEK, weekday
from backstride.web.models import Runner
from backstride.web.telling.days import DayTold
from backstride.web.telling.week import AdviceTold, WeekTold


@dataclass(frozen=True)
class DayLine:
    """A day: its minutes and whether they are not the usual ones, and the days that its run may move to."""

    day: DayTold
    today: bool
    advice: tuple[AdviceTold, ...]
    free: int
    changed: bool
    targets: tuple[date, ...]


def day_lines(runner: Runner, week: WeekTold, today: date) -> tuple[DayLine, ...]:
    """The days from today on, in their order."""
    usual = runner.profile.get("minutes", {})
    changed = {change.day: change.minutes for change in runner.day_changes.filter(day__gte=today)}
    every = [today + timedelta(days=n) for n in range(WEEK)]
    return tuple(
        DayLine(
            day=day,
            today=day.day == today,
            advice=week.advice.get(day.day, ()),
            free=round(changed.get(day.day, usual.get(weekday(day.day), 0))),
            changed=day.day in changed,
            targets=tuple(other for other in every if other != day.day) if day.movable else (),
        )
        for day in week.days
    )
