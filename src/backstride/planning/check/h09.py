"""H9: few exercises in a session, and few that are new."""

from collections.abc import Iterator

from backstride.planning.check.case import Case
from backstride.planning.check.placing import total_seconds
from backstride.planning.check.violation import Violation
from backstride.terms import SLOTS

RULE = "H9"


def h09(case: Case) -> Iterator[Violation]:
    """The number of exercises by the session's length, and of those never logged before."""
    few, many = case.rules.series("session.exercises")
    first_week = all(day >= case.start for day, _ in case.log.sessions)
    most_new = case.rules.whole("session.new_first_week" if first_week else "session.new")
    for day, session, _ in case.sessions(*SLOTS):
        seconds = total_seconds(case, day, session)
        most = few if seconds <= case.rules.number("session.short_s") else many
        exercises = {item.exercise for item in session.items}
        where = f"{day} {session.slot}"
        if len(exercises) > most:
            text = f"{len(exercises)} exercises in {seconds} s; {most:.0f} is the most."
            yield Violation(RULE, where, text)
        new = sorted(exercise for exercise in exercises if case.log.last(exercise) is None)
        if len(new) > most_new:
            text = f"{len(new)} exercises never logged before ({', '.join(new)}); {most_new} is the most."
            yield Violation(RULE, where, text)
