"""The articles' routines: each as written, and to follow one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backstride.web.commands.changing import Refused
from backstride.web.commands.routine import follow_routine
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.pages.public import foreign, library_of_page, public, runner_of
from backstride.web.telling.routines import followed, routine_card, routine_told


@public
def routines(request: HttpRequest) -> HttpResponse:
    """All of them, the one that is followed marked."""
    library = library_of_page()
    now = followed(runner_of(request), library)
    cards = [routine_card(routine, library, now=now) for routine in library.routines.values()]
    return render(request, "backstride/routines.html", {"cards": cards, "foreign": foreign()})


@public
def routine(request: HttpRequest, routine: str) -> HttpResponse:
    """One, line by line."""
    library = library_of_page()
    record = library.routines.get(routine)
    if record is None:
        raise Http404
    told = routine_told(record, library, now=followed(runner_of(request), library))
    return render(request, "backstride/routine.html", {"told": told, "foreign": foreign()})


@require_POST
@for_runner
def routine_follow(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Follows the posted `routine`; an empty one has the weeks composed again."""
    routine = request.POST.get("routine", "")
    try:
        follow_routine(runner, by=signed_in(request), routine=routine or None)
    except Refused:
        raise Http404 from None
    if routine:
        messages.success(request, _("Your weeks follow this routine from now on."))
        return redirect("routine", routine)
    messages.success(request, _("Your weeks are composed for you again."))
    return redirect("routines")
