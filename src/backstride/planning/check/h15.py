"""H15: every fifth week, or after three ambers running, fewer sets of the same exercises."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from backstride.planning.check.case import Case, Placed
from backstride.planning.check.violation import Violation

RULE = "H15"


def h15(case: Case) -> Iterator[Violation]:
    """A deload is marked when, and only when, it is due, and holds less of the same."""
    cause = _cause(case)
    trained = any(case.back(7) <= day <= case.back(1) for day, _ in case.log.sessions)
    if cause and trained and not case.deload:
        yield Violation(RULE, "week", f"{cause}, and the week is no deload.")
    if case.deload and not cause:
        yield Violation(RULE, "week", "The week is marked as a deload, and none is due.")
    if (cause or case.deload) and trained:
        yield from _less(case)
        done = case.log.done_between(case.back(7), case.today)
        for p in case.placed:
            yield from _same(p, done, never=case.log.last(p.item.exercise) is None)


def _cause(case: Case) -> str | None:
    every, streak = case.rules.whole("deload.every_weeks"), case.rules.whole("deload.ambers")
    week = _week_number(case)
    if week is not None and week % every == 0:
        return f"It is week {week}"
    graded = [light for day in case.pain.days if (light := case.pain.light(day)) is not None]
    if len(graded) >= streak and set(graded[-streak:]) == {"amber"}:
        return f"The last {streak} graded days are amber"
    return None


def _week_number(case: Case) -> int | None:
    """The week that today lies in, counted from the first session after the last long gap, from 1."""
    long = case.rules.whole("gap.restart_days")
    days = [day for day, _ in case.log.sessions]
    if not days or (case.today - days[-1]).days >= long:
        return None
    start = days[0]
    for before, after in pairwise(days):
        if (after - before).days >= long:
            start = after
    return (case.today - start).days // 7 + 1


def _less(case: Case) -> Iterator[Violation]:
    keep = max(case.rules.series("deload.keep"))
    before, sets = case.last_week_sets(), case.week_sets()
    if any(p.hard for p in case.placed) and sets > Fraction(str(keep)) * before:
        text = f"{sets} hard sets after {before} in the seven days before; {keep:.0%} is the most."
        yield Violation(RULE, "week", text)


def _same(p: Placed, done: set[str], *, never: bool) -> Iterator[Violation]:
    if never or p.item.change in ("new", "up"):
        text = f"{'Never logged before' if never else f'Marked {p.item.change}'}, in a deload."
        yield Violation(RULE, p.where, text)
    elif p.hard and p.item.exercise not in done:
        yield Violation(RULE, p.where, "It was not done in the seven days before the deload.")
