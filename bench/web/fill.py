"""Fills a data folder with years of runs and a year that was lived; Django has to be set up for it."""

from datetime import datetime, timedelta
from typing import Any

from django.core.management import call_command
from django.utils import timezone

from backstride.decision import Session
from backstride.sample import sample_year
from backstride.web import clock
from backstride.web.commands.demo import create_demo
from backstride.web.commands.pain import note_pain
from backstride.web.commands.screening import answer_screening
from backstride.web.commands.sessions import log_session
from backstride.web.deciding.activities import as_json
from backstride.web.deciding.weeks import current_week, decision_of
from backstride.web.home import OWNER
from backstride.web.models import Recording, Runner, User

ZONE = "Asia/Kuala_Lumpur"
YEAR = timedelta(days=365)


def fill(years: int) -> None:
    """Fills the folder and says what with."""
    call_command("migrate", verbosity=0)
    now = timezone.now()
    start = now - YEAR
    clock.now = lambda: start  # type: ignore[assignment]
    user, _ = User.objects.get_or_create(username=OWNER)
    runner = create_demo(by=user, time_zone=ZONE, language="en")
    runner.recordings.all().delete()
    for year in range(years):
        _run(runner, now - year * YEAR, year)
    for week in range(53):  # the last of them is not over yet
        _live(Runner.objects.get(pk=runner.pk), start + timedelta(weeks=week))
    for day in range(371):
        past = now.date() - timedelta(days=day)
        runner.pain_days.update_or_create(day=past, defaults={"morning": float(day * 7 % 4)})
    clock.now = timezone.now  # type: ignore[assignment]
    runs, logs, weeks = runner.recordings.count(), runner.session_logs.count(), runner.weeks.count()
    print(f"{years} years with {runs} runs; a year with {logs} sessions logged and {weeks} weeks decided")


def _run(runner: Runner, until: datetime, year: int) -> None:
    activities = sample_year(until.astimezone(clock.ZoneInfo(ZONE)))
    Recording.objects.bulk_create(
        Recording(
            runner=runner,
            source=activity.source,
            sha256=f"{year:032x}{n:032x}",
            start=activity.start,
            activity=as_json(activity),
        )
        for n, activity in enumerate(activities)
    )


def _live(runner: Runner, monday: datetime) -> None:
    """A week: the questions answered where they are due, a morning told, each session done as planned."""
    clock.now = lambda: monday  # type: ignore[assignment]
    user = runner.user
    note_pain(runner, by=user, day=monday.date(), morning=1)
    answers = runner.screenings.filter(weekly=False).latest().answers
    answer_screening(runner, by=user, answers=answers)
    week = decision_of(current_week(Runner.objects.get(pk=runner.pk))).week
    for day in week.days if week is not None else ():
        for session in day.sessions:
            if session.minutes and session.items:
                at = datetime.combine(day.day, datetime.min.time(), clock.ZoneInfo(ZONE)) + timedelta(
                    hours=18
                )
                clock.now = lambda at=at: at + timedelta(hours=1)  # type: ignore[assignment,misc]
                key = f"{day.day}-{session.slot}"
                log_session(runner, by=user, key=key, record=_record(session, at))


def _record(session: Session, at: datetime) -> dict[str, Any]:
    done = [
        {
            "exercise": item.exercise,
            "level": item.level,
            "done": [{"reps": item.reps, "hold_s": item.hold_s, "duration_s": item.duration_s}] * item.sets,
            "effort": 5,
        }
        for item in session.items
    ]
    return {"at": at.isoformat(), "slot": session.slot, "pain_during": 1, "items": done}
