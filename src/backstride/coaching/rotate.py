"""Accessories that have stood long enough: mobility done in each of the last weeks rests in this one."""

from collections.abc import Mapping

from backstride.coaching.logs import HARD, Entry
from backstride.coaching.phase import Phase
from backstride.knowledge import Library, RuleSet
from backstride.known import WEEK, Known


def resting(
    known: Known, library: Library, rules: RuleSet, log: Mapping[str, tuple[Entry, ...]], phase: Phase
) -> frozenset[str]:
    """The accessories that were done in every one of the last weeks; none in a deload, which keeps the same.

    An accessory is an exercise that is not strength or activation work. Weeks end where this one starts, so
    that a replan inside it finds the same.
    """
    if phase.deload:
        return frozenset()
    weeks = set(range(1, rules.whole("rotate.weeks") + 1))
    start = known.week_start.toordinal()
    return frozenset(
        exercise
        for exercise, rows in log.items()
        if library.exercises[exercise].quality not in HARD
        and weeks <= {-((row.day.toordinal() - start) // WEEK) for row in rows}
    )
