"""The objective in plain arithmetic over a choice: what each term gives, and what each exercise adds to it.

Nothing of the solver is in it; the names are those of `objective`, and tests hold both to the same points.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise

from backstride.known import weekday
from backstride.planning.need import credit
from backstride.planning.objective import Facts, is_hard, keeping
from backstride.planning.problem import Option, Place, Problem

Placed = tuple[Place, Option]
Key = tuple[str, bool]  # region, whether strength and activation work

STRENGTH = "strength"
HARD_TERMS = ("hard.need", "hard.whole", "hard.likely", "hard.stability")
OTHER_TERMS = ("mobility.need", "runs", "whole", "likely", "stability")
TERMS = (STRENGTH, *HARD_TERMS, *OTHER_TERMS)


def points(problem: Problem, facts: Facts, chosen: Iterable[Placed]) -> dict[str, int]:
    """Each term of a choice, in the order in which they count; `strength` in days, the others in points."""
    placed = tuple(chosen)
    hard = tuple((p, o) for p, o in placed if is_hard(o))
    rest = tuple((p, o) for p, o in placed if not is_hard(o))
    return {
        STRENGTH: strength_days(problem, placed),
        "hard.need": sum(need(facts, hard).values()),
        "hard.whole": -_aside(facts, hard),
        "hard.likely": _likely(facts, hard) - _changes(facts, hard),
        "hard.stability": _stability(problem, facts, hard),
        "mobility.need": sum(need(facts, rest).values()),
        "runs": _runs(facts, placed),
        "whole": -_short(facts, placed),
        "likely": _likely(facts, rest) - _changes(facts, placed) + _kept_days(facts, placed),
        "stability": _stability(problem, facts, rest),
    }


def contribution(
    problem: Problem, facts: Facts, chosen: Iterable[Placed], taken: Iterable[Placed]
) -> dict[str, int]:
    """What each term would lose were these taken out and all else left as it is."""
    placed, out = tuple(chosen), tuple(taken)
    whole = points(problem, facts, placed)
    without = points(problem, facts, (other for other in placed if other not in out))
    return {term: whole[term] - without[term] for term in TERMS}


def need_of(facts: Facts, chosen: Iterable[Placed], taken: Iterable[Placed]) -> dict[str, int]:
    """What these add to each region's need, in points, the most first; regions without gain are left out."""
    placed, out = tuple(chosen), tuple(taken)
    whole = need(facts, placed)
    without = need(facts, (other for other in placed if other not in out))
    gains: Counter[str] = Counter()
    for (region, hard), got in whole.items():
        gains[region] += got - without.get((region, hard), 0)
    return {region: gain for region, gain in sorted(gains.items(), key=lambda g: (-g[1], g[0])) if gain}


def strength_days(problem: Problem, placed: Iterable[Placed]) -> int:
    """The strength days of the week that a replan falls into: those with enough strength exercises."""
    strong = Counter(p.day.index for p, o in placed if o.strength)
    least = problem.rules.whole("strength.least_exercises")
    return sum(
        count >= min(least, could_be(problem, index))
        for index, count in strong.items()
        if index < problem.week_left
    )


def could_be(problem: Problem, day: int) -> int:
    """How many different strength exercises could stand on a day."""
    return len({o.exercise.id for p in problem.of_day(day) for o in p.options if o.strength})


def widths(facts: Facts) -> list[tuple[int, int]]:
    """The steps of a region's need: (points for a tenth of a set, tenths of a set), the best first."""
    steps = [int(10 * step) for step in facts.rules.series("objective.need_sets")]
    sizes = [steps[0], *(later - earlier for earlier, later in pairwise(steps))]
    return list(zip(map(int, facts.rules.series("objective.need_rates")), sizes, strict=True))


def need(facts: Facts, placed: Iterable[Placed]) -> dict[Key, int]:
    """Points by region with diminishing returns: the first sets of the week are worth most."""
    tenths: Counter[Key] = Counter()
    for _, option in placed:
        tenths.update(credit(option))
    return {key: facts.needs[key].points * _filled(facts, amount) for key, amount in tenths.items()}


