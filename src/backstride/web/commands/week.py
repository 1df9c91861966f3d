"""What a runner changes of a week: the minutes of a day, and what they think of an exercise."""

from datetime import date, timedelta
from typing import Literal, get_args

from django.utils.translation import gettext as _

from backstride.knowledge.loader import load
from backstride.known import WEEK
from backstride.web import clock
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.commands.runner import checked_profile
from backstride.web.models import DayChange, ExerciseBreak, Runner

Opinion = Literal["favourites", "disliked", "avoid_exercises"]
NOT_NOW = "not_now"
MOST_MINUTES = 1440


@command(facts=True)
def set_minutes(runner: Runner, *, day: date, minutes: int) -> Details:
    """The minutes for the back on one day of the week, whatever is usual on that weekday; 0 for none.

    Raises:
        Refused: a day that is not in the week from today, or minutes that no day has.
    """
    _in_week(runner, day)
    if not 0 <= minutes <= MOST_MINUTES:
        raise Refused(_("Give minutes from 0 to %(most)s.") % {"most": MOST_MINUTES}, "minutes")
    DayChange.objects.update_or_create(runner=runner, day=day, defaults={"minutes": minutes})
    return {"day": day.isoformat(), "minutes": minutes}


@command(facts=True)
def usual_minutes(runner: Runner, *, day: date) -> Details:
    """Takes back what was said of that day: its weekday's minutes hold again."""
    _in_week(runner, day)
    DayChange.objects.filter(runner=runner, day=day).delete()
    return {"day": day.isoformat()}


@command(facts=True)
def mark_exercise(runner: Runner, *, exercise: str, mark: str) -> Details:
    """What the runner thinks of an exercise: one of the profile's lists, `not_now` for a week, or nothing.

    `not_now` leaves the lists as they are; any other mark takes the exercise out of them first, and ends
    its break.

    Raises:
        Refused: an exercise or a mark that nobody knows.
    """
    if exercise not in load().exercises:
        raise Refused(_("There is no such exercise."), "exercise")
    if mark == NOT_NOW:
        until = _today(runner) + timedelta(days=WEEK)
        ExerciseBreak.objects.update_or_create(runner=runner, exercise=exercise, defaults={"until": until})
        return {"exercise": exercise, "mark": mark}
    if mark and mark not in get_args(Opinion):
        raise Refused(_("There is no such choice."), "mark")
    lists = {
        name: [id_ for id_ in runner.profile.get(name, ()) if id_ != exercise] for name in get_args(Opinion)
    }
    if mark:
        lists[mark].append(exercise)
    runner.profile = checked_profile({**runner.profile, **lists})
    runner.save(update_fields=["profile"])
    ExerciseBreak.objects.filter(runner=runner, exercise=exercise).delete()
    return {"exercise": exercise, "mark": mark}


def _in_week(runner: Runner, day: date) -> None:
    if not 0 <= (day - _today(runner)).days < WEEK:
        raise Refused(_("Choose a day of the week from today on."), "day")


def _today(runner: Runner) -> date:
    return clock.now_in(runner.time_zone).date()
