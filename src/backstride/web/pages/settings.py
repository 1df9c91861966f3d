"""Settings: time, language, units; and deleting everything."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from backstride.web.commands.changing import Refused
from backstride.web.commands.delete import delete_everything
from backstride.web.commands.runner import change_settings
from backstride.web.forms.settings import MILES, DeleteForm, SettingsForm
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner, signed_in


@for_runner
def settings(request: HttpRequest, runner: Runner) -> HttpResponse:
    """How the runner is told things, and the ways to everything else that can be set."""
    form = SettingsForm(request.POST or None, runner=runner)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            change_settings(
                runner,
                by=signed_in(request),
                time_zone=told["time_zone"],
                language=told["language"],
                miles=told["units"] == MILES,
            )
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            with translation.override(runner.language):
                messages.success(request, _("Saved."))
            return redirect("settings")
    return render(request, "backstride/settings.html", {"form": form})


@for_runner
def settings_delete(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Deletes everything of this person once the word is typed, and ends their sessions."""
    form = DeleteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        delete_everything(by=runner.user)
        logout(request)
        return render(request, "backstride/deleted.html", {"runner": None, "menu": [], "first_steps": ()})
    return render(request, "backstride/settings_delete.html", {"form": form})