def _filled(facts: Facts, tenths: int) -> int:
    total = 0
    for rate, width in widths(facts):
        total += rate * min(width, tenths)
        tenths -= min(width, tenths)
    return total


def _whole_cross(facts: Facts, place: Place) -> bool:
    """Whether a free day has the minutes for a whole session."""
    return place.slot == "cross" and place.most_s >= facts.rules.series("slot.cross_s")[0]


def _aside(facts: Facts, hard: Iterable[Placed]) -> int:
    """Free days with time for a whole session that hold activation work and no strength."""
    placed = tuple(hard)
    strong = {p.day.index for p, o in placed if o.strength}
    alone = {p.name for p, _ in placed if _whole_cross(facts, p) and p.day.index not in strong}
    return len(alone) * facts.rules.whole("objective.short_cross")


def _short(facts: Facts, placed: Iterable[Placed]) -> int:
    """Sessions on free days that stay short although the day has the minutes."""
    least = facts.rules.series("slot.cross_s")[0]
    seconds: Counter[str] = Counter()
    for place, option in placed:
        if _whole_cross(facts, place):
            seconds[place.name] += option.seconds
    short = [name for name, taken in seconds.items() if taken < least]
    return len(short) * facts.rules.whole("objective.short_cross")


def liking(facts: Facts, option: Option) -> int:
    """What an exercise's being liked or disliked is worth."""
    rules, runner = facts.rules, facts.known.scenario.runner
    worth = rules.whole("objective.favourite") if option.exercise.id in runner.favourites else 0
    return worth - (rules.whole("objective.disliked") if option.exercise.id in runner.disliked else 0)


def _likely(facts: Facts, placed: Iterable[Placed]) -> int:
    item = facts.rules.whole("objective.item")
    return sum(liking(facts, option) - item for _, option in placed)


def _changes(facts: Facts, placed: Iterable[Placed]) -> int:
    """Sessions that are both standing and on the floor."""
    ways: dict[str, set[bool]] = {}
    for place, option in placed:
        ways.setdefault(place.name, set()).add(option.exercise.position == "standing")
    both = sum(len(way) == 2 for way in ways.values())
    return both * facts.rules.whole("objective.floor_change")


def _runs(facts: Facts, placed: Iterable[Placed]) -> int:
    worth = {"pre_run": "objective.warm_up", "post_run": "objective.cool_down"}
    return sum(
        facts.rules.whole(worth[slot])
        for slot in (slot for _, slot in {(p.name, p.slot) for p, _ in placed})
        if slot in worth
    )


def kept_days(facts: Facts) -> set[str]:
    """Weekdays on which sessions were kept before."""
    back = 7 * facts.rules.whole("objective.kept_weeks")
    return {weekday(day) for day in facts.known.sessions_by_day if facts.known.days_ago(day) <= back}


def _kept_days(facts: Facts, placed: Iterable[Placed]) -> int:
    kept = kept_days(facts)
    used = {p.name for p, _ in placed if weekday(p.day.day) in kept}
    return len(used) * facts.rules.whole("objective.kept_day")


def steadiness(facts: Facts, kept: Callable[[Place, Option], int], place: Place, option: Option) -> int:
    """What being in progression, taking over, resting, or (by `kept`) standing as before is worth."""
    rules, exercise = facts.rules, option.exercise.id
    worth = rules.whole("objective.step_up") if option.raised else 0
    worth += rules.whole("objective.instead") if exercise in facts.instead else 0
    if exercise in facts.resting:
        worth -= rules.whole("objective.rotate")
    elif exercise in facts.logged:
        worth += rules.whole("objective.continued")
    return worth + rules.whole("objective.moved") * kept(place, option)


def _stability(problem: Problem, facts: Facts, placed: Iterable[Placed]) -> int:
    kept = keeping(problem, facts)
    return sum(steadiness(facts, kept, place, option) for place, option in placed)
