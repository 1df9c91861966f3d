"""The logged sessions up to now, by day and by exercise, and the hard sets in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from backstride.knowledge.schema.exercise import Exercise
from backstride.scenario import DoneItem, DoneSession, Scenario
from backstride.terms import Quality

HARD: tuple[Quality, ...] = ("strength", "activation")
MOBILITY: tuple[Quality, ...] = ("dynamic_mobility", "static_mobility")


@dataclass(frozen=True)
class Time:
    """One session that held an exercise: its day and every item of the exercise in it."""

    day: date
    items: tuple[DoneItem, ...]

    @property
    def level(self) -> int:
        """The level that was done last."""
        return self.items[-1].level


@dataclass(frozen=True)
class Log:
    """Sessions not later than now, in the order of time, each with its day in the offset of now."""

    sessions: tuple[tuple[date, DoneSession], ...]
    exercises: Mapping[str, Exercise]

    @classmethod
    def of(cls, scenario: Scenario, exercises: Mapping[str, Exercise]) -> "Log":
        """The log of a scenario."""
        now = scenario.now
        # Of sessions at one moment the lightest counts as the last.
        known = sorted(
            (s for s in scenario.sessions if s.at <= now),
            key=lambda s: (s.at, -max((i.level for i in s.items), default=0), s.model_dump_json()),
        )
        return cls(tuple((s.at.astimezone(now.tzinfo).date(), s) for s in known), exercises)

    @cached_property
    def times(self) -> dict[str, list[Time]]:
        """Each logged exercise's sessions, the oldest first."""
        found: dict[str, list[Time]] = {}
        for day, session in self.sessions:
            for exercise in dict.fromkeys(item.exercise for item in session.items):
                items = tuple(item for item in session.items if item.exercise == exercise)
                found.setdefault(exercise, []).append(Time(day, items))
        return found

    def last(self, exercise: str) -> Time | None:
        """The last session that held the exercise."""
        times = self.times.get(exercise)
        return times[-1] if times else None

    def last_level(self, exercise: str) -> int | None:
        """The level last logged, at most the top of today's ladder; `None`: never logged."""
        last = self.last(exercise)
        if last is None:
            return None
        known = self.exercises.get(exercise)
        return min(last.level, len(known.ladder) - 1) if known else last.level

    def on(self, day: date) -> list[DoneSession]:
        """The sessions of a day."""
        return [session for its_day, session in self.sessions if its_day == day]

    def hard_sets(self, first: date, last: date) -> int:
        """Sets of strength and activation exercises done from one day to another, both included."""
        return sum(
            len(item.done)
            for day, session in self.sessions
            if first <= day <= last
            for item in session.items
            if item.exercise in self.exercises and self.exercises[item.exercise].quality in HARD
        )

    def done_between(self, first: date, last: date) -> set[str]:
        """The exercises done from one day to another, both included."""
        days = (session for day, session in self.sessions if first <= day <= last)
        return {item.exercise for session in days for item in session.items}

    def weeks_back(self, start: date) -> list[int]:
        """Hard sets of the seven days before that day, of the seven before those, and so on to the first."""
        if not self.sessions:
            return []
        weeks = max(0, (start - self.sessions[0][0]).days // 7 + 1)
        return [
            self.hard_sets(start - timedelta(days=7 * k + 7), start - timedelta(days=7 * k + 1))
            for k in range(weeks)
        ]
