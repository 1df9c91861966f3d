"""The rules of a minimal conflict in words."""

from collections.abc import Iterable

from backstride.decision import Binding
from backstride.knowledge import Library
from backstride.known import weekday
from backstride.planning.days import PlanDay
from backstride.planning.relaxing import Group

# The message of each cause; those of days tell the days.
_TEXTS = {
    "race_day": "short.race_day",
    "before_race": "short.before_race",
    "hard_run": "short.hard_run",
    "before_hard_run": "short.before_hard_run",
    "too_soon": "short.too_soon",
    "rest_day": "short.rest_day",
    "no_minutes": "short.no_minutes",
    "few_minutes": "short.few_minutes",
    "done_today": "bind.done_today",
    "low_load": "bind.low_load",
    "exercises": "bind.exercises",
    "new": "bind.new",
    "stretch": "bind.stretch",
    "per_week": "bind.per_week",
    "spacing": "bind.spacing",
    "deload": "short.deload",
    "growth": "short.growth",
    "soon": "bind.soon",
    "left": "bind.left",
    "answers": "bind.answers",
    "positions": "bind.positions",
    "own_list": "bind.own_list",
    "equipment": "bind.equipment",
    "times": "bind.times",
    "settled": "bind.settled",
}


def bindings(library: Library, days: tuple[PlanDay, ...], conflict: Iterable[Group]) -> tuple[Binding, ...]:
    """Each rule of a conflict with its day and a sentence."""
    return tuple(
        Binding(
            rule=group.rule,
            day=None if group.day is None else days[group.day].day,
            text=_text(library, days, group.cause, [group]),
        )
        for group in conflict
    )


def in_words(library: Library, days: tuple[PlanDay, ...], conflict: Iterable[Group]) -> str:
    """A conflict in a phrase, days of one cause together."""
    by_cause: dict[str, list[Group]] = {}
    for group in conflict:
        by_cause.setdefault(group.cause, []).append(group)
    return "; ".join(_text(library, days, cause, same) for cause, same in by_cause.items())


def _text(library: Library, days: tuple[PlanDay, ...], cause: str, same: list[Group]) -> str:
    named = [library.message(f"day.{weekday(days[g.day].day)}", {}) for g in same if g.day is not None]
    return library.message(_TEXTS[cause], {"days": ", ".join(named)})
