"""What is asked of the sessions of a decided week. Limits give back what they were told if it holds."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from backstride.decision import Decision, Item, Session
from backstride.knowledge import load
from backstride.knowledge.dose import static_seconds
from backstride.knowledge.schema.exercise import Exercise


def _sessions(decision: Decision, slot: str | None = None) -> Iterator[tuple[int, Session]]:
    """Day from today and session, in a slot or in all of them."""
    for n, day in enumerate(decision.week.days if decision.week else ()):
        for session in day.sessions:
            if slot in (None, session.slot):
                yield n, session


def _exercise(item: Item) -> Exercise:
    return load().exercises[item.exercise]


def _days_with(decision: Decision, slot: str) -> list[int]:
    return [n for n, _ in _sessions(decision, slot)]


def _strength(decision: Decision) -> list[int]:
    return sorted(
        {n for n, s in _sessions(decision) if any(_exercise(i).quality == "strength" for i in s.items)}
    )


def _apart(decision: Decision, least: int) -> int:
    days = _strength(decision)
    return min([least, *(b - a for a, b in pairwise(days))])


def _within(decision: Decision, told: dict[str, list[int]]) -> dict[str, list[int]]:
    """Minutes of the sessions of each slot: the pair that was told, where all lie in it and there are any."""
    found = {}
    for slot, (least, most) in told.items():
        minutes = sorted(session.minutes for _, session in _sessions(decision, slot))
        held = bool(minutes) and least <= minutes[0] and minutes[-1] <= most
        found[slot] = [least, most] if held else minutes
    return found


def _day_minutes(decision: Decision, told: dict[int, int]) -> dict[int, int]:
    sums = Counter[int]()
    for n, session in _sessions(decision):
        sums[n] += session.minutes
    return {n: max(most, sums[n]) for n, most in told.items()}


def _only(
    read: Callable[[Exercise], str], decision: Decision, told: dict[str, list[str]]
) -> dict[str, list[str]]:
    """What the exercises of each slot are: what was told, where there are any and no others."""
    found = {}
    for slot, wanted in told.items():
        seen = {read(_exercise(item)) for _, session in _sessions(decision, slot) for item in session.items}
        found[slot] = wanted if seen and seen <= set(wanted) else sorted(seen)
    return found


def _only_in(decision: Decision, told: dict[int, list[str]]) -> dict[int, list[str]]:
    found = {}
    for day, wanted in told.items():
        seen = {_exercise(item).quality for n, s in _sessions(decision) if n == day for item in s.items}
        found[day] = wanted if seen <= set(wanted) else sorted(seen)
    return found


def _most_exercises(decision: Decision, most: int) -> int:
    return max([most, *(len(session.items) for _, session in _sessions(decision))])


def _most_new(decision: Decision, most: int) -> int:
    return max(
        [
            most,
            *(sum(i.change == "new" for i in s.items) for _, s in _sessions(decision) if s.slot != "mid_run"),
        ]
    )


def _twice(decision: Decision) -> list[str]:
    days = Counter(
        (n, item.exercise) for n, s in _sessions(decision) if s.slot != "mid_run" for item in s.items
    )
    return sorted(exercise for (_, exercise), count in days.items() if count > 1)


def _held(decision: Decision) -> Iterator[Counter[str]]:
    """Seconds of static stretching by muscle, one side counted, for each session."""
    for _, session in _sessions(decision):
        held = Counter[str]()
        for item in session.items:
            exercise = _exercise(item)
            if exercise.quality == "static_mobility":
                for muscle in exercise.stretches:
                    held[muscle] += static_seconds(item)
        yield held


def _held_week(decision: Decision, most: int) -> int:
    return max([most, *sum(_held(decision), Counter[str]()).values()])


def _needs(decision: Decision) -> list[str]:
    """The equipment that the week's exercises and levels need, the mat aside."""
    needed = {
        thing
        for _, session in _sessions(decision)
        for item in session.items
        for thing in (*_exercise(item).equipment, *_exercise(item).ladder[item.level].equipment)
    }
    return sorted(needed - {"mat"})


def _with_in(decision: Decision, told: dict[int, list[str]]) -> dict[int, list[str]]:
    """The exercises named that do not stand on the day, the card aside."""
    there = {(n, i.exercise) for n, s in _sessions(decision) if s.slot != "mid_run" for i in s.items}
    return {n: [e for e in wanted if (n, e) not in there] for n, wanted in told.items()}


SESSIONS: dict[str, Callable[[Decision, Any], Any]] = {
    "slots_in": lambda d, t: {n: [s.slot for k, s in _sessions(d) if k == n] for n in t},
    "warm_ups_in": lambda d, t: _days_with(d, "pre_run"),
    "cards_in": lambda d, t: _days_with(d, "mid_run"),
    "card_moves_at_most": lambda d, t: max([t, *(len(s.items) for _, s in _sessions(d, "mid_run"))]),
    "strength_in": lambda d, t: _strength(d),
    "strength_days": lambda d, t: len(_strength(d)),
    "strength_apart": _apart,
    "minutes_within": _within,
    "minutes_at_most_in": _day_minutes,
    "positions_only": lambda d, t: _only(lambda e: e.position, d, t),
    "qualities_only": lambda d, t: _only(lambda e: e.quality, d, t),
    "qualities_only_in": _only_in,
    "exercises_at_most": _most_exercises,
    "new_at_most": _most_new,
    "twice_a_day": lambda d, t: _twice(d),
    "stretch_at_most_s": lambda d, t: max([t, *(s for held in _held(d) for s in held.values())]),
    "stretch_week_at_most_s": _held_week,
    "equipment_needed": lambda d, t: _needs(d),
    "positions_unused": lambda d, t: sorted(
        set(t) - {_exercise(i).position for _, s in _sessions(d) for i in s.items}
    ),
    "impact": lambda d, t: any(_exercise(i).impact for _, s in _sessions(d) for i in s.items),
    "with": lambda d, t: sorted(set(t) & {i.exercise for _, s in _sessions(d) for i in s.items}),
    "not_in": _with_in,
}
