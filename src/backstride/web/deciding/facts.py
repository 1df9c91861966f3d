"""A runner's stored facts as the scenario of the core."""

from datetime import datetime, timedelta
from typing import Any

from backstride.known import WEEK, weekday
from backstride.scenario import Scenario
from backstride.web.deciding.activities import runs_of
from backstride.web.deciding.calendar import calendar_of
from backstride.web.models import Runner, Week


def scenario_of(runner: Runner, now: datetime, previous: Week | None) -> Scenario:
    """All that a decision at `now` (in the runner's zone) depends on.

    Raises:
        ScenarioError: a stored fact is no longer valid; names the field.
    """
    runs = runs_of(runner, now)
    facts = {
        "now": now,
        "runner": _runner(runner, now),
        "screening": _screening(runner),
        "pain": list(runner.pain_days.values("day", "morning", "worst", "leg", "night")),
        "runs": runs,
        "calendar": calendar_of(runner, now, runs),
        "shoes": [
            {"id": s.name, "since": s.since, "start_m": s.start_m} for s in runner.shoes.filter(retired=None)
        ],
        "sessions": list(runner.session_logs.values_list("record", flat=True)),
        "previous_week": previous.decision["week"] if previous is not None else None,
        "lessons_read": list(runner.lessons_read.values_list("lesson", flat=True)),
    }
    return Scenario.model_validate(facts)


def _runner(runner: Runner, now: datetime) -> dict[str, Any]:
    profile = dict(runner.profile)
    minutes = dict(profile.get("minutes", {}))
    changed = runner.day_changes.filter(day__gte=now.date(), day__lt=now.date() + timedelta(days=WEEK))
    for change in changed:
        minutes[weekday(change.day)] = change.minutes
    resting = runner.exercise_breaks.filter(until__gt=now.date()).values_list("exercise", flat=True)
    avoid = [*dict.fromkeys([*profile.get("avoid_exercises", ()), *resting])]
    return {**profile, "minutes": minutes, "avoid_exercises": avoid}


def _screening(runner: Runner) -> dict[str, Any]:
    """The newest answer to each question; the short check has its own date."""
    forms = list(runner.screenings.all())
    whole = [form for form in forms if not form.weekly]
    if not whole:
        return {}
    checks = [form for form in forms if form.weekly and form.at > whole[-1].at]
    answers = dict(whole[-1].answers)
    for check in checks:
        answers.update(check.answers)
    return {
        "at": whole[-1].at,
        "checked_at": checks[-1].at if checks else None,
        "answers": answers,
        "cleared": list(runner.clearances.values("ids", "at", "by")),
    }
