"""The runs of the next weeks: entries, their mending, and the calendars that they come from."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backstride.web import clock
from backstride.web.commands.calendar import add_planned, change_planned, remove_planned
from backstride.web.commands.calendars import remove_calendar
from backstride.web.commands.changing import Refused
from backstride.web.deciding.calendar import ahead, recent_runs
from backstride.web.deciding.weeks import library_for
from backstride.web.forms.planned import PlannedForm
from backstride.web.models import CalendarSource, PlannedRun, Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.telling.ahead import ahead_told, left_told, notes_told

DAYS = 27  # four weeks with today


@for_runner
def calendar(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Four weeks ahead, a form for one more entry, and the calendars."""
    now, library = clock.now_in(runner.time_zone), library_for(runner)
    form = PlannedForm(request.POST or None, miles=runner.miles, library=library, today=now.date())
    if request.method == "POST" and form.is_valid():
        try:
            add_planned(runner, by=signed_in(request), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("calendar")
    runs = ahead(runner, now, recent_runs(runner, now), DAYS)
    calendars = [
        {"source": source, "left": left_told(source, library), "notes": notes_told(source, library)}
        for source in runner.calendars.all()
    ]
    told = {
        "form": form,
        "weeks": ahead_told(runs, library),
        "by": {run.by for run in runs},
        "guesses": any(run.guessed and run.by == "calendar" for run in runs),
        "calendars": calendars,
        "later": runner.planned_runs.filter(day__gt=now.date()).count(),
    }
    return render(request, "backstride/calendar.html", told)


@for_runner
def planned(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """One entry: its kind, distance and duration."""
    entry = get_object_or_404(PlannedRun, pk=pk, runner=runner)
    form = PlannedForm(request.POST or None, miles=runner.miles, library=library_for(runner), entry=entry)
    if request.method == "POST" and form.is_valid():
        try:
            change_planned(runner, by=signed_in(request), entry=entry, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("calendar")
    return render(request, "backstride/planned.html", {"form": form, "entry": entry})


@require_POST
@for_runner
def planned_remove(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """Takes an entry out."""
    entry = get_object_or_404(PlannedRun, pk=pk, runner=runner)
    remove_planned(runner, by=signed_in(request), entry=entry)
    messages.success(request, _("Taken out."))
    return redirect("calendar")


@require_POST
@for_runner
def calendar_remove(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """Forgets a calendar with its entries."""
    source = get_object_or_404(CalendarSource, pk=pk, runner=runner)
    remove_calendar(runner, by=signed_in(request), source=source)
    messages.success(request, _("Taken out."))
    return redirect("calendar")
