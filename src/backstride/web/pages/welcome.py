"""The welcome: what this is, and the three ways on."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from backstride.web.commands.changing import Refused
from backstride.web.commands.demo import create_demo, remove_demo
from backstride.web.commands.runner import create_runner
from backstride.web.forms.start import StartForm
from backstride.web.models import Runner, User
from backstride.web.pages.asking import signed_in
from backstride.web.zones import machine_zone


@require_safe
@login_required
def welcome(request: HttpRequest) -> HttpResponse:
    """What Backstride is; for who has a runner already, their day."""
    if _has_runner(signed_in(request)):
        return redirect("today")
    return render(request, "backstride/welcome.html")


@login_required
def start(request: HttpRequest) -> HttpResponse:
    """The few things that must be known; then the safety questions."""
    user = signed_in(request)
    if _has_runner(user):
        return redirect("today")
    form = StartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        zone, language = told.pop("time_zone"), told.pop("language")
        try:
            create_runner(by=user, profile=told, time_zone=zone, language=language)
            return redirect("screening")
        except Refused as error:
            form.add_error(None, str(error))
    return render(request, "backstride/start.html", {"form": form})


@require_POST
@login_required
def demo(request: HttpRequest) -> HttpResponse:
    """Makes the made-up runner."""
    user = signed_in(request)
    if not _has_runner(user):
        language = (get_language() or "en").split("-")[0]
        create_demo(by=user, time_zone=machine_zone(), language=language)
    return redirect("today")


@require_POST
@login_required
def demo_remove(request: HttpRequest) -> HttpResponse:
    """Takes the made-up runner away; a real one is left alone."""
    try:
        remove_demo(by=signed_in(request))
    except Refused:
        return redirect("today")
    messages.success(request, _("The made-up runner is gone."))
    return redirect("welcome")


def _has_runner(user: User) -> bool:
    return Runner.objects.filter(user=user).exists()
