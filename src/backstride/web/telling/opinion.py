"""What a runner thinks of an exercise, and what they can say instead."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from backstride.web import clock
from backstride.web.commands.week import NOT_NOW
from backstride.web.models import Runner

_SAID = {
    "": gettext_noop("It comes into your weeks where it fits best."),
    "favourites": gettext_noop("You like it: it is chosen over others that do the same work."),
    "disliked": gettext_noop("You would rather not: it comes only where nothing else does its work."),
    "avoid_exercises": gettext_noop("You never want it: it stays out of your weeks."),
}
_CHOICES = {
    "favourites": gettext_noop("I like it"),
    "disliked": gettext_noop("Rather not"),
    NOT_NOW: gettext_noop("Not this week"),
    "avoid_exercises": gettext_noop("Never show me this"),
    "": gettext_noop("As it comes"),
}


@dataclass(frozen=True)
class OpinionTold:
    """What holds now, in a sentence, and the other choices as (mark, words)."""

    said: str
    choices: tuple[tuple[str, str], ...]


def opinion_told(runner: Runner, exercise: str) -> OpinionTold:
    """The runner's own word on an exercise."""
    mark = next((name for name in _SAID if exercise in runner.profile.get(name, ())), "")
    today = clock.now_in(runner.time_zone).date()
    rest = runner.exercise_breaks.filter(exercise=exercise, until__gt=today).first()
    said = _(_SAID[mark])
    if rest is not None and mark != "avoid_exercises":
        mark = NOT_NOW
        said = _("It rests until %(day)s.") % {"day": date_format(rest.until, "j F")}
    return OpinionTold(said, tuple((other, _(words)) for other, words in _CHOICES.items() if other != mark))
