"""A routine instead of a composed week."""

from django.utils.translation import gettext as _

from backstride.knowledge.loader import load
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.commands.runner import checked_profile
from backstride.web.models import Runner


@command(facts=True)
def follow_routine(runner: Runner, *, routine: str | None) -> Details:
    """Weeks follow that routine as its article wrote it; None has them composed again.

    Raises:
        Refused: a routine that nobody knows.
    """
    if routine is not None and routine not in load().routines:
        raise Refused(_("There is no such routine."), "routine")
    runner.profile = checked_profile({**runner.profile, "routine": routine})
    runner.save(update_fields=["profile"])
    return {"routine": routine}
