"""H15: every fifth week, or after three ambers running, fewer sets of the same exercises."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from backstride.planning.check.case import Case, Placed
from backstride.planning.check.violation import Violation
from backstride.planning.check.weeks import week_number

RULE = "H15"


def h15(case: Case) -> Iterator[Violation]:
    """A deload is marked when, and only when, it is due, and holds less of the same."""
    week, every = week_number(case, case.start), case.rules.whole("deload.every_weeks")
    fifth = week is not None and week % every == 0
    # Inside a week decided before, days have been added since: ambers that came or went leave both open.
    ends = {case.start if case.start < case.today else date.max, date.max}
    ambers = {_ambers(case, end) for end in ends}
    trained = any(case.before_start(7) <= day <= case.before_start(1) for day, _ in case.log.sessions)
    due, allowed = fifth or ambers == {True}, fifth or True in ambers
    if due and trained and not case.deload:
        cause = f"It is week {week}" if fifth else "The last graded days are amber"
        yield Violation(RULE, "week", f"{cause}, and the week is no deload.")
    if case.deload and not allowed:
        yield Violation(RULE, "week", "The week is marked as a deload, and none is due.")
    if (due or case.deload) and trained:
        yield from _less(case)
        done = case.log.done_between(case.before_start(7), case.today)
        for p in case.placed:
            yield from _same(p, done, never=case.log.last(p.item.exercise) is None)


def _ambers(case: Case, end: date) -> bool:
    streak = case.rules.whole("deload.ambers")
    days = [day for day in case.pain.days if day < end]
    graded = [light for day in days if (light := case.pain.light(day)) is not None]
    return len(graded) >= streak and set(graded[-streak:]) == {"amber"}


def _less(case: Case) -> Iterator[Violation]:
    keep = max(case.rules.series("deload.keep"))
    before = case.log.hard_sets(case.before_start(7), case.before_start(1))
    sets = case.week_sets()
    if any(p.hard for p in case.placed) and sets > Fraction(str(keep)) * before:
        text = f"{sets} hard sets after {before} in the seven days before; {keep:.0%} is the most."
        yield Violation(RULE, "week", text)


def _same(p: Placed, done: set[str], *, never: bool) -> Iterator[Violation]:
    if never or p.item.change in ("new", "up"):
        text = f"{'Never logged before' if never else f'Marked {p.item.change}'}, in a deload."
        yield Violation(RULE, p.where, text)
    elif p.hard and p.item.exercise not in done:
        yield Violation(RULE, p.where, "It was not done in the seven days before the deload.")
