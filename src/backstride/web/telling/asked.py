"""Which safety questions are asked now, and why."""

from dataclasses import dataclass
from datetime import datetime

from backstride.web.deciding.weeks import current_week, decision_of, library_for
from backstride.web.models import Runner
from backstride.web.telling.stops import why_due

# All of them; those of the weekly short check; those that the last answers lack.
WHOLE, CHECK, REST = "whole", "check", "rest"


@dataclass(frozen=True)
class Asked:
    """The kind of form, the questions in their order, and why they are asked (empty where none is due).

    `last` is when the whole form was answered last.
    """

    kind: str
    ids: tuple[str, ...]
    why: tuple[str, ...]
    last: datetime | None


def asked_now(runner: Runner, *, check: bool = False) -> Asked:
    """What is due; all questions where nothing is. With `check` the short check in any case."""
    library = library_for(runner)
    every = tuple(library.questions)
    short = tuple(id_ for id_ in every if library.questions[id_].short_check)
    form = runner.screenings.filter(weekly=False).last()
    if form is None:
        return Asked(WHOLE, every, (), None)
    decision = decision_of(current_week(runner))
    due = set(decision.triage.ask)
    why = why_due(decision, library)
    lacking = tuple(id_ for id_ in every if id_ in due and id_ not in form.answers)
    if check or (due and due <= set(short) and not lacking):
        return Asked(CHECK, short, why, form.at)
    if lacking and due <= {*lacking, *short}:
        return Asked(REST, lacking, why, form.at)
    return Asked(WHOLE, every, why, form.at)
