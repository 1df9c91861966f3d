"""Exercises that keep hurting: they are left alone for a while, a few at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from backstride.coaching.light import Lights
from backstride.coaching.logs import Entry
from backstride.knowledge import RuleSet
from backstride.known import Known


@dataclass(frozen=True)
class Left:
    """An exercise that is left: `sore` of its last `of` sessions were amber or red, the last on `day`."""

    exercise: str
    key: str
    sore: int
    of: int
    day: date


def left(
    known: Known, rules: RuleSet, log: Mapping[str, tuple[Entry, ...]], lights: Lights
) -> dict[str, Left]:
    """The exercises that are left, by id: those left longest first, then those that hurt most by themselves.

    A day's light is that of all its exercises, so an exercise is blamed only where days without it were sore
    less often, and only so many are left at a time: a back that is sore whatever is done keeps its week.
    """
    sore = {entry.day for entry in lights.lights if entry.light != "green"}
    ranked = []
    for exercise, rows in log.items():
        found = _left(known, rules, exercise, rows, sore)
        if found is not None:
            recent = _recent(rules, rows)
            apart = _sore_without(known, rules, recent, sore)
            if sum(row.day in sore for row in recent) > apart * len(recent):
                ranked.append((found.day, apart, exercise, found))
    ranked.sort(key=lambda entry: entry[:3])
    return {exercise: found for _, _, exercise, found in ranked[: rules.whole("leave.most")]}


def _recent(rules: RuleSet, rows: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """An exercise's sessions in the weeks up to its last one."""
    days = rules.whole("leave.days")
    return tuple(row for row in rows if (rows[-1].day - row.day).days < days)


def _left(
    known: Known, rules: RuleSet, exercise: str, rows: tuple[Entry, ...], sore: set[date]
) -> Left | None:
    last, recent = rows[-1], _recent(rules, rows)
    if last.day not in sore or known.days_ago(last.day) >= rules.whole("leave.days"):
        return None
    for key in ("leave.lowest", "leave.often"):
        wanted, window = (int(n) for n in rules.series(key))
        seen = list(recent[-window:])
        if key == "leave.lowest":
            seen = [row for row in seen if row.level == last.level == 0]
        hurt = sum(row.day in sore for row in seen)
        if hurt >= wanted:
            return Left(exercise, key, hurt, len(seen), last.day)
    return None


def _sore_without(known: Known, rules: RuleSet, recent: tuple[Entry, ...], sore: set[date]) -> Fraction:
    """The share of sore days among the session days of those weeks without the exercise; 0 for none."""
    its, days = {row.day for row in recent}, rules.whole("leave.days")
    others = [
        day for day in known.sessions_by_day if day not in its and 0 <= (recent[-1].day - day).days < days
    ]
    return Fraction(sum(day in sore for day in others), max(1, len(others)))
