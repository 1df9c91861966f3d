"""The pain diary."""

from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import ConfigDict

from backstride.values import Flag, Score
from backstride.web import clock
from backstride.web.api.auth import needs, runner_of
from backstride.web.api.problems import Problem
from backstride.web.commands.changing import Refused
from backstride.web.commands.pain import note_pain
from backstride.web.models import PainDay

router = Router(tags=["diary"])


class Told(Schema):
    """What is told of a day; what is left out stays as it was."""

    model_config = ConfigDict(extra="forbid")

    morning: Score | None = None
    worst: Score | None = None
    leg: Flag | None = None
    night: Flag | None = None


class Day(Schema):
    """A day of the diary: scores 0-10, symptoms in a leg, pain at night."""

    day: date
    morning: float | None
    worst: float | None
    leg: bool
    night: bool


@router.get(
    "/pain",
    auth=needs("read"),
    response={200: list[Day], 401: Problem},
    summary="The last 90 days of the diary",
)
def diary(request: HttpRequest) -> list[Day]:
    """The days that have an entry, the newest first."""
    entries = runner_of(request).pain_days.order_by("-day")[:90]
    return [Day.model_validate(entry, from_attributes=True) for entry in entries]


@router.put(
    "/pain/{day}",
    auth=needs("log"),
    response={200: Day, 401: Problem, 403: Problem, 422: Problem},
    summary="Note the pain of a day",
)
def note(request: HttpRequest, day: date, told: Told) -> Day:
    """Notes what is told of a day that is not ahead."""
    runner = runner_of(request)
    if day > clock.now_in(runner.time_zone).date():
        raise Refused("That day is still to come.", "day")
    note_pain(runner, by=runner.user, day=day, **told.model_dump())
    return Day.model_validate(PainDay.objects.get(runner=runner, day=day), from_attributes=True)
