"""Weeks of training, counted from the first session after a long gap."""

from datetime import date
from itertools import pairwise

from backstride.planning.check.case import Case


def week_number(case: Case, start: date) -> int | None:
    """The number of the week that starts on a day, from 1 at the first session after the last long gap."""
    long = case.rules.whole("gap.restart_days")
    days = [day for day, _ in case.log.sessions if day < start]
    if not days or (start - days[-1]).days >= long:
        return None
    first = days[0]
    for before, after in pairwise(days):
        if (after - before).days >= long:
            first = after
    return (start - first).days // 7 + 1
