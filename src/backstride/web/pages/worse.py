"""My back is worse: how bad, and what goes with it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.pain import report_worse
from backstride.web.deciding.weeks import current_week
from backstride.web.forms.feeling import WorseForm
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner, signed_in


@for_runner
def worse(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Notes it and decides the week anew; what follows from it stands on today's page."""
    form = WorseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            report_worse(
                runner,
                by=signed_in(request),
                day=clock.now_in(runner.time_zone).date(),
                **form.cleaned_data,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            current_week(runner)
            messages.success(request, _("Noted. What follows from it stands below."))
            return redirect("today")
    return render(request, "backstride/worse.html", {"form": form})
