"""Solves the week in three proven steps: the strength days, then hard work, then all else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from backstride.decision import Solver
from backstride.knowledge import RuleSet
from backstride.planning.model import Model, build, everywhere, strength_of_week
from backstride.planning.objective import Facts, day_terms, hard_terms, is_hard, other_terms
from backstride.planning.problem import Option, Place, Problem


class Unsolvable(RuntimeError):
    """The solver found no week although the empty one is always feasible; a fault of the model."""


@dataclass(frozen=True)
class Step:
    """One solved step: its objective and proven bound in points, and the solver that holds the values."""

    solver: Any
    objective: int
    bound: int
    optimal: bool

    @property
    def gap(self) -> float:
        """The relative gap that is left."""
        return abs(self.bound - self.objective) / max(1, abs(self.objective))


@dataclass(frozen=True)
class Solution:
    """What stands where, the strength days of this week still to come, each term's points, the proof."""

    chosen: tuple[tuple[Place, Option], ...]
    strength_days: int
    points: dict[str, int]
    proof: Solver


def solve(problem: Problem, facts: Facts) -> Solution:
    """The best week, each step proven to the gap that the rules ask for."""
    rules = facts.rules
    gap = rules.number("solver.gap")
    model = build(problem)
    days = _step(model, rules, day_terms(model, problem, facts), 0)
    strength_days = sum(int(days.solver.value(flag)) for flag in strength_of_week(model, problem))
    for flag in [*model.strength.values(), *model.counted.values()]:
        model.cp.add(flag == int(days.solver.value(flag)))
    hard_named = hard_terms(model, problem, facts)
    hard = _step(model, rules, sum(hard_named.values()), gap)
    points = _points(hard, hard_named)
    for _, option, x in everywhere(model, problem):
        if is_hard(option):
            model.cp.add(x == int(hard.solver.value(x)))
    other_named = other_terms(model, problem, facts)
    other = _step(model, rules, sum(other_named.values()), gap)
    points |= _points(other, other_named)
    chosen = tuple(
        (place, option) for place, option, x in everywhere(model, problem) if other.solver.value(x)
    )
    return Solution(chosen, strength_days, points, _proof(days, hard, other))


def most_strength_days(problem: Problem, rules: RuleSet) -> int:
    """The most strength days that the hard rules leave room for."""
    model = build(problem)
    return _step(model, rules, sum(strength_of_week(model, problem)), 0).objective


def _step(model: Model, rules: RuleSet, objective: Any, gap: float) -> Step:
    model.cp.clear_objective()
    model.cp.maximize(objective)
    solver = _solver(rules, gap=gap)
    status = solver.solve(model.cp)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise Unsolvable(solver.status_name(status))
    return Step(
        solver,
        round(solver.objective_value),
        round(solver.best_objective_bound),
        status == cp_model.OPTIMAL,
    )


def _points(step: Step, named: Mapping[str, Any]) -> dict[str, int]:
    return {name: int(step.solver.value(term)) for name, term in named.items()}


def _proof(days: Step, hard: Step, other: Step) -> Solver:
    """The proof of the two steps in points; the strength days are proven outright."""
    steps = (days, hard, other)
    time = sum(step.solver.response_proto.deterministic_time for step in steps)
    return Solver(
        status="optimal" if all(step.optimal for step in steps) else "feasible",
        objective=hard.objective + other.objective,
        bound=hard.bound + other.bound,
        gap=round(max(hard.gap, other.gap), 6),
        deterministic_time=round(time, 6),
    )


def _solver(rules: RuleSet, *, gap: float) -> Any:
    solver = cp_model.CpSolver()
    p = solver.parameters
    # One worker, a fixed seed and deterministic time: the same week on every machine, however loaded.
    p.num_workers = 1
    p.random_seed = 1
    p.linearization_level = 2
    p.relative_gap_limit = gap
    p.max_deterministic_time = rules.number("solver.deterministic_time")
    return solver
