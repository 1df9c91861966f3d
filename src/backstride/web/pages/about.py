"""What the runner has told of themselves, each part with its own form."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from backstride.web.commands.changing import Refused
from backstride.web.commands.runner import change_profile
from backstride.web.deciding.weeks import library_for
from backstride.web.forms.about import DaysForm, ExercisesForm, YouForm
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.telling.about import about_told
from backstride.web.telling.steps import next_step


@require_safe
@for_runner
def about(request: HttpRequest, runner: Runner) -> HttpResponse:
    """All of it in short, each part with a way to change it."""
    return render(request, "backstride/about.html", {"parts": about_told(runner, library_for(runner))})


@for_runner
def about_days(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Minutes on each weekday, things in the house, positions to leave out."""
    form = DaysForm(request.POST or None, profile=runner.profile, library=library_for(runner))
    first = not any(runner.profile.get("minutes", {}).values())
    if _saved(request, runner, form):
        return redirect(next_step(runner) if first else "about")
    return render(request, "backstride/about_days.html", {"form": form})


@for_runner
def about_you(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Birth year, experience, goal, hours sat."""
    form = YouForm(request.POST or None, profile=runner.profile)
    if _saved(request, runner, form):
        return redirect("about")
    return render(request, "backstride/about_you.html", {"form": form})


@for_runner
def about_exercises(request: HttpRequest, runner: Runner) -> HttpResponse:
    """A routine instead of a composed week; exercises gladly, rather not, never."""
    form = ExercisesForm(request.POST or None, profile=runner.profile, library=library_for(runner))
    if _saved(request, runner, form):
        return redirect("about")
    return render(request, "backstride/about_exercises.html", {"form": form})


def _saved(request: HttpRequest, runner: Runner, form: forms.Form) -> bool:
    if request.method != "POST" or not form.is_valid():
        return False
    changes = form.changes() if isinstance(form, DaysForm | ExercisesForm) else form.cleaned_data
    try:
        change_profile(runner, by=signed_in(request), changes=changes)
    except Refused as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
        return False
    messages.success(request, _("Saved."))
    return True
