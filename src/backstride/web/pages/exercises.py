"""The exercises: to find one, and all that is known of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backstride.web.commands.changing import Refused
from backstride.web.commands.week import mark_exercise
from backstride.web.forms.exercises import FindForm
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.pages.public import foreign, library_of_page, public, runner_of
from backstride.web.telling.cards import card_told
from backstride.web.telling.exercise import exercise_told
from backstride.web.telling.figures import figure_address, forms
from backstride.web.telling.opinion import opinion_told


@public
def exercises(request: HttpRequest) -> HttpResponse:
    """All of them, or those that fit what `?q=`, `region`, `slot`, `position`, `quality`, `equipment` say."""
    library = library_of_page()
    form = FindForm(request.GET, library=library)
    found = form.found() if form.is_valid() else []
    told = {
        "form": form,
        "wanted": not form.is_valid() or form.wanted(),
        "cards": [card_told(exercise, library) for exercise in found],
        "all": len(library.exercises),
    }
    return render(request, "backstride/exercises.html", told)


@public
def exercise(request: HttpRequest, exercise: str) -> HttpResponse:
    """One; `?form=` a number shows another form of it, `?still=1` stops the figure."""
    library = library_of_page()
    record = library.exercises.get(exercise)
    if record is None:
        raise Http404
    names = forms(record)
    given = request.GET.get("form", "")
    form = int(given) if given.isascii() and given.isdigit() and int(given) < len(names) else 0
    still = bool(request.GET.get("still"))
    runner = runner_of(request)
    told = {
        "told": exercise_told(record, library),
        "foreign": foreign(),
        "form": form,
        "form_name": library.word(names[form]),
        "still": still,
        "figure": figure_address(record, "still" if still else "moving", form),
        "steps": figure_address(record, "steps", form),
        "opinion": opinion_told(runner, exercise) if runner is not None else None,
    }
    return render(request, "backstride/exercise.html", told)


@require_POST
@for_runner
def exercise_mark(request: HttpRequest, runner: Runner, exercise: str) -> HttpResponse:
    """What the runner thinks of it."""
    try:
        mark_exercise(runner, by=signed_in(request), exercise=exercise, mark=request.POST.get("mark", ""))
    except Refused as refusal:
        if refusal.field == "exercise":
            raise Http404 from None
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Saved. Your week takes it into account from now on."))
    return redirect("exercise", exercise)
