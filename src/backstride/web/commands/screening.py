"""The answers to the screening, and what a clinician said of them."""

from collections.abc import Mapping, Sequence
from typing import get_args

from pydantic import ValidationError

from backstride.knowledge.loader import load
from backstride.resolve import faults
from backstride.scenario import Cleared
from backstride.screening.answers import STOPPING
from backstride.terms import Answer
from backstride.web import clock
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.models import Clearance, Runner, ScreeningForm

ANSWERS = get_args(Answer)


@command(facts=True)
def answer_screening(runner: Runner, *, answers: Mapping[str, str], weekly: bool = False) -> Details:
    """Stores a form: all questions, or with `weekly` those of the short check.

    Answers that stop everything are stored at once, whatever is still missing: nothing that comes after
    them can change what to do.

    Raises:
        Refused: a question is missing or unknown, or an answer is none of yes, no and unsure.
    """
    asked = {q.id for q in load().questions.values() if q.short_check or not weekly}
    given = _checked(answers, asked)
    form = ScreeningForm.objects.create(runner=runner, at=clock.now(), weekly=weekly, answers=given)
    return {"form": form.pk}


@command(facts=True)
def complete_screening(runner: Runner, *, answers: Mapping[str, str]) -> Details:
    """Adds the answers that the newest whole form lacks, as a form dated as that one was.

    So what a clinician has assessed since stays assessed, and nothing looks newer than it is.

    Raises:
        Refused: as `answer_screening`, or there is no form to complete.
    """
    begun = runner.screenings.filter(weekly=False).last()
    if begun is None:
        raise Refused("answers: there is no form to complete", "answers")
    added = {name: answer for name, answer in answers.items() if name not in begun.answers}
    asked = set(load().questions) - set(begun.answers)
    given = {**begun.answers, **_checked(added, asked)}
    form = ScreeningForm.objects.create(runner=runner, at=begun.at, answers=given)
    return {"form": form.pk}


@command(facts=True)
def note_clearance(runner: Runner, *, ids: Sequence[str], by_whom: str) -> Details:
    """Notes that a clinician has assessed these answers, now.

    Raises:
        Refused: no question or an unknown one, or nobody named.
    """
    if not ids or set(ids) - set(load().questions):
        raise Refused("ids: questions of the library are wanted", "ids")
    try:
        cleared = Cleared(ids=tuple(ids), at=clock.now(), by=by_whom)
    except ValidationError as error:
        raise Refused("; ".join(faults(error)), "by_whom") from None
    clearance = Clearance.objects.create(runner=runner, ids=list(cleared.ids), at=cleared.at, by=cleared.by)
    return {"clearance": clearance.pk}


def _checked(answers: Mapping[str, str], asked: set[str]) -> dict[str, str]:
    """The answers to what was asked, in the order of their names."""
    given = {name: answers[name] for name in sorted(asked & set(answers))}
    unknown = set(answers) - set(load().questions)
    missing = set() if stopping(given) else asked - set(given)
    if unknown or missing:
        raise Refused(f"answers: {', '.join(sorted(unknown | missing))}", "answers")
    if wrong := sorted(name for name, answer in given.items() if answer not in ANSWERS):
        raise Refused(f"answers: {', '.join(wrong)}: yes, no or unsure is wanted", "answers")
    return given


def stopping(answers: Mapping[str, str]) -> bool:
    """Whether an answer stops everything: yes or unsure to an emergency or an urgent question."""
    questions = load().questions
    return any(
        answer in ("yes", "unsure") and name in questions and questions[name].tier in STOPPING
        for name, answer in answers.items()
    )
