"""The terms of the objective by name, in the order in which they count: rule, weights, reason, bounds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from backstride.known import weekday
from backstride.planning.contribution import HARD_TERMS, STRENGTH, kept_days, liking, steadiness, widths
from backstride.planning.need import credit
from backstride.planning.objective import Facts, is_hard, keeping
from backstride.planning.problem import Option, Place, Problem


@dataclass(frozen=True)
class Term:
    """A term: the rule it stands for, the message that gives its reason, the parameters that weigh it."""

    name: str
    rule: str
    reason: str
    weights: tuple[str, ...]

    @property
    def step(self) -> int:
        """Which of the three steps of the solver settles it."""
        return 1 if self.name == STRENGTH else 2 if self.name in HARD_TERMS else 3


_NEED = ("objective.need_rates", "objective.need_sets", "objective.reported")
_LIKELY = ("objective.item", "objective.floor_change", "objective.favourite", "objective.disliked")
_STABLE = (
    "objective.continued",
    "objective.step_up",
    "objective.moved",
    "objective.instead",
    "objective.rotate",
)
TERMS = (
    Term(
        STRENGTH,
        "O1",
        "term.strength",
        ("strength.target", "strength.target_many_runs", "strength.least_exercises"),
    ),
    Term("hard.need", "O2", "term.hard_need", _NEED),
    Term("hard.whole", "O3", "term.hard_whole", ("objective.short_cross",)),
    Term("hard.likely", "O3", "term.likely", _LIKELY),
    Term("hard.stability", "O4", "term.stability", _STABLE),
    Term("mobility.need", "O2", "term.mobility_need", (*_NEED, "objective.desk", "objective.desk_hours")),
    Term("runs", "O3", "term.runs", ("objective.warm_up", "objective.cool_down")),
    Term("whole", "O3", "term.whole", ("objective.short_cross",)),
    Term("likely", "O3", "term.likely", (*_LIKELY, "objective.kept_day", "objective.kept_weeks")),
    Term("stability", "O4", "term.stability", _STABLE),
)


def bounds(problem: Problem, facts: Facts) -> dict[str, tuple[int, int]]:
    """The least and the most that each term can give in any week of this problem; strength in days."""
    short = facts.rules.whole("objective.short_cross")
    cross = sum(p.slot == "cross" for p in problem.places)

    def rest(option: Option) -> bool:
        return not is_hard(option)

    def item(_: Place, option: Option) -> int:
        return liking(facts, option) - facts.rules.whole("objective.item")

    kept = keeping(problem, facts)

    def stays(place: Place, option: Option) -> int:
        return steadiness(facts, kept, place, option)

    floor = facts.rules.whole("objective.floor_change") * len(problem.places)
    few, many = _extremes(problem, facts, rest, item)
    hard_few, hard_many = _extremes(problem, facts, is_hard, item)
    return {
        STRENGTH: (0, problem.strength_left),
        "hard.need": (0, _most_need(problem, facts, is_hard)),
        "hard.whole": (-short * cross, 0),
        "hard.likely": (hard_few - floor, hard_many),
        "hard.stability": _extremes(problem, facts, is_hard, stays),
        "mobility.need": (0, _most_need(problem, facts, rest)),
        "runs": (0, _most_runs(problem, facts)),
        "whole": (-short * cross, 0),
        "likely": (few - floor, many + _most_kept(problem, facts)),
        "stability": _extremes(problem, facts, rest, stays),
    }


def _extremes(
    problem: Problem, facts: Facts, keep: Callable[[Option], bool], worth: Callable[[Place, Option], int]
) -> tuple[int, int]:
    """The least and the most of a sum over options, with at most so many exercises in a session."""
    most = int(facts.rules.series("session.exercises")[1])
    low = high = 0
    for place in problem.places:
        values = sorted(_best(worth(place, option) for option in same) for same in _by_exercise(place, keep))
        least = sorted(_worst(worth(place, option) for option in same) for same in _by_exercise(place, keep))
        high += sum(value for value in values[::-1][:most] if value > 0)
        low += sum(value for value in least[:most] if value < 0)
    return low, high


def _by_exercise(place: Place, keep: Callable[[Option], bool]) -> list[list[Option]]:
    found: dict[str, list[Option]] = {}
    for option in place.options:
        if keep(option):
            found.setdefault(option.exercise.id, []).append(option)
    return list(found.values())


def _best(values: Iterable[int]) -> int:
    return max(values)


def _worst(values: Iterable[int]) -> int:
    return min(values)


def _most_need(problem: Problem, facts: Facts, keep: Callable[[Option], bool]) -> int:
    keys = {
        key
        for p in problem.places
        for o in p.options
        if keep(o)
        for key, tenths in credit(o).items()
        if tenths
    }
    full = sum(rate * width for rate, width in widths(facts))
    return sum(facts.needs[key].points * full for key in keys)


def _most_runs(problem: Problem, facts: Facts) -> int:
    worth = {"pre_run": "objective.warm_up", "post_run": "objective.cool_down"}
    return sum(facts.rules.whole(worth[p.slot]) for p in problem.places if p.slot in worth)


def _most_kept(problem: Problem, facts: Facts) -> int:
    kept = kept_days(facts)
    return facts.rules.whole("objective.kept_day") * sum(weekday(p.day.day) in kept for p in problem.places)
