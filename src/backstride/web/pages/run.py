"""One run: what its file tells, and what the runner adds."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.runs import change_run, leave_out_run
from backstride.web.deciding.activities import counted
from backstride.web.deciding.weeks import library_for
from backstride.web.forms.runs import RunForm
from backstride.web.models import Recording, Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.telling.runs import run_told


@for_runner
def run(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """Kind, ground, shoes and pain of a run that counts."""
    recording = get_object_or_404(Recording, pk=pk, runner=runner, counts=True)
    library = library_for(runner)
    form = RunForm(request.POST or None, run=recording, library=library)
    if request.method == "POST" and form.is_valid():
        try:
            change_run(runner, by=signed_in(request), run=recording, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("runs")
    told = run_told(recording, clock.now_in(runner.time_zone), library, miles=runner.miles)
    activity = counted(recording)
    return render(
        request, "backstride/run.html", {"form": form, "run": told, "activity": activity, "file": recording}
    )


@require_POST
@for_runner
def run_left_out(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """Says that it is no run of theirs, or, with `again`, that it is."""
    recording = get_object_or_404(Recording, pk=pk, runner=runner)
    left_out = "again" not in request.POST
    leave_out_run(runner, by=signed_in(request), run=recording, left_out=left_out)
    messages.success(request, _("Left out.") if left_out else _("It counts again."))
    return redirect("runs")
