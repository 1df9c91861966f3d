"""What the database cannot check: that stored facts are such as the core takes."""

from collections.abc import Callable
from typing import Any

from django.db import models
from pydantic import ValidationError

from backstride.decision import Decision
from backstride.knowledge.loader import load
from backstride.resolve import ScenarioError, check_names, faults
from backstride.scenario import Cleared, DoneSession, Pain, Planned, Scenario, Screening
from backstride.terms import RUN_KINDS
from backstride.web import clock
from backstride.web.archive.manifest import NotRestored
from backstride.web.commands.changing import Refused
from backstride.web.commands.runner import checked_profile, checked_settings
from backstride.web.deciding.activities import from_json
from backstride.web.deciding.facts import scenario_of
from backstride.web.models import (
    Clearance,
    PainDay,
    PlannedRun,
    Recording,
    Runner,
    ScreeningForm,
    SessionLog,
    Week,
)

Check = Callable[[Any], object]


def check(instance: models.Model) -> None:
    """Refuses a row that no command would have stored. Raises NotRestored with the reason."""
    test = _CHECKS.get(type(instance))
    if test is None:
        return
    try:
        test(instance)
    except ValidationError as error:
        raise NotRestored(next(faults(error))[:200]) from None
    except (Refused, ScenarioError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotRestored(str(error).partition("\n")[0][:200]) from None


def check_whole(runner: Runner) -> None:
    """Refuses rows that are sound one by one and make no scenario. Raises NotRestored with the reason."""
    try:
        check_names(scenario_of(runner, clock.now_in(runner.time_zone), None), load())
    except ValidationError as error:
        raise NotRestored(next(faults(error))[:200]) from None
    except (ScenarioError, KeyError, TypeError, ValueError) as error:
        raise NotRestored(str(error).partition("\n")[0][:200]) from None


def _runner(row: Runner) -> None:
    row.profile = checked_profile(row.profile)
    checked_settings(row.time_zone, row.language)
    for run in row.usual_runs.values():
        Planned.model_validate({"day": "2000-01-03", **run})


def _form(row: ScreeningForm) -> None:
    Screening(at=row.at, answers=row.answers)
    if unknown := set(row.answers) - set(load().questions):
        raise ValueError(f"answers: {sorted(unknown)[0][:20]!r} is no question")


def _planned(row: PlannedRun) -> None:
    Planned(day=row.day, kind=row.kind, distance_m=row.distance_m, duration_s=row.duration_s)


def _recording(row: Recording) -> None:
    if row.kind and row.kind not in RUN_KINDS:
        raise ValueError("kind: no kind of run")
    for stored in (row.activity, row.counted):
        if stored is not None:
            from_json(stored)


def _week(row: Week) -> None:
    Decision.model_validate(row.decision)
    Scenario.model_validate(row.scenario)


def _log(row: SessionLog) -> None:
    done = DoneSession.model_validate(row.record)
    for item in done.items:
        if item.exercise not in load().exercises:
            raise ValueError(f"record: {item.exercise[:64]!r} is no exercise of the library")


_CHECKS: dict[type[models.Model], Check] = {
    Runner: _runner,
    ScreeningForm: _form,
    Clearance: lambda row: Cleared(ids=tuple(row.ids), at=row.at, by=row.by),
    PainDay: lambda row: Pain(
        day=row.day, morning=row.morning, worst=row.worst, leg=row.leg, night=row.night
    ),
    PlannedRun: _planned,
    Recording: _recording,
    SessionLog: _log,
    Week: _week,
}
