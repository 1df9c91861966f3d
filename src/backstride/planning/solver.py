"""Solves the week in three proven steps: the strength days, then hard work, then all else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ortools.sat.python import cp_model

from backstride.decision import Solver
from backstride.knowledge import RuleSet
from backstride.planning.contribution import HARD_TERMS, OTHER_TERMS, STRENGTH, points
from backstride.planning.model import Model, build, everywhere, strength_of_week
from backstride.planning.narrow import for_days, for_hard, for_rest
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

    def value(self, term: Any) -> int:
        """The value of a variable or a linear expression."""
        return int(self.solver.value(term))

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


def solve(
    problem: Problem, facts: Facts, demand: Callable[[Model, Problem], object] | None = None
) -> Solution:
    """The best week, each step proven to the gap that the rules ask for.

    `demand` may add to the model what the week shall hold beside; it must be possible.
    """
    rules, whole = facts.rules, demand is not None
    gap = rules.number("solver.gap")

    def built(narrowed: Problem) -> Model:
        model = build(narrowed)
        if demand is not None:
            demand(model, narrowed)
        return model

    first = problem if whole else for_days(problem)
    model = built(first)
    days = _step(model, rules, day_terms(model, first, facts), 0)
    strength = {index: days.value(flag) for index, flag in model.strength.items()}
    counted = {index: days.value(flag) for index, flag in model.counted.items()}
    strength_days = sum(days.value(flag) for flag in strength_of_week(model, first))

    second = problem if whole else for_hard(problem)
    model = built(second)
    _fix(model, model.strength, strength)
    _fix(model, model.counted, counted)
    hard = _step(model, rules, sum(hard_terms(model, second, facts).values()), gap)
    settled = [(p, o) for p, o, x in everywhere(model, second) if is_hard(o) and hard.value(x)]

    third = problem if whole else for_rest(problem, facts, settled)
    model = built(third)
    stands = {(place.name, option.exercise.id, option.dose.level) for place, option in settled}
    for place, option, x in everywhere(model, third):
        if is_hard(option):
            model.cp.add(x == int((place.name, option.exercise.id, option.dose.level) in stands))
    other = _step(model, rules, sum(other_terms(model, third, facts).values()), gap)
    places = {place.name: place for place in problem.places}
    chosen = tuple(
        (places[place.name], option) for place, option, x in everywhere(model, third) if other.value(x)
    )
    got = {term: value for term, value in points(problem, facts, chosen).items() if term != STRENGTH}
    hard = replace(hard, objective=sum(got[term] for term in HARD_TERMS))
    other = replace(other, objective=sum(got[term] for term in OTHER_TERMS))
    return Solution(chosen, strength_days, got, _proof(days, hard, other))


def most_strength_days(problem: Problem, rules: RuleSet) -> int:
    """The most strength days that the hard rules leave room for."""
    narrowed = for_days(problem)
    model = build(narrowed)
    return _step(model, rules, sum(strength_of_week(model, narrowed)), 0).objective


def _fix(model: Model, flags: Mapping[int, Any], values: Mapping[int, int]) -> None:
    for index, flag in flags.items():
        model.cp.add(flag == values[index])


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
    # The weeks are small: cuts, probing and a search for symmetries cost more than they save.
    p.cut_level = 0
    p.cp_model_probing_level = 0
    p.symmetry_level = 0
    p.relative_gap_limit = gap
    # Else the solver leaves the system's own handler behind, and Ctrl-C would end the program unheard.
    p.catch_sigint_signal = False
    p.max_deterministic_time = rules.number("solver.deterministic_time")
    return solver
