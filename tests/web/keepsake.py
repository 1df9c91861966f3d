"""A runner with a row in every table that an archive carries, and a way to compare two runners."""

from datetime import time, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models

from backstride.web import clock
from backstride.web.archive.export import rows_of
from backstride.web.archive.rows import row_of
from backstride.web.archive.tables import tables
from backstride.web.commands.calendar import add_planned
from backstride.web.commands.calendars import take_calendar_file
from backstride.web.commands.pain import note_pain
from backstride.web.commands.runs import set_usual_runs
from backstride.web.commands.screening import note_clearance
from backstride.web.commands.sessions import log_session
from backstride.web.commands.shoes import add_shoes
from backstride.web.commands.week import mark_exercise, set_minutes
from backstride.web.deciding.weeks import current_week
from backstride.web.models import LessonRead, Reminder, Runner
from runs.samples_of_runs import fit_run, gpx, track
from runs.storing import day
from web.working import taken


def full(runner: Runner) -> Runner:
    """Gives a runner something of everything."""
    by, now = runner.user, clock.now_in(runner.time_zone)
    today = now.date()
    taken(runner, a_fit=fit_run(start=day(0)), b_gpx=gpx(track(900, start=day(2))), no_fit=b"no run at all")
    runner = Runner.objects.get(pk=runner.pk)
    run = runner.recordings.filter(counts=True)[0]
    run.surface = "trail — früh"
    run.save()
    add_shoes(runner, by=by, name="Blau", since=today - timedelta(days=30), start_m=12_500.5)
    set_usual_runs(runner, by=by, usual={"tue": {"kind": "easy", "distance_m": 8000.0}})
    ics = f"day,title\n{today + timedelta(days=1)},Long run 16 km\n".encode()
    take_calendar_file(runner, by=by, file=SimpleUploadedFile("plan.csv", ics))
    add_planned(runner, by=by, day=today + timedelta(days=3), kind="easy", distance_m=8000)
    set_minutes(runner, by=by, day=today, minutes=25)
    mark_exercise(runner, by=by, exercise="bridge", mark="not_now")
    note_clearance(runner, by=by, ids=["C2"], by_whom="Dr. Ó Súilleabháin")
    for n in range(5):
        note_pain(runner, by=by, day=today - timedelta(days=n), morning=2.5, worst=4, leg=False)
    item = {"exercise": "bird_dog", "level": 1, "done": [{"reps": 8, "hold_s": 5}], "effort": 5}
    at = (now - timedelta(days=1)).isoformat()
    log_session(
        runner, by=by, key="k1", record={"at": at, "slot": "cross", "pain_during": 1, "items": [item]}
    )
    LessonRead.objects.create(runner=runner, lesson="bone_pain", at=clock.now())
    Reminder.objects.create(runner=runner, at=time(7, 30), mail=True, done_on=today)
    current_week(runner)
    return Runner.objects.get(pk=runner.pk)


def rows_ids_apart(runner: Runner) -> dict[str, list[dict[str, Any]]]:
    """Every row by table, each id told as the row's place in its table."""
    places = {model: _places(runner, model) for model in tables().values()}
    return {
        name: [_apart(row_of(row, runner.user), row, places) for row in rows_of(runner, model)]
        for name, model in tables().items()
    }


def _places(runner: Runner, model: type[models.Model]) -> dict[int, int]:
    return {row.pk: place for place, row in enumerate(rows_of(runner, model))}


def _apart(told: dict[str, Any], row: models.Model, places: Any) -> dict[str, Any]:
    for field in row._meta.concrete_fields:
        to = type(row) if field.primary_key else field.related_model
        if to in places and told[field.name] is not None:
            told[field.name] = places[to][told[field.name]]
    return told
