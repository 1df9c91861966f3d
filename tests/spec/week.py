"""What is asked of a whole decision: its week, its sessions and its items."""

from collections.abc import Callable, Iterator
from typing import Any

from backstride.decision import Decision, Item, PlannedDay
from backstride.knowledge import load
from spec.around import AROUND
from spec.sessions import SESSIONS


def _days(decision: Decision) -> tuple[PlannedDay, ...]:
    return decision.week.days if decision.week is not None else ()


def _items(decision: Decision, days: list[int] | None = None) -> Iterator[Item]:
    for index, day in enumerate(_days(decision)):
        if days is None or index in days:
            for session in day.sessions:
                yield from session.items


def _qualities(decision: Decision, days: list[int]) -> set[str]:
    return {load().exercises[item.exercise].quality for item in _items(decision, days)}


def _levels(decision: Decision, told: dict[str, int]) -> dict[str, int | None]:
    found = {item.exercise: item.level for item in _items(decision)}
    return {exercise: found.get(exercise) for exercise in told}


DECIDED: dict[str, Callable[[Decision, Any], Any]] = {
    **AROUND,
    **SESSIONS,
    "status": lambda d, t: d.status,
    "week": lambda d, t: d.week is not None,
    "exercises": lambda d, t: any(True for _ in _items(d)),
    "run_advice": lambda d, t: len(d.runs),
    "safety_net": lambda d, t: len(d.triage.safety_net) > 0,
    "highest_level": lambda d, t: max(item.level for item in _items(d)),
    "levels_at_most_in": lambda d, t: {
        n: max([most, *(i.level for i in _items(d, [n]))]) for n, most in t.items()
    },
    "levels": _levels,
    "changes": lambda d, t: sorted({item.change for item in _items(d)}),
    "without": lambda d, t: sorted(set(t) - {item.exercise for item in _items(d)}),
    "no_strength_in": lambda d, t: [n for n in t if "strength" not in _qualities(d, [n])],
    "deload": lambda d, t: d.week is not None and d.week.deload,
    "hard_sets": lambda d, t: sum(
        item.sets
        for item in _items(d)
        if load().exercises[item.exercise].quality in ("strength", "activation")
    ),
    "inferred": lambda d, t: d.week is not None and d.week.calendar == "inferred",
}
