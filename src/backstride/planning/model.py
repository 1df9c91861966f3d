"""The hard rules as constraints of a CP-SAT model: which option stands at which place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from backstride.planning.problem import Option, Place, Problem
from backstride.terms import RUN_KINDS

Term = Any  # a variable or a linear expression of the solver, which ships without types


@dataclass
class Model:
    """The model with its variables.

    `x` is an option at a place, `strength` a day with strength work, `counted` one with enough of it.
    """

    cp: Any
    x: dict[tuple[str, int], Term]
    used: dict[str, Term]
    strength: dict[int, Term]
    counted: dict[int, Term]


class _Bare(cp_model.CpModel):
    """The solver's model without its methods' old names: adding those takes longer than a small week."""

    def _add_pre_pep8_methods(self) -> None:
        pass


def build(problem: Problem) -> Model:
    """The model of a problem: variables and hard rules, no objective yet."""
    cp = _Bare()
    model = Model(cp, {}, {}, {}, {})
    for place in problem.places:
        _place(model, problem, place)
    _days(model, problem)
    _strength(model, problem)
    _week(model, problem)
    return model


def at(model: Model, place: Place) -> list[tuple[Option, Term]]:
    """The options of a place with their variables."""
    name, x = place.name, model.x
    return [(option, x[name, n]) for n, option in enumerate(place.options)]


def everywhere(model: Model, problem: Problem) -> Iterable[tuple[Place, Option, Term]]:
    """Every option of every place with its variable."""
    for place in problem.places:
        for option, x in at(model, place):
            yield place, option, x


def weighted(pairs: Iterable[tuple[int, Term]]) -> Term:
    """The sum of the variables, each as often as it counts."""
    counts, variables = [], []
    for count, x in pairs:
        if count:
            counts.append(count)
            variables.append(x)
    return cp_model.LinearExpr.weighted_sum(variables, counts) if variables else 0


def any_implies(model: Model, variables: Iterable[Term], flag: Term) -> None:
    """The flag is up where any of the variables is."""
    model.cp.add_bool_and([~x for x in variables]).only_enforce_if(~flag)


def _place(model: Model, problem: Problem, place: Place) -> None:
    cp, rules, phase = model.cp, problem.rules, problem.phase
    used = model.used[place.name] = cp.new_bool_var("")
    name, new_bool_var = place.name, cp.new_bool_var
    for n in range(len(place.options)):
        model.x[name, n] = new_bool_var("")
    options = at(model, place)
    any_implies(model, (x for _, x in options), used)
    seconds = weighted((o.seconds, x) for o, x in options)
    count = weighted((1, x) for _, x in options)
    cp.add(count >= used)
    cp.add(seconds <= place.most_s * used)
    if place.least_s > 1:
        cp.add(seconds >= place.least_s * used)
    few, many = (int(n) for n in rules.series("session.exercises"))
    short = rules.whole("session.short_s")
    if place.most_s > short:
        long = cp.new_bool_var("")
        cp.add(seconds <= short + (place.most_s - short) * long)
        cp.add(count <= few + (many - few) * long)
        # A session of many exercises must last longer than a short one, to the minute.
        cp.add(seconds >= (short + 1) * long)
    else:
        cp.add(count <= few)
    strong = [x for o, x in options if o.strength]
    if strong and place.least_strength_s:
        works = cp.new_bool_var("")
        any_implies(model, strong, works)
        cp.add(seconds >= place.least_strength_s).only_enforce_if(works)
    new = [x for o, x in options if o.new]
    limit = rules.whole("session.new_first_week" if phase.first_week else "session.new")
    if len(new) > limit:
        cp.add(weighted((1, x) for x in new) <= limit)
    raised = [x for o, x in options if o.raised]
    if len(raised) > rules.whole("progress.up_per_session"):
        cp.add(sum(raised) <= rules.whole("progress.up_per_session"))
    _stretch(model, problem, place, options)


def _stretch(model: Model, problem: Problem, place: Place, options: list[tuple[Option, Term]]) -> None:
    cp, rules = model.cp, problem.rules
    if place.slot == "pre_run":
        holds = [(o.static_s, x) for o, x in options if o.static_s]
        moving = [x for o, x in options if not o.static_s]
        if holds:
            cp.add(weighted(holds) <= rules.whole("stretch.pre_run_s") - 1)
            for _, x in holds:  # a hold is never last, so something that moves stands with it
                cp.add(sum(moving) >= 1).only_enforce_if(x)
        return
    for muscle in sorted({m for o, _ in options for m in o.exercise.stretches}):
        holds = [(o.static_s, x) for o, x in options if muscle in o.exercise.stretches and o.static_s]
        if sum(s for s, _ in holds) > rules.whole("stretch.session_s"):
            cp.add(weighted(holds) <= rules.whole("stretch.session_s"))


def _days(model: Model, problem: Problem) -> None:
    cp = model.cp
    for day in problem.days:
        places = problem.of_day(day.index)
        if not places:
            continue
        if day.kind in RUN_KINDS and len(places) > 1:
            _share_minutes(model, places, day.minutes)
        if day.kind is None:
            cp.add_at_most_one(model.used[place.name] for place in places)
        same: dict[str, list[Term]] = {}
        for place in places:
            for option, x in at(model, place):
                same.setdefault(option.exercise.id, []).append(x)
        for xs in same.values():
            if len(xs) > 1:
                cp.add_at_most_one(xs)


def _share_minutes(model: Model, places: list[Place], minutes: int) -> None:
    """The sessions of a day, each rounded up to whole minutes, fit the day's minutes together."""
    wholes = []
    for place in places:
        whole = model.cp.new_int_var(0, (place.most_s + 59) // 60, "")
        model.cp.add(60 * whole >= weighted((o.seconds, x) for o, x in at(model, place)))
        wholes.append(whole)
    model.cp.add(sum(wholes) <= minutes)


def _strength(model: Model, problem: Problem) -> None:
    cp, rules = model.cp, problem.rules
    for day in problem.days:
        strong = [x for place in problem.of_day(day.index) for o, x in at(model, place) if o.strength]
        if strong:
            flag = model.strength[day.index] = cp.new_bool_var("")
            any_implies(model, strong, flag)
            many = weighted((1, x) for x in strong)
            cp.add(many >= flag)
            enough = min(rules.whole("strength.least_exercises"), _different(problem, day.index))
            whole = model.counted[day.index] = cp.new_bool_var("")
            cp.add(many >= enough * whole)
    gap, most = rules.whole("strength.gap_days"), rules.whole("strength.per_week")
    for index, flag in model.strength.items():
        for later in range(index + 1, index + gap):
            if later in model.strength:
                cp.add_at_most_one([flag, model.strength[later]])
    cp.add(sum(model.strength.values()) <= min(most, problem.strength_target))
    cp.add(sum(strength_of_week(model, problem)) <= problem.strength_left)
    for first in range(-6, len(problem.days) - 6):  # any seven days in a row, the logged ones included
        done = sum(first <= day < first + 7 for day in problem.strength_done)
        ahead = [flag for index, flag in model.strength.items() if first <= index < first + 7]
        if done and ahead:
            cp.add(sum(ahead) <= max(0, most - done))


def strength_of_week(model: Model, problem: Problem) -> list[Term]:
    """The strength days that count: those of the week that a replan falls into, else of all seven days."""
    return [flag for index, flag in model.counted.items() if index < problem.week_left]


def _different(problem: Problem, day: int) -> int:
    """How many strength exercises could stand on a day."""
    return len({o.exercise.id for place in problem.of_day(day) for o in place.options if o.strength})


def _week(model: Model, problem: Problem) -> None:
    cp, rules, phase = model.cp, problem.rules, problem.phase
    levels: dict[str, dict[int, list[Term]]] = {}
    muscles: dict[str, list[tuple[int, Term]]] = {}
    hard = []
    for place, option, x in everywhere(model, problem):
        levels.setdefault(option.exercise.id, {}).setdefault(option.dose.level, []).append(x)
        for muscle in option.exercise.stretches:
            if option.static_s and option.exercise.quality == "static_mobility":
                muscles.setdefault(muscle, []).append((option.static_s, x))
        if option.hard_sets:
            hard.append((place.day.index, option.hard_sets, x))
    for by_level in levels.values():
        if len(by_level) > 1:  # one level through the week
            flag = cp.new_bool_var("")
            low, high = sorted(by_level)
            any_implies(model, by_level[low], ~flag)
            any_implies(model, by_level[high], flag)
    for holds in muscles.values():
        if sum(s for s, _ in holds) > rules.whole("stretch.week_s"):
            cp.add(weighted(holds) <= rules.whole("stretch.week_s"))
    most, left = phase.hard_sets, phase.hard_sets_left
    if most is not None and hard:
        cp.add(weighted((sets, x) for _, sets, x in hard) <= most)
        this_week = [(sets, x) for day, sets, x in hard if day < phase.week_left]
        if left is not None and this_week:
            cp.add(weighted(this_week) <= left)
