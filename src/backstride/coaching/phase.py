"""Where the runner stands in the longer run of weeks: a deload, a gap, how many hard sets are allowed."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil, floor

from backstride.coaching.light import Lights
from backstride.coaching.logs import Entry, hard_sets
from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.terms import Tier

WEEK = 7


@dataclass(frozen=True)
class Phase:
    """What holds for the whole week. `hard_sets` is (least aimed at, most allowed); most `None`: no limit."""

    first_week: bool
    low_load_week: bool
    deload: bool
    may_progress: bool
    why_not: str | None
    hard_sets: tuple[int, int | None]
    last_week: frozenset[str]


def phase(
    known: Known,
    library: Library,
    rules: RuleSet,
    log: Mapping[str, tuple[Entry, ...]],
    lights: Lights,
    tier: Tier,
) -> Phase:
    """The phase of this week, from the log, the lights and the tier."""
    first, last = known.today - timedelta(days=WEEK), known.today - timedelta(days=1)
    before = _week_sets(known, library, log, 1)
    deload = before > 0 and (lights.ambers_in_a_row or _fifth_week(known, rules))
    why_not = (
        "soon"
        if tier != "self_care"
        else "deload"
        if deload
        else "paused"
        if lights.paused
        else "low_load"
        if lights.low_load
        else None
    )
    keep = rules.series("deload.keep")
    return Phase(
        first_week=not known.sessions,
        low_load_week=tier == "soon",
        deload=deload,
        may_progress=why_not is None,
        why_not=why_not,
        hard_sets=(ceil(keep[0] * before), floor(keep[1] * before + 1e-9))
        if deload
        else (0, allowed_hard_sets(known, library, rules, log)),
        last_week=frozenset(
            exercise for exercise, rows in log.items() if any(first <= row.day <= last for row in rows)
        ),
    )


def allowed_hard_sets(
    known: Known, library: Library, rules: RuleSet, log: Mapping[str, tuple[Entry, ...]]
) -> int | None:
    """The most hard sets that the growth of a week allows; `None` where no past week sets a limit."""
    growth = 1 + rules.number("progress.hard_sets_growth")
    back = rules.whole("progress.look_back_days") // WEEK
    weeks = [_week_sets(known, library, log, n) for n in range(1, back + 1)]
    latest = next((sets for sets in weeks if sets > 0), 0)
    if latest == 0:
        return None
    allowed = floor(latest * growth + 1e-9)
    if allowed > latest:
        return allowed
    # Too few sets for a fifth to make a whole one: what rounding took away in earlier weeks counts.
    grown = [floor(sets * growth**n + 1e-9) for n, sets in enumerate(weeks, start=1) if 0 < sets <= latest]
    return max([allowed, *grown])


def _week_sets(known: Known, library: Library, log: Mapping[str, tuple[Entry, ...]], back: int) -> int:
    first = known.today - timedelta(days=WEEK * back)
    return hard_sets(log, library, first, first + timedelta(days=WEEK - 1))


def _fifth_week(known: Known, rules: RuleSet) -> bool:
    days = sorted(known.sessions_by_day)
    if not days:
        return False
    start = days[0]
    restart = rules.whole("gap.restart_days")
    for earlier, later in itertools.pairwise(days):
        if (later - earlier).days >= restart:
            start = later
    week = known.days_ago(start) // WEEK + 1
    return week % rules.whole("deload.every_weeks") == 0


def gap(known: Known, rows: tuple[Entry, ...]) -> int:
    """Days since an exercise was last done."""
    return known.days_ago(max(row.day for row in rows))
