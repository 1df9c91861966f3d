"""The objective once more, in plain arithmetic over a whole choice; slow, and nothing of the solver in it."""

from collections.abc import Sequence

from backstride.known import weekday
from backstride.planning.need import credit
from backstride.planning.objective import Facts
from backstride.planning.problem import Option, Place, Problem

Chosen = Sequence[tuple[Place, Option]]


def score(problem: Problem, facts: Facts, chosen: Chosen) -> tuple[int, int, int]:
    """(strength days, points of hard work, points of all else) of a choice."""
    hard = [(p, o) for p, o in chosen if o.exercise.quality in ("strength", "activation")]
    rest = [(p, o) for p, o in chosen if o.exercise.quality not in ("strength", "activation")]
    days = len({p.day.index for p, o in chosen if o.strength})
    return (
        days,
        _need(facts, hard)
        + _items(facts, hard)
        - _changes(facts, hard)
        + _stays(facts, hard)
        - _aside(facts, hard),
        _need(facts, rest)
        + _items(facts, rest)
        - _changes(facts, chosen)
        + _stays(facts, rest)
        + _places(problem, facts, chosen),
    )


def _need(facts: Facts, chosen: Chosen) -> int:
    tenths: dict[tuple[str, bool], int] = {}
    for _, option in chosen:
        for key, amount in credit(option).items():
            tenths[key] = tenths.get(key, 0) + amount
    rates = facts.rules.series("objective.need_rates")
    steps = [10 * step for step in facts.rules.series("objective.need_sets")]
    total = 0.0
    for key, amount in tenths.items():
        for tenth in range(1, amount + 1):
            rate = next((r for r, step in zip(rates, steps, strict=True) if tenth <= step), 0)
            total += facts.needs[key].points * rate
    return round(total)


def _items(facts: Facts, chosen: Chosen) -> int:
    rules, runner = facts.rules, facts.known.scenario.runner
    liked = sum(option.exercise.id in runner.favourites for _, option in chosen)
    disliked = sum(option.exercise.id in runner.disliked for _, option in chosen)
    return (
        liked * rules.whole("objective.favourite")
        - disliked * rules.whole("objective.disliked")
        - len(chosen) * rules.whole("objective.item")
    )


def _changes(facts: Facts, chosen: Chosen) -> int:
    places = {p.name for p, _ in chosen}
    both = sum(
        len({o.exercise.position == "standing" for p, o in chosen if p.name == name}) == 2 for name in places
    )
    return both * facts.rules.whole("objective.floor_change")


def _stays(facts: Facts, chosen: Chosen) -> int:
    rules = facts.rules
    return sum(
        rules.whole("objective.continued") * (o.exercise.id in facts.logged - facts.resting)
        - rules.whole("objective.rotate") * (o.exercise.id in facts.resting)
        + rules.whole("objective.instead") * (o.exercise.id in facts.instead)
        + rules.whole("objective.step_up") * o.raised
        for _, o in chosen
    )


def _aside(facts: Facts, hard: Chosen) -> int:
    """Free days with time for a whole session that hold activation work and no strength."""
    least = facts.rules.series("slot.cross_s")[0]
    places = {p.name: p for p, _ in hard if p.slot == "cross" and p.most_s >= least}
    alone = [name for name in places if not any(o.strength for p, o in hard if p.name == name)]
    return len(alone) * facts.rules.whole("objective.short_cross")


def _places(problem: Problem, facts: Facts, chosen: Chosen) -> int:
    rules = facts.rules
    days = 7 * rules.whole("objective.kept_weeks")
    kept = {weekday(day) for day in facts.known.sessions_by_day if facts.known.days_ago(day) <= days}
    total = 0
    for place in problem.places:
        seconds = sum(o.seconds for p, o in chosen if p.name == place.name)
        if not seconds:
            continue
        if weekday(place.day.day) in kept:
            total += rules.whole("objective.kept_day")
        total += {
            "pre_run": rules.whole("objective.warm_up"),
            "post_run": rules.whole("objective.cool_down"),
        }.get(place.slot, 0)
        least = rules.series("slot.cross_s")[0]
        if place.slot == "cross" and place.most_s >= least > seconds:
            total -= rules.whole("objective.short_cross")
    return total
