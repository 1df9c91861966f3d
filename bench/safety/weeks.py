"""Weeks that hold what coaching gave, so that the checker's rules can be asked about every dose."""

from collections.abc import Iterable
from datetime import date, timedelta

from bench.safety.engine import Found

from backstride.coaching.dose import Dose
from backstride.coaching.logs import HARD
from backstride.decision import Decision, Item, PlannedDay, Session, Week
from backstride.knowledge import RuleSet
from backstride.knowledge.dose import item_seconds
from backstride.knowledge.schema.exercise import Exercise
from backstride.planning.items import item_of

LAST = 6  # the days after a red end before the last day of the week


def week_of(found: Found, sessions: Iterable[tuple[Item, ...]] = ()) -> Decision:
    """The decision with a week that holds these sessions on its last day."""
    first: date = found.known.today
    on_last = tuple(Session(slot="cross", minutes=0, items=items) for items in sessions)
    days = tuple(
        PlannedDay(day=first + timedelta(days=n), sessions=on_last if n == LAST else ())
        for n in range(LAST + 1)
    )
    week = Week(days=days, deload=found.phase.deload)
    return found.decision.model_copy(update={"status": "planned", "week": week})


def usual_items(found: Found, rules: RuleSet) -> list[Item]:
    """Each exercise at its usual dose, where a planner may use it at all."""
    return [
        _item(p.exercise, p.usual, rules)
        for p in found.doses.values()
        if p.left is None and not _left_out(found, p.exercise, new=p.new)
    ]


def raised_items(found: Found, rules: RuleSet) -> list[Item]:
    """Each exercise that earned a step up, at that step."""
    return [
        _item(p.exercise, p.up, rules) for p in found.doses.values() if p.up is not None and p.left is None
    ]


def _left_out(found: Found, exercise: Exercise, *, new: bool) -> bool:
    """What no planner uses: impact in a light week; in a deload what is new, or hard work not done lately."""
    hard = exercise.quality in HARD
    idle = found.phase.deload and (new or (hard and exercise.id not in found.phase.last_week))
    return idle or (exercise.impact and found.phase.low_load_week)


def _item(exercise: Exercise, dose: Dose, rules: RuleSet) -> Item:
    rung = dose.rung
    seconds = item_seconds(
        rung, rep_s=exercise.rep_s, rest_s=rung.rest_s, change_s=rules.whole("session.change_s")
    )
    return item_of(exercise.id, dose.level, rung, seconds, dose.change, dose.why)
