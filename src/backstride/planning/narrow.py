"""The problem of each step without what cannot matter to it: the best of it is the best of the whole.

A place that may stay empty takes nothing from the others, so a step leaves out the places that hold none
of its work, and keeps other exercises only where its work may need them to fill a session.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from backstride.planning.objective import Facts, is_hard
from backstride.planning.problem import Option, Place, Problem

Chosen = Collection[tuple[Place, Option]]


def for_days(problem: Problem) -> Problem:
    """Strength work alone; a session that must last for strength may be filled up with other work."""
    return _narrowed(problem, lambda o: o.strength, lambda p: p.least_strength_s > 0)


def for_hard(problem: Problem) -> Problem:
    """Strength and activation work; more exercises than a short session holds may need filling up too."""
    short = problem.rules.whole("session.short_s")
    return _narrowed(problem, is_hard, lambda p: p.least_strength_s > 0 or p.most_s > short)


def for_rest(problem: Problem, facts: Facts, hard: Chosen) -> Problem:
    """All else, with the hard work that is settled."""
    settled = {(place.name, *_key(option)) for place, option in hard}
    taken = {place.name for place, _ in hard}
    places = (
        replace(p, options=tuple(o for o in p.options if not is_hard(o) or (p.name, *_key(o)) in settled))
        for p in problem.places
        if not _needless(problem, facts, p, taken)
    )
    return replace(problem, places=tuple(p for p in places if p.options))


def _narrowed(problem: Problem, work: Callable[[Option], bool], filled: Callable[[Place], bool]) -> Problem:
    def left(places: tuple[Place, ...]) -> Iterator[Place]:
        for place in places:
            own = tuple(option for option in place.options if work(option))
            if own:
                yield place if filled(place) else replace(place, options=own)

    return replace(problem, places=tuple(left(problem.places)))


def _needless(problem: Problem, facts: Facts, place: Place, taken: Collection[str]) -> bool:
    """Whether an open day's recovery can be left out: its other session stands, or holds all that it can.

    A session on a free day that cannot be a whole one may hold what recovery may, is worth the same, and
    lasts as long. Only a replan that finds recovery there would call it a change.
    """
    if place.slot != "recovery" or place.day.kind is not None:
        return False
    other = next((p for p in problem.of_day(place.day.index) if p.slot == "cross"), None)
    if other is None:
        return False
    if other.name in taken:
        return True
    before = facts.previous.get(place.day.day, frozenset())
    return (
        place.most_s <= other.most_s < problem.rules.series("slot.cross_s")[0]
        and all(slot != "recovery" for slot, _ in before)
        and {_key(o) for o in place.options} <= {_key(o) for o in other.options}
    )


def _key(option: Option) -> tuple[str, int]:
    return option.exercise.id, option.dose.level
