"""Adding runs: files, a calendar, or the days on which one usually runs. Each is a small form of its own."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from backstride.web.commands.calendars import add_calendar_address, take_calendar_file
from backstride.web.commands.changing import Refused
from backstride.web.commands.imports import start_import
from backstride.web.commands.runs import set_usual_runs
from backstride.web.deciding.weeks import library_for
from backstride.web.forms.files import AddressForm, CalendarFileForm, FilesForm
from backstride.web.forms.runs import UsualForm
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.uploads import refused


@require_safe
@for_runner
def add_runs(request: HttpRequest, runner: Runner) -> HttpResponse:
    """All four forms, empty."""
    return _shown(request, runner)


@require_POST
@for_runner
def add_files(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Takes files in to be read, and shows how far that is."""
    form = FilesForm(request.POST, request.FILES, auto_id="runs_%s")
    if reason := refused(request):
        form.errors["runs"] = form.error_class([reason])
    elif form.is_valid():
        try:
            done = start_import(runner, by=signed_in(request), files=form.given())
        except Refused as refusal:
            form.add_error("runs", str(refusal))
        else:
            return redirect(f"{reverse('import', args=[done['import']])}?wait=1")
    return _shown(request, runner, files=form)


@require_POST
@for_runner
def add_calendar_file(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Reads a calendar file."""
    form = CalendarFileForm(request.POST, request.FILES, auto_id="calendar_%s")
    if reason := refused(request):
        form.errors["calendar"] = form.error_class([reason])
    elif form.is_valid():
        try:
            take_calendar_file(runner, by=signed_in(request), file=form.cleaned_data["calendar"])
        except Refused as refusal:
            form.add_error("calendar", str(refusal))
        else:
            messages.success(request, _("The calendar was read. Look at the guesses, if there are any."))
            return redirect("calendar")
    return _shown(request, runner, calendar=form)


@require_POST
@for_runner
def add_address(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Remembers a calendar's address, to be fetched by a job."""
    form = AddressForm(request.POST, auto_id="address_%s")
    if form.is_valid():
        try:
            add_calendar_address(runner, by=signed_in(request), address=form.cleaned_data["address"])
        except Refused as refusal:
            form.add_error("address", str(refusal))
        else:
            messages.success(request, _("The calendar is being fetched. Look again in a moment."))
            return redirect("calendar")
    return _shown(request, runner, address=form)


@require_POST
@for_runner
def add_usual(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Stores the usual week; without any run it is forgotten."""
    form = UsualForm(request.POST, runner=runner, library=library_for(runner), auto_id="usual_%s")
    if form.is_valid():
        try:
            set_usual_runs(runner, by=signed_in(request), usual=form.usual())
        except Refused as refusal:
            form.add_error(f"{refusal.field}_kind", str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("calendar")
    return _shown(request, runner, usual=form)


def _shown(request: HttpRequest, runner: Runner, **bound: Any) -> HttpResponse:
    """The page; the form that was sent stands there with its errors."""
    forms = {
        "files": FilesForm(auto_id="runs_%s"),
        "calendar": CalendarFileForm(auto_id="calendar_%s"),
        "address": AddressForm(auto_id="address_%s"),
        "usual": UsualForm(runner=runner, library=library_for(runner), auto_id="usual_%s"),
    }
    return render(
        request,
        "backstride/add_runs.html",
        {**forms, **bound, "form": next(iter(bound.values()), None)},
    )
