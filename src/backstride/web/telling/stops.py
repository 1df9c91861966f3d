"""A week that there is not: the stop or the open questions, in words."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.screening.answers import STOPPING
from backstride.web.telling.calls import CountryCalls, all_calls, calls_in

_QUESTION = re.compile(r"\b[EUC][1-9]\b")
_DUE = "H2"
_HEADINGS = {
    "emergency": "cli.stop_emergency",
    "urgent": "cli.stop_urgent",
    "young": "cli.stop_young",
    "questions": "cli.needs_screening",
}


@dataclass(frozen=True)
class QuestionTold:
    """A question with its place in the whole list, from 1."""

    id: str
    number: int
    text: str


@dataclass(frozen=True)
class Stop:
    """Why there is no week and what comes first.

    `kind` is emergency, urgent, young, questions, or none where there is a week; `raised` are the questions
    that a clinician would have to settle; `here` holds the numbers of the runner's country, `all`
    those of every country; `short` says that the short check is enough.
    """

    kind: str
    heading: str
    advice: tuple[str, ...]
    why: tuple[str, ...]
    safety_net: tuple[str, ...]
    raised: tuple[QuestionTold, ...]
    here: CountryCalls | None
    all: tuple[CountryCalls, ...]
    ask: int
    short: bool


def stop_told(decision: Decision, library: Library, country: str | None) -> Stop:
    """What a page shows in the place of a week."""
    triage = decision.triage
    kind = _kind(decision)
    stopped = kind in STOPPING
    raised = [reason.id for reason in triage.reasons if reason.id in library.questions]
    check = {question.id for question in library.questions.values() if question.short_check}
    return Stop(
        kind=kind,
        heading=library.messages[_HEADINGS[kind]] if kind in _HEADINGS else "",
        advice=tuple(plain(line, library) for line in triage.advice),
        why=tuple(plain(reason.why, library) for reason in triage.reasons),
        safety_net=triage.safety_net,
        raised=tuple(
            question_told(id_, library)
            for id_ in raised
            if not stopped or library.questions[id_].tier in STOPPING
        ),
        here=calls_in(country, library),
        all=all_calls(library),
        ask=len(triage.ask),
        short=bool(triage.ask) and set(triage.ask) <= check,
    )


def _kind(decision: Decision) -> str:
    if decision.status == "stopped":
        return decision.triage.tier if decision.triage.tier in STOPPING else "young"
    return "questions" if decision.status == "needs_screening" else "none"


def why_due(decision: Decision, library: Library) -> tuple[str, ...]:
    """Why questions are asked (again), a sentence each; empty where none are due."""
    return tuple(plain(reason.why, library) for reason in decision.triage.reasons if reason.id == _DUE)


def question_told(question: str, library: Library) -> QuestionTold:
    """A question as a page names it: by its number, never by its id."""
    number = list(library.questions).index(question) + 1
    return QuestionTold(question, number, library.questions[question].text)


def plain(text: str, library: Library) -> str:
    """The sentence with every question's id told as its number."""

    def number(found: re.Match[str]) -> str:
        if found[0] not in library.questions:
            return found[0]
        return _("question %(n)s") % {"n": question_told(found[0], library).number}

    return _QUESTION.sub(number, text)
