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
    """What holds for the whole week.

    `hard_sets` is (least aimed at, most allowed) of what is still ahead; most `None`: no limit.
    `rest_of_week` is (days left of the week that a replan falls into, most hard sets in them).
    """

    first_week: bool
    low_load_week: bool
    deload: bool
    may_progress: bool
    why_not: str | None
    hard_sets: tuple[int, int | None]
    rest_of_week: tuple[int, int | None]
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
    first, last = known.week_start - timedelta(days=WEEK), known.today - timedelta(days=1)
    before = _week_sets(known, library, log, 1)
    trained = any(first <= day <= last for day in known.sessions_by_day)
    deload = trained and (lights.ambers_in_a_row or _fifth_week(known, rules))
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
    least, most = (
        (ceil(keep[0] * before), floor(keep[1] * before + 1e-9))
        if deload
        else (0, allowed_hard_sets(known, library, rules, log))
    )
    done = hard_sets(log, library, known.today, known.today)  # part of this week already
    since = hard_sets(log, library, known.week_start, known.today)
    return Phase(
        first_week=all(day >= known.week_start for day in known.sessions_by_day),
        low_load_week=tier == "soon",
        deload=deload,
        may_progress=why_not is None,
        why_not=why_not,
        hard_sets=(max(0, least - done), None if most is None else max(0, most - done)),
        rest_of_week=(
            WEEK - known.days_ago(known.week_start),
            None if most is None else max(0, most - since),
        ),
        last_week=frozenset(
            exercise for exercise, rows in log.items() if any(first <= row.day <= last for row in rows)
        ),
    )


def allowed_hard_sets(
    known: Known, library: Library, rules: RuleSet, log: Mapping[str, tuple[Entry, ...]]
) -> int | None:
    """The most hard sets that the growth of a week allows; `None` where no past week sets a limit."""
    share = rules.number("progress.hard_sets_growth")
    back = rules.whole("progress.look_back_days") // WEEK
    week, latest = next(
        ((n, sets) for n in range(1, back + 1) if (sets := _week_sets(known, library, log, n)) > 0), (0, 0)
    )
    if latest == 0:
        return None
    allowed = _grown(latest, share)
    if allowed > latest:
        return allowed
    # Too few sets for a fifth to make a whole one: what rounding took away adds up, week by week, to one set.
    owed = latest
    for n in itertools.count(week + 1):
        sets = _week_sets(known, library, log, n)
        if sets == 0 or _grown(sets, share) > sets:
            break
        owed += sets
    return latest + min(1, floor(share * owed + 1e-9))


def _grown(sets: int, share: float) -> int:
    return floor(sets * (1 + share) + 1e-9)


def _week_sets(known: Known, library: Library, log: Mapping[str, tuple[Entry, ...]], back: int) -> int:
    first = known.week_start - timedelta(days=WEEK * back)
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
