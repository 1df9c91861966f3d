"""What the answers raise: which questions count as yes, which of them a clinician has cleared since."""

from backstride.knowledge import Library
from backstride.knowledge.schema.screening import Question
from backstride.known import Known

STOPPING = ("emergency", "urgent")


def raised(known: Known, library: Library) -> tuple[Question, ...]:
    """Questions answered yes; `unsure` counts as yes where the tier stops. In the library's order.

    Of answers dated after now only those that stop count.
    """
    answers = known.scenario.screening.answers
    given = known.screened_on is not None
    return tuple(
        question
        for question in library.questions.values()
        if (given and answers.get(question.id) == "yes")
        or (question.tier in STOPPING and answers.get(question.id) in ("yes", "unsure"))
    )


def cleared(known: Known, library: Library) -> frozenset[str]:
    """Questions that a clinician has assessed since they were answered."""
    screening = known.scenario.screening
    checked = screening.checked_at
    found = set()
    for clearance in screening.cleared:
        for question in clearance.ids:
            answered = [at for at in (screening.at,) if at is not None]
            if checked is not None and library.questions[question].short_check:
                answered.append(checked)
            if clearance.at <= known.now and all(clearance.at >= at for at in answered):
                found.add(question)
    return frozenset(found)


def contraindicating(known: Known) -> frozenset[str]:
    """Questions whose answer takes exercises out of the week: yes or unsure, cleared or not."""
    answers = known.scenario.screening.answers
    return frozenset(question for question, answer in answers.items() if answer != "no")


def youngest_age(known: Known) -> int:
    """The youngest age in whole years that the birth year allows."""
    return max(0, known.today.year - known.scenario.runner.birth_year - 1)
