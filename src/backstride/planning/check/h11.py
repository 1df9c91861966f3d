"""H11: a minute of static stretching for a muscle in a session, ten in a week."""

from collections import Counter
from collections.abc import Iterator

from backstride.knowledge.dose import static_seconds
from backstride.planning.check.case import Case, Placed
from backstride.planning.check.violation import Violation
from backstride.terms import SLOTS

RULE = "H11"


def h11(case: Case) -> Iterator[Violation]:
    """The held seconds of each muscle, one side counted, by session and over the planned week."""
    most, most_week = case.rules.number("stretch.session_s"), case.rules.number("stretch.week_s")
    week: Counter[str] = Counter()
    for day, session, items in case.sessions(*SLOTS):
        held = _held(items)
        week.update(held)
        for muscle, seconds in held.items():
            if seconds > most:
                text = f"{muscle} is stretched for {seconds} s; {most:.0f} s is the most in a session."
                yield Violation(RULE, f"{day} {session.slot}", text)
    for muscle, seconds in week.items():
        if seconds > most_week:
            text = f"{muscle} is stretched for {seconds} s in the week; {most_week:.0f} s is the most."
            yield Violation(RULE, "week", text)


def _held(items: list[Placed]) -> Counter[str]:
    held: Counter[str] = Counter()
    for p in items:
        if p.exercise.quality == "static_mobility":
            # A stretch that is given as a stretch of time is held for all of it.
            seconds = static_seconds(p.item) or p.item.sets * (p.item.duration_s or 0)
            for muscle in p.exercise.stretches:
                held[muscle] += seconds
    return held
