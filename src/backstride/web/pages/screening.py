"""The safety questions: the beginning, one question a page, all on one page, the short check."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from backstride.web.commands.screening import (
    ANSWERS,
    answer_screening,
    complete_screening,
    stopping,
)
from backstride.web.deciding.weeks import library_for
from backstride.web.forms.questions import QuestionsForm
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.pages.draft import draft_of, forget_draft, keep_draft
from backstride.web.telling.asked import CHECK, REST, Asked, asked_now
from backstride.web.telling.steps import next_step


@for_runner
def screening(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Where the questions begin: on a wide screen all of them, on a phone the way to the first one."""
    asked = asked_now(runner)
    if asked.kind == CHECK:
        return redirect("screening_check")
    return _list(request, runner, asked, "backstride/screening.html")


@for_runner
def screening_all(request: HttpRequest, runner: Runner) -> HttpResponse:
    """All that is asked, on one page."""
    return _list(request, runner, asked_now(runner), "backstride/screening_all.html")


@for_runner
def screening_check(request: HttpRequest, runner: Runner) -> HttpResponse:
    """The weekly short check."""
    return _list(request, runner, asked_now(runner, check=True), "backstride/screening_check.html")


@for_runner
def screening_question(request: HttpRequest, runner: Runner, number: int) -> HttpResponse:
    """One question; each answer leads on to the next that is open."""
    asked = asked_now(runner)
    library = library_for(runner)
    ids = list(library.questions)
    if not 1 <= number <= len(ids) or ids[number - 1] not in asked.ids:
        raise Http404
    id_ = ids[number - 1]
    answers = draft_of(request, asked)
    missed = False
    if request.method == "POST":
        answer = request.POST.get("answer", "")
        if answer in ANSWERS:
            answers[id_] = answer
            keep_draft(request, asked, answers)
            return _onward(request, runner, asked, answers, after=id_)
        missed = True
    place = asked.ids.index(id_)
    return render(
        request,
        "backstride/screening_question.html",
        {
            "question": library.questions[id_],
            "answer": answers.get(id_),
            "missed": missed,
            "place": place + 1,
            "all": len(asked.ids),
            "back": _address(asked.ids[place - 1], ids) if place else reverse("screening"),
        },
    )


def _list(request: HttpRequest, runner: Runner, asked: Asked, template: str) -> HttpResponse:
    library = library_for(runner)
    given = draft_of(request, asked)
    data = request.POST if request.method == "POST" else None
    form = QuestionsForm(data, ids=asked.ids, library=library, given=given)
    if data is not None:
        answers = form.given()
        if form.is_valid() or stopping(answers):
            return _store(request, runner, asked, answers)
        keep_draft(request, asked, answers)
    ids = list(library.questions)
    first = next((id_ for id_ in asked.ids if id_ not in given), asked.ids[0])
    return render(
        request,
        template,
        {
            "form": form,
            "asked": asked,
            "begun": bool(given),
            "first": _address(first, ids),
        },
    )


def _onward(
    request: HttpRequest, runner: Runner, asked: Asked, answers: dict[str, str], *, after: str
) -> HttpResponse:
    """The next open question behind this one, else the first open one; none open, or a stop: the end."""
    if stopping({after: answers[after]}):
        return _store(request, runner, asked, answers)
    here = asked.ids.index(after)
    ahead = [id_ for id_ in (*asked.ids[here + 1 :], *asked.ids[: here + 1]) if id_ not in answers]
    if not ahead:
        return _store(request, runner, asked, answers)
    return redirect(_address(ahead[0], list(library_for(runner).questions)))


def _store(request: HttpRequest, runner: Runner, asked: Asked, answers: dict[str, str]) -> HttpResponse:
    user = signed_in(request)
    if asked.kind == REST:
        complete_screening(runner, by=user, answers=answers)
    else:
        answer_screening(runner, by=user, answers=answers, weekly=asked.kind == CHECK)
    if stopping(answers):
        return redirect("today")
    forget_draft(request)
    return redirect(next_step(runner))


def _address(id_: str, ids: list[str]) -> str:
    return reverse("screening_question", args=[ids.index(id_) + 1])
