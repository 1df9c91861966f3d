"""Lessons read."""

from django.utils.translation import gettext as _

from backstride.knowledge.loader import load
from backstride.web import clock
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.models import LessonRead, Runner


@command(facts=False)
def mark_lesson(runner: Runner, *, lesson: str, read: bool) -> Details:
    """Marks a lesson as read, or as not read yet.

    The week that stands is not decided anew for it: the next one points to other lessons.

    Raises:
        Refused: a lesson that nobody knows.
    """
    if lesson not in load().lessons:
        raise Refused(_("There is no such lesson."), "lesson")
    if read:
        LessonRead.objects.get_or_create(runner=runner, lesson=lesson, defaults={"at": clock.now()})
    else:
        LessonRead.objects.filter(runner=runner, lesson=lesson).delete()
    return {"lesson": lesson, "read": read}
