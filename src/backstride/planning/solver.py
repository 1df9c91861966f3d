"""Solves the week in two proven steps: first the strength days, then all else with those fixed."""

from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from backstride.decision import Solver
from backstride.knowledge import RuleSet
from backstride.planning.model import Model, build, everywhere
from backstride.planning.objective import Facts, terms
from backstride.planning.problem import Option, Place, Problem


class Unsolvable(RuntimeError):
    """The solver found no week although the empty one is always feasible; a fault of the model."""


@dataclass(frozen=True)
class Solution:
    """What stands where, how many strength days there are, each term's points, and the proof."""

    chosen: tuple[tuple[Place, Option], ...]
    strength_days: int
    points: dict[str, int]
    proof: Solver


def solve(problem: Problem, facts: Facts) -> Solution:
    """The best week, proven to the gap that the rules ask for."""
    rules = facts.rules
    model = build(problem)
    named = terms(model, problem, facts)
    most, spent = _strength_days(model, rules)
    if model.strength:
        model.cp.add(sum(model.strength.values()) == most)
    total = sum(named.values())
    model.cp.maximize(total)
    solver = _solver(rules, gap=rules.number("solver.gap"))
    status = solver.solve(model.cp)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise Unsolvable(solver.status_name(status))
    chosen = tuple((place, option) for place, option, x in everywhere(model, problem) if solver.value(x))
    objective, bound = round(solver.objective_value), round(solver.best_objective_bound)
    gap = abs(bound - objective) / max(1, abs(objective))
    proven = status == cp_model.OPTIMAL
    proof = Solver(
        status="optimal" if proven else "feasible",
        objective=objective,
        bound=bound,
        gap=round(gap, 6),
        deterministic_time=round(spent + solver.response_proto.deterministic_time, 6),
    )
    return Solution(chosen, most, {name: int(solver.value(term)) for name, term in named.items()}, proof)


def most_strength_days(problem: Problem, rules: RuleSet) -> int:
    """The most strength days that the hard rules leave room for."""
    return _strength_days(build(problem), rules)[0]


def _strength_days(model: Model, rules: RuleSet) -> tuple[int, float]:
    if not model.strength:
        return 0, 0.0
    model.cp.maximize(sum(model.strength.values()))
    solver = _solver(rules, gap=0)
    status = solver.solve(model.cp)
    if status != cp_model.OPTIMAL:
        raise Unsolvable(solver.status_name(status))
    return round(solver.objective_value), float(solver.response_proto.deterministic_time)


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
