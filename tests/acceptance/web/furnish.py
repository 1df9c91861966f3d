"""Fills a data folder, in a process of its own, for Django is set up for that folder."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from backstride.web import clock
from backstride.web.commands.calendar import add_planned
from backstride.web.commands.calendars import take_calendar_file
from backstride.web.commands.demo import create_demo
from backstride.web.commands.imports import start_import
from backstride.web.commands.pain import note_pain
from backstride.web.commands.screening import answer_screening
from backstride.web.commands.sessions import log_session
from backstride.web.commands.shoes import add_shoes
from backstride.web.commands.tokens import make_token
from backstride.web.commands.week import mark_exercise, set_minutes
from backstride.web.deciding.weeks import current_week, decision_of
from backstride.web.home import OWNER
from backstride.web.models import Runner, User
from runs.samples_of_runs import fit_run, zipped


def furnish(*yes: str) -> None:
    """The made-up runner with one of everything that a page can show; safety questions to answer with yes."""
    call_command("migrate", verbosity=0)
    user, _ = User.objects.get_or_create(username=OWNER)
    runner = create_demo(by=user, time_zone="Asia/Kuala_Lumpur", language="en")
    today = clock.now_in(runner.time_zone).date()
    files = zipped({"a.fit": fit_run(), "broken.fit": b"no such thing"})
    start_import(runner, by=user, files=[SimpleUploadedFile("runs.zip", files)])
    call_command("db_worker", batch=True, verbosity=0)
    add_shoes(runner, by=user, name="The blue ones", since=today - timedelta(days=100))
    add_planned(runner, by=user, day=today + timedelta(days=1), kind="easy", distance_m=6000.0)
    table = f"day,title\n{today + timedelta(days=3)},Run 8 km\n{today + timedelta(days=4)},Dentist\n"
    take_calendar_file(runner, by=user, file=SimpleUploadedFile("plan.csv", table.encode()))
    make_token(runner, by=user, name="A watch", scopes=["read"], days=30)
    note_pain(runner, by=user, day=today, morning=2)
    answered = runner.screenings.latest().answers | dict.fromkeys(yes, "yes")
    answer_screening(runner, by=user, answers=answered)
    _live(Runner.objects.get(pk=runner.pk))


def _live(runner: Runner) -> None:
    """A session logged, a day changed, an exercise put away: where there is a week."""
    user, week = runner.user, decision_of(current_week(runner)).week
    if week is None:
        return
    session = next(session for day in week.days for session in day.sessions if session.items)
    items = [
        {"exercise": item.exercise, "level": item.level, "done": [{"reps": 8}], "effort": 5}
        for item in session.items
    ]
    at = clock.now_in(runner.time_zone).isoformat()
    record = {"at": at, "slot": session.slot, "pain_during": 1, "items": items}
    log_session(runner, by=user, key="furnished", record=record)
    busy = next(day.day for day in week.days[1:] if day.sessions)
    set_minutes(runner, by=user, day=busy, minutes=5)
    mark_exercise(runner, by=user, exercise=session.items[-1].exercise, mark="not_now")
    current_week(Runner.objects.get(pk=runner.pk))
