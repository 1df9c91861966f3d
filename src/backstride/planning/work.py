"""A week with everything that it was made from, for questions about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.planning.contribution import HARD_TERMS, OTHER_TERMS, STRENGTH, points
from backstride.planning.days import PlanDay
from backstride.planning.model import Model
from backstride.planning.need import needs
from backstride.planning.objective import Facts
from backstride.planning.plan import make_facts, make_problem
from backstride.planning.planned import Coached
from backstride.planning.problem import Option, Place, Problem
from backstride.planning.relaxing import Case
from backstride.planning.solver import Solution, solve
from backstride.runs.calendar import Calendar
from backstride.terms import DayKind

Chosen = tuple[tuple[Place, Option], ...]


_CLOSE = 40  # points for each exercise that stands where it stood: less than any exercise is worth

_CLOSE_GAP = 0.001  # less than what is to be told apart


@dataclass(frozen=True)
class _Close(Facts):
    """Facts that take another week for the one decided before."""

    week: Mapping[date, frozenset[tuple[str, str]]] = field(default_factory=dict)

    @property
    def previous(self) -> dict[date, frozenset[tuple[str, str]]]:
        return dict(self.week)

    @property
    def previous_kinds(self) -> dict[date, DayKind | None]:
        return {}


@dataclass(frozen=True)
class Work:
    """The problem of a week, what its objective knows, and its solution: the same as the decision's."""

    known: Known
    library: Library
    rules: RuleSet
    calendar: Calendar
    coached: Coached
    problem: Problem
    facts: Facts
    solution: Solution

    @property
    def case(self) -> Case:
        """The problem as it can be taken apart; hard work may be any."""
        return case_of(self.known, self.problem, self.coached)

    def day(self, index: int) -> PlanDay:
        """A day of the week."""
        return self.problem.days[index]

    def solved(self, problem: Problem, demand: Callable[[Model, Problem], object] | None = None) -> Solution:
        """The best week of another problem for the same objective, holding what is demanded.

        Of weeks that are as good within the proven gap one that is close to this one, where it is found.
        """
        best = solve(problem, self.facts, demand)
        close = solve(problem, self._close_to_this, demand)
        return close if self._as_good(problem, close, best) else best

    def _as_good(self, problem: Problem, one: Solution, other: Solution) -> bool:
        mine, theirs = self.steps(problem, one), self.steps(problem, other)
        return all(
            a >= b - self.slack(theirs) * (n > 0) for n, (a, b) in enumerate(zip(mine, theirs, strict=True))
        )

    def slack(self, steps: tuple[int, int, int]) -> float:
        """The points within which two weeks are equal as far as is proven: the gap of all that they give."""
        return self.rules.number("solver.gap") * sum(map(abs, steps[1:]))

    def steps(self, problem: Problem, solution: Solution) -> tuple[int, int, int]:
        """The points of the three steps, strength days first."""
        got = points(problem, self.facts, solution.chosen)
        return got[STRENGTH], sum(got[t] for t in HARD_TERMS), sum(got[t] for t in OTHER_TERMS)

    @cached_property
    def _close_to_this(self) -> Facts:
        """The objective with a slight liking for what stands in this week already."""
        held: dict[date, set[tuple[str, str]]] = {day.day: set() for day in self.problem.days}
        for place, option in self.solution.chosen:
            held[place.day.day].add((place.slot, option.exercise.id))
        return _Close(
            self.known,
            self.rules.but({"objective.moved": _CLOSE, "solver.gap": _CLOSE_GAP}),
            self.facts.needs,
            self.facts.logged,
            self.facts.instead,
            self.facts.resting,
            {day: frozenset(items) for day, items in held.items()},
        )


def work(known: Known, library: Library, rules: RuleSet, calendar: Calendar, coached: Coached) -> Work:
    """The week as the planner finds it."""
    problem = make_problem(known, library, rules, calendar, coached)
    facts = make_facts(known, rules, needs(known, library, rules), coached)
    return Work(known, library, rules, calendar, coached, problem, facts, solve(problem, facts))


def case_of(known: Known, problem: Problem, coached: Coached) -> Case:
    """A problem as it can be taken apart; hard work may be any."""
    return Case(known, problem.rules, coached.phase, problem.days, problem, coached.prescriptions)
