"""Entries of the calendar by hand."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from backstride.resolve import faults
from backstride.scenario import Planned
from backstride.web import clock
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.deciding.calendar import Ahead, ahead, recent_runs
from backstride.web.models import PlannedRun, Runner

FARTHEST = timedelta(days=730)
REST = "rest"


@command(facts=True)
def add_planned(
    runner: Runner,
    *,
    day: date,
    kind: str,
    distance_m: float | None = None,
    duration_s: float | None = None,
) -> Details:
    """An entry by hand; it stands instead of the usual run of its day.

    Raises:
        Refused: a day that is past or more than two years ahead, an unknown kind, an impossible amount.
    """
    entry = PlannedRun(runner=runner, day=_day(runner, day))
    _write(entry, kind, distance_m, duration_s)
    return {"entry": entry.pk}


@command(facts=True)
def change_planned(
    runner: Runner,
    *,
    entry: PlannedRun,
    kind: str,
    distance_m: float | None = None,
    duration_s: float | None = None,
) -> Details:
    """Makes an entry the runner's own word, no guess any more. Raises Refused."""
    _own(runner, entry)
    _write(entry, kind, distance_m, duration_s)
    return {"entry": entry.pk}


@command(facts=True)
def remove_planned(runner: Runner, *, entry: PlannedRun) -> Details:
    """Takes an entry out; one of another program's calendar becomes a rest, or it would be back tomorrow."""
    _own(runner, entry)
    _take_out(entry)
    return {"day": entry.day.isoformat()}


@command(facts=True)
def move_runs(runner: Runner, *, day: date, to: date) -> Details:
    """Moves the runs planned on a day to another day, wherever they come from.

    Raises:
        Refused: nothing is planned on that day, or one of the days is past or too far ahead.
    """
    _day(runner, day)
    _day(runner, to)
    now = clock.now_in(runner.time_zone)
    days = (max(day, to) - now.date()).days
    there = [run for run in ahead(runner, now, recent_runs(runner, now), days) if run.day == day]
    moved = [run for run in there if run.kind != REST]
    if not moved or day == to:
        raise Refused(_("There is no run to move on that day."), "day")
    for run in moved:
        if run.entry is not None:
            _take_out(run.entry)
        PlannedRun.objects.create(runner=runner, **_fields(run), day=to)
    if not PlannedRun.objects.filter(runner=runner, day=day).exists():
        PlannedRun.objects.create(runner=runner, day=day, kind=REST)
    PlannedRun.objects.filter(runner=runner, day=to, kind=REST).delete()
    return {"day": day.isoformat(), "to": to.isoformat()}


def _fields(run: Ahead) -> dict[str, Any]:
    title = run.entry.title if run.entry is not None else ""
    return {
        "kind": run.kind,
        "distance_m": run.distance_m,
        "duration_s": run.duration_s,
        "guessed": run.guessed,
        "title": title,
    }


def _take_out(entry: PlannedRun) -> None:
    if not entry.origin:
        entry.delete()
        return
    entry.kind, entry.distance_m, entry.duration_s = REST, None, None
    entry.guessed, entry.edited = False, True
    entry.save()


def _write(entry: PlannedRun, kind: str, distance_m: float | None, duration_s: float | None) -> None:
    told = {"day": entry.day, "kind": kind, "distance_m": distance_m, "duration_s": duration_s}
    try:
        planned = Planned.model_validate(told)
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        raise Refused("; ".join(faults(error)), field) from None
    entry.kind, entry.distance_m, entry.duration_s = planned.kind, planned.distance_m, planned.duration_s
    entry.guessed, entry.edited = False, bool(entry.origin)
    entry.save()


def _day(runner: Runner, day: date) -> date:
    today = clock.now_in(runner.time_zone).date()
    if not today <= day <= today + FARTHEST:
        raise Refused(_("Choose a day from today on, within two years."), "day")
    return day


def _own(runner: Runner, entry: PlannedRun) -> None:
    if entry.runner_id != runner.pk:
        raise Refused("no entry of this runner")
