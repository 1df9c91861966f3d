"""What stands in the place of a week: a stop with whom to call, or the questions that come first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from backstride.decision import Decision
from backstride.web.deciding.weeks import library_for
from backstride.web.models import Runner
from backstride.web.telling.stops import stop_told
from backstride.web.zones import country_of


def no_week(request: HttpRequest, runner: Runner, decision: Decision) -> HttpResponse:
    """The page for a decision without a week."""
    stop = stop_told(decision, library_for(runner), country_of(runner.time_zone))
    return render(request, "backstride/no_week.html", {"stop": stop})
