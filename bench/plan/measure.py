"""One case: the time of the decision, of building and solving its model alone, and what the checker says."""

from dataclasses import dataclass
from time import perf_counter, process_time

from bench.plan.cases import Case

from backstride.decide import decide
from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.planning import plan as planning
from backstride.planning.check import check
from backstride.planning.objective import Facts
from backstride.planning.problem import Problem
from backstride.planning.solver import Solution
from backstride.scenario import Scenario


@dataclass(frozen=True)
class Clock:
    """Milliseconds by the clock, and of the processor, which other programs do not lengthen as much."""

    ms: float
    cpu_ms: float


@dataclass(frozen=True)
class Timed:
    """A decided week: the time of decide() and of the model alone, what was solved, the faults found."""

    case: Case
    whole: Clock
    model: Clock
    faults: tuple[str, ...]
    problem: Problem
    facts: Facts
    solution: Solution

    @property
    def gap(self) -> float:
        """The proven relative gap."""
        return self.solution.proof.gap


def measure(case: Case, library: Library) -> tuple[Decision, Timed | None]:
    """The decision, and its time where a week was composed."""
    scenario = Scenario.model_validate(case.given)
    seen: list[tuple[Problem, Facts, Solution, Clock]] = []
    solve = planning.solve

    def watched(problem: Problem, facts: Facts) -> Solution:
        start = perf_counter(), process_time()
        solution = solve(problem, facts)
        seen.append((problem, facts, solution, _since(*start)))
        return solution

    planning.solve = watched  # type: ignore[assignment]
    try:
        start = perf_counter(), process_time()
        decision = decide(scenario, library)
        whole = _since(*start)
    finally:
        planning.solve = solve
    if not seen:
        return decision, None
    problem, facts, solution, model = seen[0]  # the week; what follows are its smallest changes
    faults = tuple(f"{v.rule} {v.where}: {v.text}" for v in check(scenario, decision, library))
    return decision, Timed(case, whole, model, faults, problem, facts, solution)


def _since(clock: float, cpu: float) -> Clock:
    return Clock(1000 * (perf_counter() - clock), 1000 * (process_time() - cpu))
