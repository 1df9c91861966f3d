"""The check-in: one tap in the morning, the rest if one likes."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.pain import note_pain
from backstride.web.commands.runs import change_run
from backstride.web.deciding.sessions import midnight
from backstride.web.deciding.weeks import current_week, decision_of, library_for
from backstride.web.forms.checkin import MoreForm, MorningForm
from backstride.web.models import PainDay, Recording, Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.telling.lights import lights_told

_RUN_DAYS = 2  # as far back as the pain on a run is asked for


@for_runner
def checkin(request: HttpRequest, runner: Runner) -> HttpResponse:
    """The score of this morning, of yesterday's where it is missing, and what else may be told."""
    today = clock.now_in(runner.time_zone).date()
    if request.method == "POST":
        return _morning(request, runner, today)
    return _page(request, runner, today, _more(runner, today))


@require_POST
@for_runner
def checkin_more(request: HttpRequest, runner: Runner) -> HttpResponse:
    """The worst, a leg, the night, the pain on runs."""
    today, by = clock.now_in(runner.time_zone).date(), signed_in(request)
    form = _more(runner, today, request)
    if not form.is_valid():
        return _page(request, runner, today, form)
    note_pain(runner, by=by, day=today, **form.pain())
    before = form.cleaned_data["worst_before"]
    if before is not None:
        note_pain(runner, by=by, day=today - timedelta(days=1), worst=before)
    for run, score in form.runs():
        change_run(
            runner, by=by, run=run, kind=run.kind, surface=run.surface, shoe=run.shoe, pain_during=score
        )
    messages.success(request, _("Saved."))
    return redirect("today")


def _morning(request: HttpRequest, runner: Runner, today: date) -> HttpResponse:
    form = MorningForm(request.POST)
    if not form.is_valid() or not 0 <= (today - form.cleaned_data["day"]).days <= 1:
        messages.error(request, _("Choose a number for this morning or yesterday's."))
        return redirect("checkin")
    try:
        note_pain(runner, by=signed_in(request), **form.cleaned_data)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("checkin")
    if decision_of(current_week(runner)).week is None:
        return redirect("today")
    messages.success(request, _("Saved. That is enough; what stands below is up to you."))
    return redirect("checkin")


def _page(request: HttpRequest, runner: Runner, today: date, form: MoreForm) -> HttpResponse:
    yesterday = today - timedelta(days=1)
    scores = {entry.day: entry.morning for entry in runner.pain_days.filter(day__gte=yesterday)}
    lights = lights_told(decision_of(current_week(runner)), library_for(runner))
    told = {
        "form": form,
        "today": today,
        "yesterday": yesterday,
        "morning": scores.get(today),
        "ask_yesterday": scores.get(yesterday) is None,
        "scale": range(11),
        "light": lights.get(today),
        "before": lights.get(yesterday),
    }
    return render(request, "backstride/checkin.html", told)


def _more(runner: Runner, today: date, request: HttpRequest | None = None) -> MoreForm:
    known = {entry.day: entry for entry in runner.pain_days.filter(day__gte=today - timedelta(days=1))}
    since = midnight(today - timedelta(days=_RUN_DAYS - 1), runner)
    runs: list[Recording] = list(
        runner.recordings.filter(counts=True, start__gte=since, start__lte=clock.now(), pain_during=None)
    )
    entry: PainDay | None = known.get(today)
    return MoreForm(
        request.POST if request is not None else None,
        today=entry,
        yesterday=known.get(today - timedelta(days=1)),
        runs=runs,
    )
