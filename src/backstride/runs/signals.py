"""What the runs say: the longest of the month, the week's distance, cadence, shoes, surface."""

from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median

from backstride.knowledge import RuleSet
from backstride.known import Known
from backstride.runs.ran import HasRuns
from backstride.scenario import Run, Shoe


def window(known: HasRuns, until: date, days: int) -> list[Run]:
    """The runs of the days before `until`, that day left out unless it is today."""
    first = until - timedelta(days=days)
    return [
        run
        for day, runs in known.runs_by_day.items()
        if first <= day <= min(until, known.today)
        for run in runs
    ]


def longest_m(runs: Iterable[Run], rules: RuleSet) -> float | None:
    """The longest distance in metres; `None` where no run has one."""
    return max((run.distance_m for run in runs if run.distance_m and on_foot(run, rules)), default=None)


def longest_s(runs: Iterable[Run], rules: RuleSet) -> float | None:
    """The longest duration in seconds."""
    return max((run.duration_s for run in runs if run.duration_s > 0 and on_foot(run, rules)), default=None)


def mostly_measured(runs: Iterable[Run]) -> bool:
    """Whether at least half of the runs have a distance, so that distances can be compared."""
    measured = [bool(run.distance_m) for run in runs]
    return 2 * sum(measured) >= len(measured)


def was_hard(run: Run, known: HasRuns, rules: RuleSet) -> bool:
    """Whether a run was a long, quality or race run, by its kind or, where that is unknown, by its length."""
    if run.kind is not None:
        return run.kind in HARD_KINDS
    usual = [r.distance_m for r in window(known, known.today, rules.whole("run.window_days")) if r.distance_m]
    if not run.distance_m or not usual:
        return False
    return run.distance_m >= rules.number("infer.long_ratio") * median(usual)


def on_foot(run: Run, rules: RuleSet) -> bool:
    """Whether a run was no slower than a stroll on the whole: a watch left on is no long run."""
    slowest = rules.number("run.slowest_mps")
    return not run.distance_m or run.duration_s <= 0 or run.distance_m / run.duration_s >= slowest


def distance_m(known: HasRuns, first: date, last: date) -> float:
    """Metres run from `first` to `last`, both included."""
    return sum(
        run.distance_m or 0 for day, runs in known.runs_by_day.items() if first <= day <= last for run in runs
    )


def shoe_m(known: HasRuns, shoes: Iterable[Shoe]) -> dict[str, float]:
    """Metres on each pair of shoes since it is in use; pairs not in use yet are left out."""
    found = {}
    for shoe in shoes:
        if shoe.since is not None and shoe.since > known.today:
            continue
        worn = (
            run.distance_m or 0
            for day, runs in known.runs_by_day.items()
            if shoe.since is None or day >= shoe.since
            for run in runs
            if run.shoe == shoe.id
        )
        found[shoe.id] = shoe.start_m + sum(worn)
    return found


def hard_surface(known: HasRuns, rules: RuleSet) -> tuple[str, float] | None:
    """The hard surface that holds most of the month's distance, and its share; `None` if none is known."""
    runs = [run for run in window(known, known.today, rules.whole("run.month_days")) if run.distance_m]
    total = sum(run.distance_m or 0 for run in runs)
    shares: dict[str, float] = {}
    for run in runs:
        if run.surface in HARD_SURFACES:
            shares[str(run.surface)] = shares.get(str(run.surface), 0) + (run.distance_m or 0) / total
    return max(shares.items(), key=lambda item: (item[1], item[0]), default=None)


HARD_KINDS = ("long", "quality", "race")
HARD_SURFACES = ("road", "asphalt", "concrete", "pavement")


def painful_long_strides(known: Known, rules: RuleSet) -> tuple[float, float] | None:
    """Median cadence (steps/min) of painful runs and of the others, where the painful are clearly slower."""
    runs = [r for r in window(known, known.today, rules.whole("run.month_days")) if r.cadence_spm]
    limit, few = rules.number("run.cadence_pain"), rules.whole("run.cadence_runs")
    sore = [r.cadence_spm for r in runs if r.cadence_spm and (r.pain_during or 0) > limit]
    fine = [
        r.cadence_spm for r in runs if r.cadence_spm and r.pain_during is not None and r.pain_during <= limit
    ]
    if len(sore) < few or len(fine) < few:
        return None
    low, usual = median(sore), median(fine)
    return (low, usual) if low <= usual * (1 - rules.number("run.cadence_low")) else None
