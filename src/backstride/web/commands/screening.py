"""The answers to the screening."""

from collections.abc import Mapping
from typing import get_args

from backstride.knowledge.loader import load
from backstride.terms import Answer
from backstride.web import clock
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.models import Runner, ScreeningForm

ANSWERS = get_args(Answer)


@command(facts=True)
def answer_screening(runner: Runner, *, answers: Mapping[str, str], weekly: bool = False) -> Details:
    """Stores a form: all questions, or with `weekly` those of the short check.

    Raises:
        Refused: a question is missing or unknown, or an answer is none of yes, no and unsure.
    """
    questions = load().questions
    asked = {q.id for q in questions.values() if q.short_check or not weekly}
    unknown = set(answers) - set(questions)
    missing = asked - set(answers)
    if unknown or missing:
        raise Refused(f"answers: {', '.join(sorted(unknown | missing))}", "answers")
    if wrong := sorted(name for name, answer in answers.items() if answer not in ANSWERS):
        raise Refused(f"answers: {', '.join(wrong)}: yes, no or unsure is wanted", "answers")
    form = ScreeningForm.objects.create(
        runner=runner, at=clock.now(), weekly=weekly, answers={name: answers[name] for name in sorted(asked)}
    )
    return {"form": form.pk}
