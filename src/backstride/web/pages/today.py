"""Today: what, how long, why now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.web import clock
from backstride.web.deciding.sessions import logs_of
from backstride.web.deciding.weeks import current_week, decision_of, library_for
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner
from backstride.web.pages.no_week import no_week
from backstride.web.telling.done import done_told
from backstride.web.telling.lessons import pointed_told, read_by
from backstride.web.telling.lights import light_now
from backstride.web.telling.week import week_told


@require_safe
@for_runner
def today(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Today's sessions and run; a stop, or what has to be asked first, in their place."""
    decision = decision_of(current_week(runner))
    if decision.week is None:
        return no_week(request, runner, decision)
    library, now = library_for(runner), clock.now_in(runner.time_zone).date()
    week = week_told(decision, decision.week, library, miles=runner.miles)
    here = next((day for day in week.days if day.day == now), week.days[0])
    ahead = [day for day in week.days if day.day > now]
    told = {
        "week": week,
        "day": here,
        "ahead": ahead,
        "next": next((day for day in ahead if day.minutes), None),
        "advice": week.advice.get(now, ()),
        "light": light_now(decision, library, now),
        "scored": runner.pain_days.filter(day=now, morning__isnull=False).exists(),
        "done": done_told(logs_of(runner, now, now), runner, library),
        "lessons": pointed_told(decision.lessons, library, read_by(runner))[:1],
        "change": runner.day_changes.filter(day=now).first(),
    }
    return render(request, "backstride/today.html", told)
