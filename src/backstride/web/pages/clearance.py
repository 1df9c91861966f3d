"""A clinician has looked at what stopped the week."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from backstride.web.commands.screening import note_clearance
from backstride.web.deciding.weeks import current_week, decision_of, library_for
from backstride.web.forms.questions import ClearanceForm
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.telling.stops import stop_told

_YOUNG = "C1"  # what a clinician settles for somebody under 16, by the rules as they are read


@for_runner
def clearance(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Notes who assessed the answers that raised the tier; nothing to note leads back."""
    stop = stop_told(decision_of(current_week(runner)), library_for(runner), None)
    ids = [_YOUNG] if stop.kind == "young" else [question.id for question in stop.raised]
    if not ids:
        messages.info(request, _("None of your answers waits for a clinician."))
        return redirect("about")
    form = ClearanceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        whom = form.cleaned_data["by_whom"]
        note_clearance(runner, by=signed_in(request), ids=ids, by_whom=whom)
        messages.success(request, _("Noted. Stop again and ask them if anything gets worse."))
        return redirect("today")
    return render(request, "backstride/clearance.html", {"form": form, "stop": stop})
