"""The scenario and the decision side by side, with what the rules need worked out from the scenario."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from backstride.decision import Decision, Item, PlannedDay, Session
from backstride.knowledge import Library, RuleSet
from backstride.knowledge.dose import item_seconds
from backstride.knowledge.schema.exercise import Exercise, Level
from backstride.knowledge.schema.routine import Routine
from backstride.planning.check.calendar import kinds_by_day
from backstride.planning.check.gate import Gate, gate
from backstride.planning.check.log import HARD, Log
from backstride.planning.check.pain import PainRecord
from backstride.scenario import Scenario
from backstride.terms import WEEKDAYS, DayKind


@dataclass(frozen=True)
class Placed:
    """An item where it stands. `level` is `None` where the ladder has no such level."""

    day: date
    session: Session
    item: Item
    exercise: Exercise
    level: Level | None

    @property
    def where(self) -> str:
        """Day, slot and exercise."""
        return f"{self.day} {self.session.slot} {self.item.exercise}"

    @property
    def hard(self) -> bool:
        """Do its sets count as hard sets?"""
        return self.exercise.quality in HARD


@dataclass(frozen=True)
class Case:
    """One decision to be held against one scenario."""

    scenario: Scenario
    decision: Decision
    library: Library
    rules: RuleSet

    @property
    def today(self) -> date:
        """The day of now."""
        return self.scenario.now.date()

    @property
    def start(self) -> date:
        """The start of the week: today, or the first day of the week decided before that today lies in."""
        before = self.scenario.previous_week
        first = min((day.day for day in before.days), default=self.today) if before else self.today
        return first if 0 <= (self.today - first).days < 7 else self.today

    @property
    def days(self) -> tuple[PlannedDay, ...]:
        """The days of the week, none where there is no week."""
        return self.decision.week.days if self.decision.week else ()

    @property
    def deload(self) -> bool:
        """Does the decision call the week a deload?"""
        return self.decision.week is not None and self.decision.week.deload

    @cached_property
    def routine(self) -> Routine | None:
        """The routine that the runner follows as written."""
        name = self.scenario.runner.routine
        found = self.library.routine_names.get(name) if name is not None else None
        return self.library.routines[found] if found is not None else None

    @cached_property
    def log(self) -> Log:
        """The sessions logged up to now."""
        return Log.of(self.scenario, self.library.exercises)

    @cached_property
    def pain(self) -> PainRecord:
        """The evidence of pain up to now."""
        return PainRecord(self.scenario, self.rules)

    @cached_property
    def gate(self) -> Gate:
        """The screening."""
        return gate(self.scenario, self.library, self.rules, self.pain, self.log)

    @cached_property
    def _kinds(self) -> dict[date, DayKind]:
        return kinds_by_day(self.scenario, self.decision)

    def kind(self, day: date) -> DayKind | None:
        """What rules the day; `None` on an open day."""
        return self._kinds.get(day)

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """Every item of a known exercise, in the order of the week."""
        return tuple(
            found for day in self.days for session in day.sessions for found in self.within(day.day, session)
        )

    def within(self, day: date, session: Session) -> Iterator[Placed]:
        """The items of one session whose exercise is known."""
        for item in session.items:
            exercise = self.library.exercises.get(item.exercise)
            if exercise is not None:
                ladder = exercise.ladder
                level = ladder[item.level] if 0 <= item.level < len(ladder) else None
                yield Placed(day, session, item, exercise, level)

    def sessions(self, *slots: str) -> Iterator[tuple[date, Session, list[Placed]]]:
        """The sessions in these slots with their items."""
        for day in self.days:
            for session in day.sessions:
                if session.slot in slots:
                    yield day.day, session, list(self.within(day.day, session))

    def minutes_of(self, day: date) -> float:
        """The minutes that the runner has on that day."""
        return self.scenario.runner.minutes.get(WEEKDAYS[day.weekday()], 0)

    def seconds(self, placed: Placed) -> int:
        """The time of an item, worked out from its dose."""
        return item_seconds(
            placed.item,
            rep_s=placed.exercise.rep_s,
            rest_s=placed.item.rest_s or 0,
            change_s=self.rules.whole("session.change_s"),
        )

    def back(self, days: int) -> date:
        """The day so many days before today."""
        return self.today - timedelta(days=days)

    def before_start(self, days: int) -> date:
        """The day so many days before the start of the week."""
        return self.start - timedelta(days=days)

    def week_sets(self) -> int:
        """Hard sets of the seven days from today on: those planned, and those already done today."""
        return sum(p.item.sets for p in self.placed if p.hard) + self.log.hard_sets(self.today, self.today)
