"""H8: the minutes of a day are never exceeded, what was done earlier today included."""

from collections.abc import Iterator
from math import ceil

from backstride.knowledge.dose import item_seconds
from backstride.planning.check.case import Case
from backstride.planning.check.placing import total_seconds
from backstride.planning.check.violation import Violation
from backstride.scenario import DoneItem

RULE = "H8"


def h08(case: Case) -> Iterator[Violation]:
    """Each day's sessions, worked out from their doses, fit into the day's minutes."""
    done = _done_today(case)
    for day in case.days:
        counted = [session for session in day.sessions if session.slot != "mid_run"]
        if not counted:
            continue
        minutes = sum(ceil(total_seconds(case, day.day, session) / 60) for session in counted)
        before = done if day.day == case.today else 0.0
        free = case.minutes_of(day.day)
        if minutes + before / 60 > free:
            earlier = f" after {before / 60:.1f} min done already" if before else ""
            text = f"{minutes} min are planned{earlier}, and the day has {free:g}."
            yield Violation(RULE, str(day.day), text)


def _done_today(case: Case) -> float:
    """Seconds of the sessions logged today; the card with a run costs none."""
    sessions = [session for session in case.log.on(case.today) if session.slot != "mid_run"]
    return sum(_seconds(case, item) for session in sessions for item in session.items)


def _seconds(case: Case, item: DoneItem) -> float:
    """The time that an item took, as near as its sets tell; what they leave out is taken from its level."""
    exercise = case.library.exercises.get(item.exercise)
    if exercise is None:
        return 0.0
    level = exercise.ladder[min(item.level, len(exercise.ladder) - 1)]
    change = case.rules.whole("session.change_s")
    work = 0
    for done in item.done:
        given = {key: ceil(value) for key, value in done.model_dump().items() if value is not None}
        one = level.model_copy(update={"sets": 1, **given})
        work += item_seconds(one, rep_s=exercise.rep_s, rest_s=0, change_s=0)
    return work + max(0, len(item.done) - 1) * level.rest_s + change
