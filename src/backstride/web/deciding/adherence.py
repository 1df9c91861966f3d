"""Sessions done against those planned, by week."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from backstride.known import WEEK
from backstride.web.deciding.sessions import logs_of, midnight
from backstride.web.models import Runner


@dataclass(frozen=True)
class WeekCount:
    """A week from a Monday on. `planned` counts those done too; `looked` tells if there was a plan at all."""

    monday: date
    planned: int
    done: int
    looked: bool
    over: bool


def week_counts(runner: Runner, now: datetime, weeks: int) -> tuple[WeekCount, ...]:
    """The last weeks from the first with a plan or a log on, up to that of `now` (in the runner's zone).

    A day's plan is the one that held when the day was over: what was moved or called off before is not
    missed. Days of this week still to come do not count yet.
    """
    today = now.date()
    first = today - timedelta(days=today.weekday(), weeks=weeks - 1)
    plans = _plans(runner, first, today)
    done: dict[date, set[str]] = {}
    for log in logs_of(runner, first, today):
        day = log.at.astimezone(now.tzinfo).date()
        done.setdefault(day, set()).add(log.record["slot"])
    begun = min((*(day for day, slots in plans.items() if slots), *done), default=None)
    if begun is None:
        return ()
    monday = begun - timedelta(days=begun.weekday())
    mondays = [monday + timedelta(weeks=n) for n in range((today - monday).days // WEEK + 1)]
    return tuple(_count(monday, plans, done, today) for monday in mondays)


def _count(monday: date, plans: dict[date, set[str]], done: dict[date, set[str]], today: date) -> WeekCount:
    days = [day for n in range(WEEK) if (day := monday + timedelta(days=n)) <= today]
    return WeekCount(
        monday=monday,
        planned=sum(len(plans.get(day, set()) | done.get(day, set())) for day in days),
        done=sum(len(done.get(day, ())) for day in days),
        looked=any(day in plans for day in days),
        over=monday + timedelta(days=WEEK) <= today,
    )


def _plans(runner: Runner, first: date, today: date) -> dict[date, set[str]]:
    """The slots planned for each day by the last decision that had it; days without one are left out."""
    since = midnight(first - timedelta(days=WEEK - 1), runner)
    stored = runner.weeks.filter(at__gte=since).order_by("at", "pk").values_list("at", "sessions")
    zone = since.tzinfo
    found: dict[date, set[str]] = {}
    # Of one day's decisions the last one stands.
    decided = {at.astimezone(zone).date(): told for at, told in stored}
    for begins, sessions in decided.items():
        for n in range(WEEK):
            day = begins + timedelta(days=n)
            if first <= day <= today:
                found[day] = set(sessions.get(day.isoformat(), ()))
    return found
