"""The lessons: what to read this week and why, all of them, and each to read."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backstride.decision import LessonPointer
from backstride.web.commands.changing import Refused
from backstride.web.commands.lessons import mark_lesson
from backstride.web.deciding.weeks import current_week, decision_of
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.pages.public import foreign, library_of_page, public, runner_of
from backstride.web.telling.lessons import lesson_cards, lesson_told, pointed_told, read_by


@public
def lessons(request: HttpRequest) -> HttpResponse:
    """This week's, then all."""
    library = library_of_page()
    runner = runner_of(request)
    read = read_by(runner)
    told = {
        "pointed": pointed_told(_pointers(runner), library, read),
        "cards": lesson_cards(library, read),
        "read": len(read & set(library.lessons)),
        "foreign": foreign(),
    }
    return render(request, "backstride/lessons.html", told)


@public
def lesson(request: HttpRequest, lesson: str) -> HttpResponse:
    """One to read, with the reason if this week points to it."""
    library = library_of_page()
    record = library.lessons.get(lesson)
    if record is None:
        raise Http404
    runner = runner_of(request)
    why = next((pointer.signal for pointer in _pointers(runner) if pointer.lesson == lesson), "")
    told = lesson_told(record, library, read_by(runner), why)
    return render(request, "backstride/lesson.html", {"told": told, "foreign": foreign()})


@require_POST
@for_runner
def lesson_read(request: HttpRequest, runner: Runner, lesson: str) -> HttpResponse:
    """Marks it as read or, with `again`, as not read yet."""
    again = "again" in request.POST
    try:
        mark_lesson(runner, by=signed_in(request), lesson=lesson, read=not again)
    except Refused:
        raise Http404 from None
    said = _("It may come up again.") if again else _("Marked as read: it will not come up again.")
    messages.success(request, said)
    return redirect("lessons")


def _pointers(runner: Runner | None) -> tuple[LessonPointer, ...]:
    return decision_of(current_week(runner)).lessons if runner is not None else ()
