"""What is planned ahead: a calendar, or what was put in by hand over the usual days or what runs suggest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from backstride.knowledge.loader import load
from backstride.known import WEEK, Known, weekday
from backstride.runs.calendar import infer
from backstride.scenario import Scenario
from backstride.web.deciding.activities import runs_of
from backstride.web.models import PlannedRun, Runner

LATER_DAYS = 17  # the rules look a few days beyond the week
Fields = dict[str, Any]


@dataclass(frozen=True)
class Ahead:
    """A run ahead, in metres and seconds; `entry` is its row, where it has one, and `by` its origin."""

    day: date
    kind: str
    distance_m: float | None
    duration_s: float | None
    guessed: bool
    by: Literal["calendar", "hand", "usual", "runs"]
    entry: PlannedRun | None = None


def ahead(
    runner: Runner, now: datetime, runs: Sequence[Fields] = (), days: int = LATER_DAYS
) -> tuple[Ahead, ...]:
    """The runs from today on for so many days more, by day.

    What another program's calendar plans is the whole plan. What was put in by hand stands instead of the
    usual run of its day; without usual days, instead of the one that `runs` (a scenario's) suggest.
    """
    first, last = now.date(), now.date() + timedelta(days=days)
    entries = [_of_entry(entry) for entry in runner.planned_runs.filter(day__gte=first, day__lte=last)]
    if any(entry.by == "calendar" for entry in entries):
        return tuple(entries)
    taken = {entry.day for entry in entries}
    pattern = runner.usual_runs or _inferred(now, runs)
    others = _repeated(pattern, first, last, "usual" if runner.usual_runs else "runs")
    return tuple(
        sorted([*entries, *(run for run in others if run.day not in taken)], key=lambda run: run.day)
    )


def calendar_of(runner: Runner, now: datetime, runs: Sequence[Fields]) -> list[Fields] | None:
    """The calendar of a scenario; None where nobody told one, so that the core infers it."""
    first, last = now.date(), now.date() + timedelta(days=LATER_DAYS)
    told = runner.planned_runs.filter(day__gte=first, day__lte=last).exists()
    if not told and not runner.usual_runs:
        return None
    names = ("day", "kind", "distance_m", "duration_s", "guessed")
    return [{name: getattr(run, name) for name in names} for run in ahead(runner, now, runs)]


def recent_runs(runner: Runner, now: datetime) -> list[Fields]:
    """The runs that the usual week is inferred from; those before them would not change it."""
    days = load().rules().whole("infer.weeks") * WEEK + 1
    return runs_of(runner, now, days)


def _of_entry(entry: PlannedRun) -> Ahead:
    return Ahead(
        day=entry.day,
        kind=entry.kind,
        distance_m=entry.distance_m,
        duration_s=entry.duration_s,
        guessed=entry.guessed,
        by="calendar" if entry.origin else "hand",
        entry=entry,
    )


def _repeated(
    pattern: dict[str, Fields], first: date, last: date, by: Literal["usual", "runs"]
) -> Iterator[Ahead]:
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        run = pattern.get(weekday(day))
        if run is not None:
            yield Ahead(day, run["kind"], run.get("distance_m"), run.get("duration_s"), by == "runs", by)


def _inferred(now: datetime, runs: Sequence[Fields]) -> dict[str, Fields]:
    """The usual week that the runs suggest, by weekday."""
    facts = {"now": now, "runner": {"birth_year": now.year, "experience": "regular"}, "runs": list(runs)}
    found = infer(Known(Scenario.model_validate(facts)), load().rules())
    return {
        weekday(day): {"kind": run.kind, "distance_m": run.distance_m, "duration_s": run.duration_s}
        for day, (run, *_) in found.days.items()
    }
