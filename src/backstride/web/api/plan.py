"""Changes of the week: minutes of a day, a run that moved."""

from datetime import date

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema
from pydantic import ConfigDict

from backstride.decision import Decision
from backstride.values import Whole
from backstride.web.api.auth import needs, runner_of
from backstride.web.api.problems import Problem
from backstride.web.commands.calendar import move_runs
from backstride.web.commands.week import set_minutes
from backstride.web.deciding.weeks import current_week

router = Router(tags=["plan"])
_ANSWERS = {200: Decision, 401: Problem, 403: Problem, 422: Problem}


class Minutes(Schema):
    """Minutes for the back on one day; 0 for none."""

    model_config = ConfigDict(extra="forbid")

    minutes: Whole


class Move(Schema):
    """The day that a run moves to."""

    model_config = ConfigDict(extra="forbid")

    to: date


@router.put("/days/{day}/minutes", auth=needs("plan"), response=_ANSWERS, summary="The minutes of a day")
def minutes(request: HttpRequest, day: date, told: Minutes) -> HttpResponse:
    """Sets them and answers with the week as it is then."""
    runner = runner_of(request)
    set_minutes(runner, by=runner.user, day=day, minutes=told.minutes)
    return JsonResponse(current_week(runner).decision)


@router.post("/days/{day}/move", auth=needs("plan"), response=_ANSWERS, summary="Move a day's runs")
def move(request: HttpRequest, day: date, told: Move) -> HttpResponse:
    """Moves what is planned to run and answers with the week as it is then."""
    runner = runner_of(request)
    move_runs(runner, by=runner.user, day=day, to=told.to)
    return JsonResponse(current_week(runner).decision)
