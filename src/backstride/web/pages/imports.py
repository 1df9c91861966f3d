"""An import: how far it is, and what came of each file."""

import time
from contextlib import suppress

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from backstride.web.commands.changing import Refused
from backstride.web.commands.imports import is_stuck, read_again
from backstride.web.models import Import, Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.telling.imports import WHATS, counts, files_told

FILES = 40  # on a page
WAIT_S = 1.5  # for a handful of files, so that their page need not be asked for again


@require_safe
@for_runner
def import_(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """Progress while it is read; then its files by what came of them (`?what=`), a page of them at a time."""
    source = get_object_or_404(Import, pk=pk, runner=runner)
    if "wait" in request.GET:
        _wait(source)
    found = counts(source) if source.state == Import.State.DONE else []
    ids = [what for what, _, _ in found]
    what = request.GET.get("what", "")
    if what not in WHATS or what not in ids:
        what = ids[0] if ids else ""
    page = Paginator(files_told(source, what), FILES).get_page(request.GET.get("page"))
    told = {
        "source": source,
        "waiting": source.state in (Import.State.WAITING, Import.State.READING),
        "stuck": is_stuck(source),
        "counts": found,
        "what": what,
        "files": page,
    }
    return render(request, "backstride/import.html", told)


@require_POST
@for_runner
def import_again(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """Has it read again where it did not come to its end."""
    source = get_object_or_404(Import, pk=pk, runner=runner)
    with suppress(Refused):  # it got on meanwhile, which the page says
        read_again(runner, by=signed_in(request), source=source)
    return redirect("import", pk=pk)


def _wait(source: Import) -> None:
    until = time.monotonic() + WAIT_S
    while source.state in (Import.State.WAITING, Import.State.READING) and time.monotonic() < until:
        time.sleep(0.1)
        source.refresh_from_db()
