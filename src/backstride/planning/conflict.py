"""A minimal conflict: rules that cannot all hold with what is asked, and could if any one of them gave way.

Found by the solver: each group of rules is dropped in turn, and stays dropped where what is asked is
impossible without it too. What is left is impossible together, and possible with any one of them dropped.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from ortools.sat.python import cp_model

from backstride.planning.demands import Demand
from backstride.planning.model import Model, build, everywhere
from backstride.planning.objective import is_hard
from backstride.planning.problem import Problem
from backstride.planning.relaxing import Case, Group, Memory
from backstride.planning.solver import _solver as settings


@dataclass(frozen=True)
class Trial:
    """Asks the solver whether a demand can be met with some groups of rules dropped."""

    case: Case
    demand: Demand
    memory: Memory

    def possible(self, dropped: Iterable[Group]) -> bool:
        """Whether a week meets the demand, or may: only what is proven impossible is called so."""
        gone = frozenset(dropped)
        case = reduce(lambda case, group: group.dropped_from(case), sorted(gone, key=repr), self.case)
        problem = self.demand.of(case.built(self.memory, gone))
        model = build(problem)
        if not self.demand.on(model, problem):
            return False
        if case.settled is not None:
            settle(model, problem, case.settled)
        return bool(settings(case.rules, gap=1.0).solve(model.cp) != cp_model.INFEASIBLE)


def possible(case: Case, demand: Demand) -> bool:
    """Whether the rules leave room for a demand."""
    return Trial(case, demand, Memory()).possible(())


def settle(model: Model, problem: Problem, settled: frozenset[tuple[str, str, int]]) -> None:
    """Lets hard work stand as it is."""
    for place, option, x in everywhere(model, problem):
        if is_hard(option):
            model.cp.add(x == int((place.name, option.exercise.id, option.dose.level) in settled))


def minimal_conflict(
    case: Case, demand: Demand, rules: Iterable[Group], *, impossible: bool = False
) -> tuple[Group, ...]:
    """The rules that keep a demand out; empty where none do, or where it is impossible without any rule.

    Of several minimal conflicts the one is found that holds the groups that come last in `rules`.
    `impossible`: it is proven already that the demand cannot be met.
    """
    trial, every = Trial(case, demand, Memory()), tuple(rules)
    if (not impossible and trial.possible(())) or not trial.possible(every):
        return ()
    needed: list[Group] = []
    dropped: tuple[Group, ...] = ()
    # Most rules of the whole week have nothing to do with any one conflict, so they are tried together.
    waiting = [tuple(g for g in every if g.day is None), *((g,) for g in every if g.day is not None)]
    while waiting:
        chunk = waiting.pop(0)
        if not trial.possible((*dropped, *chunk)):
            dropped += chunk
        elif len(chunk) == 1:
            needed += chunk
        else:
            half = len(chunk) // 2
            waiting[:0] = [chunk[:half], chunk[half:]]
    return tuple(group for group in every if group in needed)
