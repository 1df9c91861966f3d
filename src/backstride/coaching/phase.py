"""Where the runner stands in the longer run of weeks: a deload, a gap, how many hard sets are allowed."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor

from backstride.coaching.light import Lights
from backstride.coaching.logs import Entry, hard_sets
from backstride.knowledge import Library, RuleSet
from backstride.known import WEEK, Known
from backstride.terms import Tier


@dataclass(frozen=True)
class Phase:
    """What holds for the whole week.

    `hard_sets` are the most of the seven days ahead, `hard_sets_left` the most of the `week_left` days of the
    week that a replan falls into; `None`: no limit.
    """

    first_week: bool
    low_load_week: bool
    deload: bool
    may_progress: bool
    hard_sets: int | None
    week_left: int
    hard_sets_left: int | None
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
    deload = trained and (lights.ambers_in_a_row or _fifth_week(known, rules, known.week_start))
    most = (
        floor(rules.series("deload.keep")[1] * before + 1e-9)
        if deload
        else allowed_hard_sets(known, library, rules, log)
    )
    today = hard_sets(log, library, known.today, known.today)  # part of this week already
    since = hard_sets(log, library, known.week_start, known.today)
    return Phase(
        first_week=all(day >= known.week_start for day in known.sessions_by_day),
        low_load_week=tier == "soon",
        deload=deload,
        may_progress=tier == "self_care" and not (deload or lights.paused or lights.low_load),
        hard_sets=None if most is None else max(0, most - today),
        week_left=WEEK - known.days_ago(known.week_start),
        hard_sets_left=None if most is None else max(0, most - since),
        last_week=frozenset(
            exercise for exercise, rows in log.items() if any(first <= row.day <= last for row in rows)
        ),
    )


def allowed_hard_sets(
    known: Known, library: Library, rules: RuleSet, log: Mapping[str, tuple[Entry, ...]]
) -> int | None:
    """The most hard sets that the growth of a week allows; `None` where no past week sets a limit.

    Going back to the best of the last weeks is no growth: whoever misses a session may catch up with it.
    """
    grown = _grown_from_last_week(known, library, rules, log)
    weeks = range(1, rules.whole("progress.look_back_days") // WEEK + 1)
    best = max(_week_sets(known, library, log, n) for n in weeks)
    return None if grown is None else max(grown, best)


def _grown_from_last_week(
    known: Known, library: Library, rules: RuleSet, log: Mapping[str, tuple[Entry, ...]]
) -> int | None:
    share = rules.number("progress.hard_sets_growth")
    back = rules.whole("progress.look_back_days") // WEEK
    trained = [n for n in range(1, back + 1) if _week_sets(known, library, log, n) > 0]
    # A deload was meant to be less, so the week before it is what growth is measured against.
    usual = [n for n in trained if not _fifth_week(known, rules, known.week_start - timedelta(days=WEEK * n))]
    week = next(iter(usual or trained), 0)
    latest = _week_sets(known, library, log, week) if week else 0
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


def _fifth_week(known: Known, rules: RuleSet, day: date) -> bool:
    """Whether the week that begins on `day` is a fifth one since the first session after a long gap."""
    days = sorted(done for done in known.sessions_by_day if done < day)
    restart = rules.whole("gap.restart_days")
    if not days or (day - days[-1]).days >= restart:
        return False  # the first session after the gap is still to come
    start = days[0]
    for earlier, later in itertools.pairwise(days):
        if (later - earlier).days >= restart:
            start = later
    return ((day - start).days // WEEK + 1) % rules.whole("deload.every_weeks") == 0


def gap(known: Known, rows: tuple[Entry, ...]) -> int:
    """Days since an exercise was last done."""
    return known.days_ago(max(row.day for row in rows))
