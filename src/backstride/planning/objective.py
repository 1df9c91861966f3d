"""What is maximised, in the order of the rules, as named, bounded terms in points.

Three steps, each settled before the next: the strength days; what strength and activation work does for
the regions that need it; then all else (mobility, warm-ups, what is likely to be done, stability).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from backstride.coaching.logs import HARD
from backstride.knowledge import RuleSet
from backstride.known import Known, weekday
from backstride.planning.model import Model, at, everywhere
from backstride.planning.need import Need, credit
from backstride.planning.problem import Option, Place, Problem
from backstride.terms import DayKind

Term = Any
Keep = Callable[[Option], bool]


@dataclass(frozen=True)
class Facts:
    """What the objective needs to know beside the problem.

    Exercises ever `logged`, those that come `instead` of another, accessories whose turn is over (`resting`).
    """

    known: Known
    rules: RuleSet
    needs: Mapping[tuple[str, bool], Need]
    logged: frozenset[str]
    instead: frozenset[str] = frozenset()
    resting: frozenset[str] = frozenset()

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

    @property
    def previous_kinds(self) -> dict[date, DayKind | None]:
        """What was planned on each day of the week decided before."""
        week = self.known.scenario.previous_week
        return {day.day: day.run.kind if day.run else None for day in week.days} if week else {}


def is_hard(option: Option) -> bool:
    """Whether an option is strength or activation work."""
    return option.exercise.quality in HARD


def keeping(problem: Problem, facts: Facts) -> Callable[[Place, Option], int]:
    """Whether a replan keeps an option (1), moves it (-1), or has nothing to keep to (0).

    That is so where the week before does not hold the day, on a day with another kind of run now, and for the
    strength work of a new strength day.
    """
    strength = {e.id for e in problem.library.exercises.values() if e.quality == "strength"}
    previous, kinds = facts.previous, facts.previous_kinds
    strong = {day for day, held in previous.items() if any(exercise in strength for _, exercise in held)}

    def kept(place: Place, option: Option) -> int:
        day = place.day.day
        before = previous.get(day)
        if before is None or kinds.get(day, place.day.kind) != place.day.kind:
            return 0
        if option.strength and day not in strong:
            return 0
        return 1 if (place.slot, option.exercise.id) in before else -1

    return kept


def day_terms(model: Model, problem: Problem, facts: Facts) -> Term:
    """The first step: how many strength days, then which.

    Each weight outweighs all that come after it: the days of this week; those that a replan finds as they
    were; the days past the week; then the days with the most minutes, the earlier of equals.
    """
    strength = {e.id for e in problem.library.exercises.values() if e.quality == "strength"}
    total: list[Term] = []
    for index, counted in model.counted.items():
        day = problem.days[index]
        before = facts.previous.get(day.day, frozenset())
        kept = any(exercise in strength for _, exercise in before)
        room = min(day.minutes, _ROOM)
        total.append((_WEEK if index < problem.week_left else _LATER) * counted)
        total.append((_KEPT * kept + _LAST * room + len(problem.days) - index) * model.strength[index])
    return sum(total)


_ROOM = 60  # minutes: more than any session holds
_LAST = 10  # more than the days of a week
_LATER = 10_000  # more than 7 x (_ROOM x _LAST + 7)
_KEPT = 100_000
_WEEK = 1_000_000


def hard_terms(model: Model, problem: Problem, facts: Facts) -> dict[str, Term]:
    """The second step: strength and activation work."""
    return {
        "hard.need": _need(model, problem, facts, is_hard),
        "hard.whole": _aside(model, problem, facts.rules),
        "hard.likely": _likely(model, problem, facts, is_hard),
        "hard.stability": _stability(model, problem, facts, is_hard),
    }


def other_terms(model: Model, problem: Problem, facts: Facts) -> dict[str, Term]:
    """The third step: what is left once strength and activation work stands."""

    def rest(option: Option) -> bool:
        return not is_hard(option)

    return {
        "mobility.need": _need(model, problem, facts, rest),
        "runs": _runs(model, problem, facts.rules),
        "whole": _whole(model, problem, facts.rules),
        "likely": _likely(model, problem, facts, rest) + _kept_days(model, problem, facts),
        "stability": _stability(model, problem, facts, rest),
    }


def _need(model: Model, problem: Problem, facts: Facts, keep: Keep) -> Term:
    """Region by region with diminishing returns: the first sets of the week are worth most."""
    rates = [int(r) for r in facts.rules.series("objective.need_rates")]
    steps = [int(10 * s) for s in facts.rules.series("objective.need_sets")]
    most = sum(rate * (end - start) for rate, (start, end) in zip(rates, pairwise([0, *steps]), strict=True))
    given: dict[tuple[str, bool], list[Term]] = {}
    for _, option, x in _kept(model, problem, keep):
        for key, tenths in credit(option).items():
            if tenths and facts.needs[key].points:
                given.setdefault(key, []).append(tenths * x)
    total: list[Term] = []
    for key, parts in given.items():
        worth = model.cp.new_int_var(0, most, "")
        amount, below = sum(parts), 0
        for rate, (start, end) in zip(rates, pairwise([0, *steps]), strict=True):
            # Rates fall, so the least of these lines is what the amount is worth.
            model.cp.add(worth <= rate * amount + (below - rate * start))
            below += rate * (end - start)
        total.append(facts.needs[key].points * worth)
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
            total.append(rules.whole("objective.short_cross") * (whole - model.used[place.name]))
    return sum(total)


def _aside(model: Model, problem: Problem, rules: RuleSet) -> Term:
    """Activation work alone makes no whole session of a free day: it goes with strength or an easy run."""
    total: list[Term] = []
    for place in problem.places:
        hard = [x for o, x in at(model, place) if is_hard(o)]
        if place.slot == "cross" and place.most_s >= rules.series("slot.cross_s")[0] and hard:
            alone = model.cp.new_bool_var("")
            for x in hard:
                model.cp.add(alone >= x - model.strength.get(place.day.index, 0))
            total.append(-rules.whole("objective.short_cross") * alone)
    return sum(total)


def _likely(model: Model, problem: Problem, facts: Facts, keep: Keep) -> Term:
    """Few exercises, few changes between floor and standing, favourites rather than what is disliked."""
    rules, runner = facts.rules, facts.known.scenario.runner
    worth = dict.fromkeys(runner.favourites, rules.whole("objective.favourite"))
    for exercise in set(runner.disliked):
        worth[exercise] = worth.get(exercise, 0) - rules.whole("objective.disliked")
    item = rules.whole("objective.item")
    total: list[Term] = [
        (worth.get(option.exercise.id, 0) - item) * x for _, option, x in _kept(model, problem, keep)
    ]
    change = rules.whole("objective.floor_change")
    total += [-change * _change(model, place, keep) for place in problem.places]
    return sum(total)


def _kept_days(model: Model, problem: Problem, facts: Facts) -> Term:
    """Weekdays on which sessions were kept before."""
    back = 7 * facts.rules.whole("objective.kept_weeks")
    kept = {weekday(day) for day in facts.known.sessions_by_day if facts.known.days_ago(day) <= back}
    worth = facts.rules.whole("objective.kept_day")
    return sum(worth * model.used[p.name] for p in problem.places if weekday(p.day.day) in kept)


def _change(model: Model, place: Place, keep: Keep) -> Term:
    """1 where a session is both standing and on the floor; the step of hard work looks at that alone."""
    options = [(o, x) for o, x in at(model, place) if keep is not is_hard or keep(o)]
    standing = [x for o, x in options if o.exercise.position == "standing"]
    floor = [x for o, x in options if o.exercise.position != "standing"]
    if not standing or not floor:
        return 0
    both, up, down = (model.cp.new_bool_var("") for _ in range(3))
    for x in standing:
        model.cp.add_implication(x, up)
    for x in floor:
        model.cp.add_implication(x, down)
    model.cp.add(both >= up + down - 1)
    return both


def _stability(model: Model, problem: Problem, facts: Facts, keep: Keep) -> Term:
    """What is in progression stays and takes its earned step; what takes over comes in.

    Accessories take turns; a replan moves as little as it can.
    """
    rules, kept = facts.rules, keeping(problem, facts)
    continued, moved = rules.whole("objective.continued"), rules.whole("objective.moved")
    step, instead = rules.whole("objective.step_up"), rules.whole("objective.instead")
    rotate = rules.whole("objective.rotate")
    total: list[Term] = []
    for place, option, x in _kept(model, problem, keep):
        exercise = option.exercise.id
        worth = (step if option.raised else 0) + (instead if exercise in facts.instead else 0)
        if exercise in facts.resting:
            worth -= rotate
        elif exercise in facts.logged:
            worth += continued
        worth += moved * kept(place, option)
        if worth:
            total.append(worth * x)
    return sum(total)


def _kept(model: Model, problem: Problem, keep: Keep) -> Iterator[tuple[Place, Option, Term]]:
    return ((place, option, x) for place, option, x in everywhere(model, problem) if keep(option))
