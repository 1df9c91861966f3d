"""Smallest changes beside more minutes, each proven by solving again.

An open day for a rest day, a thing in the house, another day for a run.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from backstride.decision import DayRun
from backstride.knowledge import Library
from backstride.known import Known, weekday
from backstride.planning.days import HARD_RUNS
from backstride.planning.problem import Problem
from backstride.runs.calendar import Calendar

THINGS = ("wall", "strap", "chair", "weight")  # what a house may hold and an exercise may need

_WAYS = 6  # ways to move a run that are tried: each costs a solution


@dataclass(frozen=True)
class Mending:
    """Tries changes of the calendar or the house. `make` builds the problem of what is then known."""

    known: Known
    library: Library
    calendar: Calendar
    make: Callable[[Known, Calendar], Problem]

    def first(self, days: tuple[date, ...], helps: Callable[[Problem], bool]) -> str | None:
        """The smallest change of `days` or the house that helps, in words; `None` where none does."""
        for key, values, known, calendar in self._changes(days):
            if helps(self.make(known, calendar)):
                return self.library.message(key, values)
        return None

    def _changes(self, days: tuple[date, ...]) -> Iterator[tuple[str, Mapping[str, object], Known, Calendar]]:
        for day in days:
            if self.calendar.kind(day) == "rest":
                yield "short.mend_open", {"day": self._name(day)}, self.known, self._without(day)
        for name in THINGS:
            if name not in self.known.scenario.runner.equipment:
                yield "short.mend_thing", {"name": name}, with_thing(self.known, name), self.calendar
        for old, new in _moves(self.calendar, days):
            values = {
                "kind": self.library.message(f"kind.{self.calendar.kind(old)}", {}),
                "day": self._name(old),
                "other": self._name(new),
            }
            yield "short.mend_move", values, self.known, moved(self.calendar, old, new)

    def _without(self, day: date) -> Calendar:
        entries = {other: runs for other, runs in self.calendar.days.items() if other != day}
        return Calendar(entries, self.calendar.origin)

    def _name(self, day: date) -> str:
        return self.library.message(f"day.{weekday(day)}", {})


def with_thing(known: Known, name: str) -> Known:
    """What is known, with one more thing in the house."""
    runner = known.scenario.runner
    more = runner.model_copy(update={"equipment": (*runner.equipment, name)})
    return Known(known.scenario.model_copy(update={"runner": more}))


def moved(calendar: Calendar, old: date, new: date) -> Calendar:
    """The calendar with all entries of one day on another."""
    entries: dict[date, tuple[DayRun, ...]] = {d: runs for d, runs in calendar.days.items() if d != old}
    entries[new] = (*calendar.days[old], *entries.get(new, ()))
    return Calendar(entries, calendar.origin)


def _moves(calendar: Calendar, days: tuple[date, ...]) -> list[tuple[date, date]]:
    """Hard runs but no race, each to an open day; the shortest way first."""
    hard = [day for day in days if calendar.kind(day) in HARD_RUNS and calendar.kind(day) != "race"]
    free = [day for day in days if calendar.kind(day) is None]
    ways = [(old, new) for old in hard for new in free]
    return sorted(ways, key=lambda way: (abs((way[1] - way[0]).days), way))[:_WAYS]
