"""The week, today, and whether questions are due."""

from datetime import date

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema

from backstride.decision import Decision, PlannedDay, RunAdvice, Triage
from backstride.terms import Light
from backstride.web import clock
from backstride.web.api.auth import needs, runner_of
from backstride.web.api.problems import Problem
from backstride.web.deciding.weeks import current_week, decision_of, library_for

router = Router(tags=["week"])


class Today(Schema):
    """Today of the decided week: `planned` is null where there is no week; then `triage` says why.

    `light` is today's pain light, where it is known.
    """

    day: date
    status: str
    triage: Triage
    planned: PlannedDay | None
    advice: list[RunAdvice]
    light: Light | None


class Question(Schema):
    """A screening question."""

    id: str
    text: str


class Due(Schema):
    """Whether questions have to be answered before there is a week, and which."""

    due: bool
    ask: list[Question]


@router.get(
    "/week", auth=needs("read"), response={200: Decision, 401: Problem}, summary="The week from today on"
)
def week(request: HttpRequest) -> HttpResponse:
    """The whole decision: seven days with a reason on every line, or why there are none."""
    return JsonResponse(current_week(runner_of(request)).decision)


@router.get("/today", auth=needs("read"), response={200: Today, 401: Problem}, summary="Today alone")
def today(request: HttpRequest) -> Today:
    """Today's run, sessions and advice."""
    runner = runner_of(request)
    here = clock.now_in(runner.time_zone).date()
    decision = decision_of(current_week(runner))
    days = decision.week.days if decision.week is not None else ()
    return Today(
        day=here,
        status=decision.status,
        triage=decision.triage,
        planned=next((day for day in days if day.day == here), None),
        advice=[advice for advice in decision.runs if advice.day == here],
        light=next((light.light for light in decision.lights if light.day == here), None),
    )


@router.get(
    "/screening", auth=needs("read"), response={200: Due, 401: Problem}, summary="Whether questions are due"
)
def screening(request: HttpRequest) -> Due:
    """The questions that have to be answered, in the runner's language. They are answered in the browser."""
    runner = runner_of(request)
    decision = decision_of(current_week(runner))
    questions = library_for(runner).questions
    ask = [Question(id=id_, text=questions[id_].text) for id_ in decision.triage.ask]
    return Due(due=decision.status == "needs_screening", ask=ask)
