"""What may be asked of a week: a strength day more, an exercise at a place, a warm-up, work for a region."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from backstride.planning.model import Model, at, everywhere
from backstride.planning.problem import Option, Place, Problem
from backstride.terms import Slot


class Demand(Protocol):
    """Something that a week shall hold."""

    def of(self, problem: Problem) -> Problem:
        """The problem without the places and options that cannot matter to the demand."""

    def on(self, model: Model, problem: Problem) -> bool:
        """Adds the demand to the model; False where nothing in it could ever meet it."""


@dataclass(frozen=True)
class StrengthDays:
    """That many strength days in the `week_left` days; `enough` strength exercises make a day one of them."""

    days: int
    enough: Mapping[int, int]

    def of(self, problem: Problem) -> Problem:
        places = (_with(p, _strong if p.least_strength_s == 0 else _any) for p in problem.places)
        return replace(problem, places=tuple(p for p in places if any(o.strength for o in p.options)))

    def on(self, model: Model, problem: Problem) -> bool:
        flags = []
        for day in problem.days[: problem.week_left]:
            strong = [x for p in problem.of_day(day.index) for o, x in at(model, p) if o.strength]
            if len(strong) >= self.enough[day.index]:
                flag = model.cp.new_bool_var("")
                model.cp.add(sum(strong) >= self.enough[day.index] * flag)
                flags.append(flag)
        if len(flags) < self.days:
            return False
        model.cp.add(sum(flags) >= self.days)
        return True


@dataclass(frozen=True)
class Some:
    """At least so much of the options that `wanted` counts, by the amount that it gives each."""

    wanted: Callable[[Place, Option], int]
    least: int = 1

    def of(self, problem: Problem) -> Problem:
        return problem

    def on(self, model: Model, problem: Problem) -> bool:
        amounts = [(self.wanted(place, option), x) for place, option, x in everywhere(model, problem)]
        parts = [amount * x for amount, x in amounts if amount]
        if not parts:
            return False
        model.cp.add(sum(parts) >= self.least)
        return True


@dataclass(frozen=True)
class OnDay:
    """A demand on one day, the other days left as they are."""

    day: int
    demand: Demand

    def of(self, problem: Problem) -> Problem:
        return replace(problem, places=tuple(problem.of_day(self.day)))

    def on(self, model: Model, problem: Problem) -> bool:
        return self.demand.on(model, problem)


def exercise_on(day: int, exercise: str, slot: Slot | None = None) -> Some:
    """An exercise on a day, at a time of it or at any."""
    return Some(lambda p, o: p.day.index == day and o.exercise.id == exercise and slot in (None, p.slot))


def session_on(day: int, slot: Slot) -> Some:
    """A session at a time of a day."""
    return Some(lambda p, _: p.day.index == day and p.slot == slot)


def strength_on(day: int) -> Some:
    """Strength work on a day."""
    return Some(lambda p, o: p.day.index == day and o.strength)


def seconds_on(day: int, slot: Slot, least: int) -> Some:
    """A session of at least that many seconds."""
    return Some(lambda p, o: o.seconds if p.day.index == day and p.slot == slot else 0, least)


def work_for(region: str, *, hard: bool) -> Some:
    """Work of that kind for a region, on any day."""
    return Some(lambda _, o: region in o.exercise.regions and _is_hard(o) == hard)


def hard_sets(least: int) -> Some:
    """So many hard sets in the week."""
    return Some(lambda _, o: o.hard_sets, least)


def without(problem: Problem, out: Callable[[Place, Option], bool]) -> Problem:
    """The problem without the options that `out` names."""
    places = (replace(p, options=tuple(o for o in p.options if not out(p, o))) for p in problem.places)
    return replace(problem, places=tuple(p for p in places if p.options))


def _with(place: Place, keep: Callable[[Option], bool]) -> Place:
    return replace(place, options=tuple(option for option in place.options if keep(option)))


def _strong(option: Option) -> bool:
    return option.strength


def _any(_: Option) -> bool:
    return True


def _is_hard(option: Option) -> bool:
    return option.hard_sets > 0
