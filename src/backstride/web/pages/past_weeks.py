"""Weeks as they were decided, each to be looked at and replayed."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.http import require_safe

from backstride.cli.scenarios import as_line
from backstride.knowledge import Library
from backstride.knowledge.loader import load
from backstride.knowledge.translations import library_in, load_translation
from backstride.web.deciding.weeks import decision_of, scenario_behind
from backstride.web.models import Runner, Week
from backstride.web.pages.asking import for_runner
from backstride.web.telling.stops import stop_told
from backstride.web.telling.week import week_told
from backstride.web.zones import country_of

_A_PAGE = 30
_PARTS = {"scenario": scenario_behind, "decision": decision_of}


@require_safe
@for_runner
def past_weeks(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Every decision, the latest first."""
    stored = runner.weeks.order_by("-at", "-pk").defer("scenario", "decision")
    pages = Paginator(stored, _A_PAGE)
    shown = pages.get_page(request.GET.get("page"))
    counted = [(week, sum(len(slots) for slots in week.sessions.values())) for week in shown]
    return render(request, "backstride/past_weeks.html", {"page": shown, "weeks": counted})


@require_safe
@for_runner
def past_week(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """A week as it was decided, in the language of its day."""
    stored = get_object_or_404(Week, pk=pk, runner=runner)
    library, decision = _library(stored), decision_of(stored)
    told: dict[str, Any] = {"stored": stored}
    with translation.override(stored.language):
        if decision.week is not None:
            told["week"] = week_told(decision, decision.week, library, miles=runner.miles)
        else:
            told["stop"] = stop_told(decision, library, country_of(runner.time_zone))
    return render(request, "backstride/past_week.html", told)


@require_safe
@for_runner
def past_week_file(_request: HttpRequest, runner: Runner, pk: int, part: str) -> HttpResponse:
    """The scenario or the decision as the terminal's `replay` reads and writes it."""
    if part not in _PARTS:
        raise Http404("no such part")
    stored = get_object_or_404(Week, pk=pk, runner=runner)
    day = stored.at.strftime("%Y-%m-%d")
    answer = HttpResponse(as_line(_PARTS[part](stored)), content_type="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="{part}-{day}-{stored.pk}.json"'
    return answer


def _library(week: Week) -> Library:
    return library_in(load(), load_translation(week.language))
