"""The signal of cadence: recent runs against the runner's own earlier ones at the same pace."""

from collections.abc import Iterator, Sequence
from statistics import median

from backstride.knowledge import RuleSet
from backstride.runs.ran import Ran
from backstride.runs.signals import on_foot
from backstride.runs.signals_heard import Heard, percent
from backstride.scenario import Run

Step = tuple[float, float]  # metres a second, steps a minute


def cadence(ran: Ran, rules: RuleSet) -> Iterator[Heard]:
    """How much quicker (above 0) or slower the recent steps came than the own usual at the same pace.

    Each recent run is held against the median of earlier runs within the pace band, and the median of these
    differences is told. With too few runs on either side it cannot be told; without any cadence nothing is.
    """
    recent_days, few = rules.whole("run.recent_days"), rules.whole("run.cadence_runs")
    recent = _steps(ran.of_days(recent_days), rules)
    earlier = _steps(ran.of_days(rules.whole("run.usual_days"), ago=recent_days), rules)
    if not recent:
        return
    compared = [
        (steps, median(alike))
        for speed, steps in recent
        for alike in [_alike(speed, earlier, rules.number("run.pace_band"))]
        if len(alike) >= few
    ]
    values: dict[str, float] = {"recent": len(recent), "compared": len(compared)}
    if len(compared) < few:
        yield Heard(
            "cadence", "R4", "run.cadence_low", "1", None, "signal.cadence_unknown", {"few": few}, values
        )
        return
    change = round(median(steps / usual - 1 for steps, usual in compared), 4)
    now, usual = median(steps for steps, _ in compared), median(usual for _, usual in compared)
    clear = abs(change) >= rules.number("run.cadence_low")
    slow = clear and change < 0
    message = "signal.cadence_slow" if slow else "signal.cadence_quick" if clear else "signal.cadence"
    fills = {"share": percent(abs(change)), "now": round(now), "usual": round(usual)}
    values |= {"now_spm": now, "usual_spm": usual}
    yield Heard("cadence", "R4", "run.cadence_low", "1", change, message, fills, values, note=slow)


def _steps(runs: Sequence[Run], rules: RuleSet) -> list[Step]:
    return [
        (run.distance_m / run.duration_s, run.cadence_spm)
        for run in runs
        if run.distance_m and run.duration_s > 0 and run.cadence_spm and on_foot(run, rules)
    ]


def _alike(speed: float, steps: Sequence[Step], band: float) -> list[float]:
    return [cadence for other, cadence in steps if abs(other / speed - 1) <= band]
