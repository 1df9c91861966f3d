"""The week: every line with its reasons, and what a runner may change of it."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from backstride.web import clock
from backstride.web.commands.calendar import move_runs
from backstride.web.commands.changing import Refused
from backstride.web.commands.week import mark_exercise, set_minutes, usual_minutes
from backstride.web.deciding.sessions import logs_of
from backstride.web.deciding.weeks import current_week, decision_of, library_for
from backstride.web.forms.week import MinutesForm, MoveForm
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.pages.no_week import no_week
from backstride.web.telling.breaks import breaks_told
from backstride.web.telling.day_lines import day_lines
from backstride.web.telling.done import done_told
from backstride.web.telling.week import week_told


@require_safe
@for_runner
def week(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Seven days from today on."""
    decision = decision_of(current_week(runner))
    if decision.week is None:
        return no_week(request, runner, decision)
    library, now = library_for(runner), clock.now_in(runner.time_zone).date()
    told = week_told(decision, decision.week, library, miles=runner.miles)
    shown = {
        "week": told,
        "lines": day_lines(runner, told, now),
        "done": done_told(logs_of(runner, now, now), runner, library),
        "breaks": breaks_told(runner, now, library),
    }
    return render(request, "backstride/week.html", shown)


@require_POST
@for_runner
def week_minutes(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Other minutes for a day, or its usual ones again."""
    form = MinutesForm(request.POST)
    if not form.is_valid():
        return _refused(request, form)
    told, by = form.cleaned_data, signed_in(request)
    try:
        if told["minutes"] is None:
            usual_minutes(runner, by=by, day=told["day"])
        else:
            set_minutes(runner, by=by, day=told["day"], minutes=told["minutes"])
    except Refused as refusal:
        messages.error(request, str(refusal))
    return _changed(request, runner)


@require_POST
@for_runner
def week_move(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Moves the run of a day to another day."""
    form = MoveForm(request.POST)
    if not form.is_valid():
        return _refused(request, form)
    try:
        move_runs(runner, by=signed_in(request), day=form.cleaned_data["day"], to=form.cleaned_data["to"])
    except Refused as refusal:
        messages.error(request, str(refusal))
    return _changed(request, runner)


@require_POST
@for_runner
def week_exercise(request: HttpRequest, runner: Runner) -> HttpResponse:
    """What the runner thinks of an exercise."""
    exercise, mark = request.POST.get("exercise", ""), request.POST.get("mark", "")
    try:
        mark_exercise(runner, by=signed_in(request), exercise=exercise, mark=mark)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return _changed(request, runner)


def _changed(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Decides at once and goes back to where the change was asked for."""
    decided = decision_of(current_week(runner)).week
    if decided is not None and not decided.changes:
        messages.info(request, _("Noted. The week stays as it is."))
    return redirect(_back(request))


def _refused(request: HttpRequest, form: Form) -> HttpResponse:
    lines = [str(line) for found in form.errors.values() for line in found]
    messages.error(request, " ".join(lines))
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    asked = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if own and asked.startswith("/") else "week"
