"""The same model handed to the solver at its default settings, to the same gap, and how long it takes."""

from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

from bench.plan.measure import Timed
from ortools.sat.python import cp_model

from backstride.planning.contribution import HARD_TERMS, OTHER_TERMS
from backstride.planning.model import build
from backstride.planning.objective import day_terms, hard_terms, other_terms
from backstride.planning.solver import solve

CAP_S = 10.0  # seconds of the clock for each week; what takes longer counts as that long
_DAYS, _HARD = 10**6, 20  # weights that keep the order of the steps: days, hard work, all else


@dataclass(frozen=True)
class Compared:
    """Milliseconds of the planner and of the reference for the same weeks, and how many it did not prove."""

    title: str
    ours_ms: list[float]
    theirs_ms: list[float]
    capped: int

    @property
    def ratio(self) -> float:
        """The median over the weeks of how many times faster the planner is."""
        return median(b / a for a, b in zip(self.ours_ms, self.theirs_ms, strict=True))


def compared(timed: list[Timed], workers: int | None) -> Compared:
    """Each week as one model with one weighted sum; `workers` of `None` leaves them to the solver."""
    ours, theirs, capped = [], [], 0
    for one in timed:
        start = perf_counter()
        solve(one.problem, one.facts)
        ours.append(1000 * (perf_counter() - start))
        start = perf_counter()
        capped += not _solved(one, workers)
        theirs.append(1000 * (perf_counter() - start))
    title = "its default workers" if workers is None else f"{workers} worker"
    return Compared(title, ours, theirs, capped)


def _solved(one: Timed, workers: int | None) -> bool:
    """Builds and solves the week; whether the gap was proven in time."""
    model = build(one.problem)
    steps: list[Any] = [
        day_terms(model, one.problem, one.facts),
        sum(hard_terms(model, one.problem, one.facts).values()),
        sum(other_terms(model, one.problem, one.facts).values()),
    ]
    model.cp.maximize(_DAYS * steps[0] + _HARD * steps[1] + steps[2])
    points = one.solution.points
    hard, other = sum(points[t] for t in HARD_TERMS), sum(points[t] for t in OTHER_TERMS)
    solver = cp_model.CpSolver()
    # The same gap in points: one of the sum would be met by the days alone, which weigh most.
    gap = one.facts.rules.number("solver.gap")
    solver.parameters.absolute_gap_limit = max(1.0, gap * (_HARD * abs(hard) + abs(other)))
    solver.parameters.max_time_in_seconds = CAP_S
    if workers is not None:
        solver.parameters.num_workers = workers
    return bool(solver.solve(model.cp) == cp_model.OPTIMAL)
