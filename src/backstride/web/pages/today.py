"""Today: what, how long, why now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.web import clock
from backstride.web.deciding.weeks import current_week, decision_of, library_for
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner
from backstride.web.pages.no_week import no_week
from backstride.web.telling.days import day_told


@require_safe
@for_runner
def today(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Today's sessions and run; a stop, or what has to be asked first, in their place."""
    decision = decision_of(current_week(runner))
    if decision.week is None:
        return no_week(request, runner, decision)
    plain = decision.week.routine is not None
    days = [day_told(day, library_for(runner), plain=plain) for day in decision.week.days]
    here = next((day for day in days if day.day == clock.now_in(runner.time_zone).date()), days[0])
    return render(request, "backstride/today.html", {"decision": decision, "day": here, "days": days})
