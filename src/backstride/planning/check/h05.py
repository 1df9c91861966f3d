"""H5: after an easy run up to a quarter of an hour, with strength at least ten minutes; else mobility."""

from collections.abc import Iterator

from backstride.planning.check.case import Case
from backstride.planning.check.log import MOBILITY
from backstride.planning.check.placing import total_seconds, wrong_place
from backstride.planning.check.violation import Violation
from backstride.terms import RUN_KINDS

RULE = "H5"


def h05(case: Case) -> Iterator[Violation]:
    """What a `post_run` holds and how long it is, by the kind of the day's run."""
    shortest, longest = case.rules.series("slot.post_run_easy_strength_s")
    longest_hard = case.rules.number("slot.post_run_hard_s")
    for day, session, items in case.sessions("post_run"):
        yield from wrong_place(case, RULE, day, session, RUN_KINDS)
        where, kind = f"{day} post_run", case.kind(day)
        seconds = total_seconds(case, day, session)
        most = longest if kind == "easy" else longest_hard
        if seconds > most:
            text = f"It takes {seconds} s after a run that is {kind}; {most:.0f} s is the most."
            yield Violation(RULE, where, text)
        if kind == "easy":
            if seconds < shortest and any(p.exercise.quality == "strength" for p in items):
                text = f"It holds strength and takes {seconds} s; at least {shortest:.0f} s are wanted."
                yield Violation(RULE, where, text)
            continue
        for p in items:
            if p.exercise.quality not in MOBILITY:
                text = f"{p.exercise.quality} after a run that is {kind}; only mobility is allowed."
                yield Violation(RULE, p.where, text)
