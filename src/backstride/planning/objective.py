"""What is maximised below the strength days: named, bounded terms, in points, in the order of the rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from backstride.knowledge import RuleSet
from backstride.known import Known, weekday
from backstride.planning.model import Model, at, everywhere
from backstride.planning.need import Need, credit
from backstride.planning.problem import Problem

Term = Any


@dataclass(frozen=True)
class Facts:
    """What the objective needs to know beside the problem."""

    known: Known
    rules: RuleSet
    needs: Mapping[tuple[str, bool], Need]
    logged: frozenset[str]

    @property
    def previous(self) -> dict[date, frozenset[tuple[str, str]]]:
        """(slot, exercise) of each day that a week decided before holds; replans keep to it."""
        week = self.known.scenario.previous_week
        if week is None:
            return {}
        return {
            day.day: frozenset((s.slot, i.exercise) for s in day.sessions for i in s.items)
            for day in week.days
        }


def terms(model: Model, problem: Problem, facts: Facts) -> dict[str, Term]:
    """The terms by name; their sum is maximised once the strength days are settled."""
    return {
        "need": _need(model, problem, facts),
        "runs": _runs(model, problem, facts.rules),
        "whole": _whole(model, problem, facts.rules),
        "likely": _likely(model, problem, facts),
        "stability": _stability(model, problem, facts),
    }


def _need(model: Model, problem: Problem, facts: Facts) -> Term:
    """Region by region with diminishing returns: the first sets of the week are worth most."""
    rates = [int(r) for r in facts.rules.series("objective.need_rates")]
    steps = [int(10 * s) for s in facts.rules.series("objective.need_sets")]
    widths = [steps[0], *(later - earlier for earlier, later in pairwise(steps))]
    given: dict[tuple[str, bool], list[Term]] = {}
    for _, option, x in everywhere(model, problem):
        for key, tenths in credit(option).items():
            if tenths and facts.needs[key].points:
                given.setdefault(key, []).append(tenths * x)
    total: list[Term] = []
    for key, parts in given.items():
        filled = [model.cp.new_int_var(0, width, "") for width in widths]
        model.cp.add(sum(filled) <= sum(parts))
        total += [facts.needs[key].points * rate * y for rate, y in zip(rates, filled, strict=True)]
    return sum(total)


def _runs(model: Model, problem: Problem, rules: RuleSet) -> Term:
    """A warm-up before each run, and a cool-down after it."""
    worth = {"pre_run": rules.whole("objective.warm_up"), "post_run": rules.whole("objective.cool_down")}
    return sum(worth[p.slot] * model.used[p.name] for p in problem.places if p.slot in worth)


def _whole(model: Model, problem: Problem, rules: RuleSet) -> Term:
    """A session on a free day is a whole one, where the day has the minutes; a short one is recovery."""
    least = int(rules.series("slot.cross_s")[0])
    total: list[Term] = []
    for place in problem.places:
        if place.slot == "cross" and place.most_s >= least:
            whole = model.cp.new_bool_var("")
            model.cp.add(sum(o.seconds * x for o, x in at(model, place)) >= least * whole)
            short = model.used[place.name] - whole
            total.append(-rules.whole("objective.short_cross") * short)
    return sum(total)


def _likely(model: Model, problem: Problem, facts: Facts) -> Term:
    """Few exercises, few changes between floor and standing, favourites, days kept before."""
    rules, runner = facts.rules, facts.known.scenario.runner
    item, favourite = rules.whole("objective.item"), rules.whole("objective.favourite")
    total: list[Term] = []
    for _, option, x in everywhere(model, problem):
        total.append((favourite if option.exercise.id in runner.favourites else 0) * x - item * x)
    for place in problem.places:
        total.append(-rules.whole("objective.floor_change") * _change(model, place))
    back = 7 * rules.whole("objective.kept_weeks")
    kept = {weekday(day) for day in facts.known.sessions_by_day if facts.known.days_ago(day) <= back}
    for place in problem.places:
        if weekday(place.day.day) in kept:
            total.append(rules.whole("objective.kept_day") * model.used[place.name])
    return sum(total)


def _change(model: Model, place: Any) -> Term:
    standing = [x for o, x in at(model, place) if o.exercise.position == "standing"]
    floor = [x for o, x in at(model, place) if o.exercise.position != "standing"]
    if not standing or not floor:
        return 0
    both, up, down = (model.cp.new_bool_var("") for _ in range(3))
    for x in standing:
        model.cp.add_implication(x, up)
    for x in floor:
        model.cp.add_implication(x, down)
    model.cp.add(both >= up + down - 1)
    return both


def _stability(model: Model, problem: Problem, facts: Facts) -> Term:
    """What is in progression stays and takes its earned step; a replan moves as little as it can."""
    rules, previous = facts.rules, facts.previous
    continued, moved = rules.whole("objective.continued"), rules.whole("objective.moved")
    step = rules.whole("objective.step_up")
    total: list[Term] = []
    for place, option, x in everywhere(model, problem):
        worth = (continued if option.exercise.id in facts.logged else 0) + (step if option.raised else 0)
        before = previous.get(place.day.day)
        if before is not None:
            worth += moved if (place.slot, option.exercise.id) in before else -moved
        if worth:
            total.append(worth * x)
    return sum(total)
