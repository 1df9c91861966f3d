"""How it feels today."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.pain import tell_feeling
from backstride.web.deciding.weeks import library_for
from backstride.web.forms.feeling import FeelingForm
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.telling.steps import next_step


@for_runner
def feeling(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Pain of today, and the regions that feel tight or weak."""
    today = clock.now_in(runner.time_zone).date()
    form = FeelingForm(
        request.POST or None,
        profile=runner.profile,
        today=runner.pain_days.filter(day=today).first(),
        library=library_for(runner),
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            tell_feeling(
                runner,
                by=signed_in(request),
                day=today,
                pain=form.pain(),
                tight=told["tight"],
                weak=told["weak"],
            )
        except Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved."))
            return redirect(next_step(runner))
    return render(request, "backstride/feeling.html", {"form": form})
