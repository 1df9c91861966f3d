"""The signal of the time of day: when the runner usually starts, to place back work by."""

from collections.abc import Iterator
from math import floor

from backstride.knowledge import RuleSet
from backstride.runs.ran import Ran
from backstride.runs.signals import window
from backstride.runs.signals_heard import Heard
from backstride.scenario import Run

HOUR = 60  # minutes
DAY = 24 * HOUR
QUARTER = 15


def clock(ran: Ran, rules: RuleSet) -> Iterator[Heard]:
    """The usual start, in hours of the day by the clock of `now`: the start that lies nearest to all others.

    `None` where too few of the month's runs start around it. Midnight parts nothing: 23:50 is near 00:10.
    """
    starts = sorted(_minutes(ran, run) for run in window(ran, ran.today, rules.whole("run.month_days")))
    if len(starts) < rules.whole("infer.min_runs"):
        return
    usual = min(starts, key=lambda start: (sum(_apart(start, other) for other in starts), start))
    hours = rules.number("run.clock_hours")
    near = sum(_apart(usual, start) <= hours * HOUR for start in starts)
    values: dict[str, float] = {"near": near, "runs": len(starts)}
    if near < rules.number("run.clock_share") * len(starts):
        yield Heard(
            "clock", "R8", "run.clock_hours", "h", None, "signal.clock_varied", {"runs": len(starts)}, values
        )
        return
    early = usual < rules.number("run.early_hour") * HOUR
    parameter = "run.early_hour" if early else "run.clock_hours"
    message = "signal.clock_early" if early else "signal.clock"
    fills = {"time": _told(usual), "near": near, "runs": len(starts), "hours": f"{hours:g}"}
    yield Heard("clock", "R8", parameter, "h", round(usual / HOUR, 2), message, fills, values)


def _minutes(ran: Ran, run: Run) -> int:
    start = ran.at(run)
    return start.hour * HOUR + start.minute


def _apart(one: int, other: int) -> int:
    """Minutes between two times of day, the short way round."""
    apart = abs(one - other)
    return min(apart, DAY - apart)


def _told(minutes: int) -> str:
    """To the quarter of an hour."""
    nearest = floor(minutes / QUARTER + 0.5) * QUARTER % DAY
    return f"{nearest // HOUR:02}:{nearest % HOUR:02}"
