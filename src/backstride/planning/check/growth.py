"""How many hard sets the week may hold after those before it."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from itertools import takewhile
from math import floor

from backstride.planning.check.case import Case
from backstride.planning.check.weeks import week_number


def growth(case: Case) -> Iterator[str]:
    """A sentence when the week holds more hard sets than the weeks before allow."""
    limit = most_hard_sets(case)
    sets = case.week_sets()
    if limit is not None and sets > limit and any(p.hard for p in case.placed):
        yield f"{sets} hard sets in the week; {limit} is the most after those logged before."


def most_hard_sets(case: Case) -> int | None:
    """The most hard sets of the week, today's logged ones included; `None`: nothing limits them."""
    share = Fraction(str(case.rules.number("progress.hard_sets_growth")))
    weeks = case.log.weeks_back(case.start)
    weeks_back = case.rules.whole("progress.look_back_days") // 7
    trained = [k for k, sets in enumerate(weeks[:weeks_back]) if sets]
    if not trained:
        return None
    full = [k for k in trained if not _deloaded(case, k)]
    held = (full or trained)[0]
    sets = weeks[held]
    most = floor(sets * (1 + share))
    if most == sets:
        # Too few sets for a fifth to make a whole one: growth adds up over the weeks until it does.
        earlier = takewhile(lambda w: w > 0 and floor(w * (1 + share)) == w, weeks[held + 1 :])
        most += floor(min(Fraction(1), share * (sets + sum(earlier))))
    # What was done in one of these weeks already is no growth.
    return max(most, *weeks[:weeks_back])


def _deloaded(case: Case, weeks_ago: int) -> bool:
    """Was the week that ended so many weeks before this one a fifth week?"""
    began = case.start - timedelta(days=7 * weeks_ago + 7)
    week = week_number(case, began)
    return week is not None and week % case.rules.whole("deload.every_weeks") == 0
