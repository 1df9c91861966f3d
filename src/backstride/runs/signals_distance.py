"""Signals of distance: the longest run, the planned against it, the week, its rise, the days since."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from backstride.decision import RunAdvice
from backstride.knowledge import RuleSet
from backstride.known import WEEK
from backstride.runs.ran import Ran
from backstride.runs.signals import longest_m, longest_s, mostly_measured, window
from backstride.runs.signals_heard import Heard, all_measured, km, percent, total_m


def longest(ran: Ran, rules: RuleSet) -> Iterator[Heard]:
    """The longest run of the days that a run of tomorrow is compared with, in m or, without distances, s."""
    days = rules.whole("run.window_days")
    recent = window(ran, ran.today + timedelta(days=1), days)
    by_distance = mostly_measured(recent)
    found = longest_m(recent, rules) if by_distance else longest_s(recent, rules)
    if found:
        shown = f"{km(found)} km" if by_distance else f"{found / 60:.0f} min"
        fills = {"days": days, "longest": shown}
        unit = "m" if by_distance else "s"
        yield Heard("longest", "R1", "run.window_days", unit, found, "signal.longest", fills)


def ratios(advice: Iterable[RunAdvice], rules: RuleSet) -> Iterator[Heard]:
    """Each planned run over the longest before it, as its advice has it."""
    most = rules.series("run.ratio_bands")[0]
    fills = {"days": rules.whole("run.window_days")}
    for line in advice:
        if line.ratio is not None:
            held = line.offer_m is not None or line.offer_s is not None
            yield Heard(
                "ratio",
                "R1",
                "run.ratio_bands",
                "1",
                line.ratio,
                "signal.ratio",
                fills | {"ratio": line.ratio},
                note=held or line.ratio > most,
                day=line.day,
            )


def week(ran: Ran, rules: RuleSet) -> Iterator[Heard]:
    """Metres of the last seven days, and their rise over the same days some weeks before.

    The rise needs a distance on every run of both, for one that was not measured would pass for a change.
    """
    weeks = rules.whole("run.weekly_rise_weeks")
    last, before = ran.of_days(WEEK), ran.of_days(WEEK, ago=WEEK * weeks)
    metres = total_m(last)
    if metres is None:
        return
    measured = sum(bool(run.distance_m) for run in last)
    part = "signal.week" if measured == len(last) else "signal.week_part"
    fills = {"days": WEEK, "km": km(metres), "measured": measured, "runs": len(last)}
    counted = {"measured": measured, "runs": len(last)}
    yield Heard("week", "R2", "run.weekly_rise_weeks", "m", metres, part, fills, counted)
    earlier = total_m(before)
    if earlier is None or not (all_measured(last) and all_measured(before)):
        return
    rise = round(metres / earlier - 1, 4)
    note = rise > rules.number("run.weekly_rise")
    more = "signal.rise_note" if note else "signal.rise" if rise >= 0 else "signal.fall"
    told = {"share": percent(abs(rise)), "weeks": weeks, "before": km(earlier)}
    values = {"last_m": metres, "before_m": earlier}
    yield Heard("rise", "R2", "run.weekly_rise", "1", rise, more, told, values, note=note)


def since(ran: Ran, rules: RuleSet) -> Iterator[Heard]:
    """Days since the last run; nothing where none is known."""
    if not ran.runs_by_day:
        return
    days = (ran.today - max(ran.runs_by_day)).days
    long = days >= rules.whole("run.window_days")
    told = "signal.since_long" if long else {0: "signal.since_today", 1: "signal.since_yesterday"}.get(days)
    message = told or "signal.since"
    yield Heard("since", "R3", "run.window_days", "days", days, message, {"days": days}, note=long)
