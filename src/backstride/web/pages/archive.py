"""Everything out as one archive, and back in."""

import tempfile
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from backstride.web import clock
from backstride.web.commands.archive import export_archive, restore_archive
from backstride.web.commands.changing import Refused
from backstride.web.forms.archive import RestoreForm
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.uploads import refused

_IN_MEMORY = 5_000_000


@for_runner
def archive(request: HttpRequest, runner: Runner) -> HttpResponse:
    """What an archive holds; a POST gives it."""
    refusal = ""
    if request.method == "POST":
        # It is gone from the disk as soon as it is closed, at the latest when the answer is sent.
        out = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
        try:
            export_archive(runner, by=signed_in(request), out=out)
        except Refused as error:
            out.close()
            refusal = str(error)
        else:
            size = out.tell()
            out.seek(0)
            name = f"backstride-{clock.now_in(runner.time_zone).date()}.zip"
            answer = FileResponse(out, as_attachment=True, filename=name, content_type="application/zip")
            answer.headers["Content-Length"] = str(size)
            return cast("HttpResponse", answer)
    return render(request, "backstride/archive.html", {"refusal": refusal})


@login_required
def restore(request: HttpRequest) -> HttpResponse:
    """Takes an archive in where nothing is yet."""
    if getattr(request, "runner", None) is not None and request.method != "POST":
        return render(request, "backstride/restore.html", {"form": None})
    form = RestoreForm(request.POST, request.FILES) if request.method == "POST" else RestoreForm()
    if reason := refused(request):
        form.errors["archive"] = form.error_class([reason])
    elif request.method == "POST" and form.is_valid():
        try:
            restore_archive(by=signed_in(request), content=form.cleaned_data["archive"].file)
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            messages.success(request, _("Everything is back."))
            return redirect("today")
    return render(request, "backstride/restore.html", {"form": form})
