"""Progress: pictures, each with its table."""

from csp.constants import NONE
from csp.decorators import csp
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.web import clock
from backstride.web.deciding.weeks import current_week, decision_of, library_for, scenario_behind
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner
from backstride.web.telling.pictures import PICTURES
from backstride.web.telling.progress import PAIN_DAYS, Progress, progress_of

# A picture carries its own style, and nothing else may come with it.
_PICTURE_POLICY = {"default-src": [NONE], "style-src": ["'unsafe-inline'"], "frame-ancestors": [NONE]}


@require_safe
@for_runner
def progress(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Pain, sessions, levels, runs."""
    told = _progress(runner)
    return render(request, "backstride/progress.html", {"progress": told, "pain_days": PAIN_DAYS})


@csp(_PICTURE_POLICY)  # type: ignore[arg-type]
@require_safe
@for_runner
def picture(_request: HttpRequest, runner: Runner, name: str) -> HttpResponse:
    """One of them as SVG; where there is nothing to draw, there is no such page."""
    if name not in PICTURES:
        raise Http404("no such picture")
    part, draw = PICTURES[name]
    told = _progress(runner)
    if not getattr(told, part):
        raise Http404("nothing to draw yet")
    drawn = draw(told, library_for(runner), miles=runner.miles)
    return HttpResponse(drawn, content_type="image/svg+xml")


def _progress(runner: Runner) -> Progress:
    week = current_week(runner)
    return progress_of(
        runner,
        scenario_behind(week),
        decision_of(week),
        library_for(runner),
        clock.now_in(runner.time_zone),
    )
