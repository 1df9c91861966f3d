"""A runner's year, day by day: wakes, tells, looks at the week, runs, does some of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from random import Random
from typing import Any, NamedTuple

from bench.year.person import Person

from backstride.decide import decide
from backstride.decision import Decision, PlannedDay
from backstride.knowledge import Library
from backstride.scenario import Scenario

ZONE = timezone(timedelta(hours=8))
START = date(2025, 1, 6)  # a Monday
RUNS = {1: 8.0, 3: 7.0, 5: 6.0, 6: 13.0}  # weekday: km
KEPT_DAYS = 120  # of diary and log that the coach is shown; the rules look no further back


class Step(NamedTuple):
    """An exercise as it was done: the day, its level, and the message that says why the coach gave that."""

    day: date
    exercise: str
    level: int
    why: str


@dataclass
class Life:
    """One runner's year. `seen` collects each decision with its scenario's moment."""

    person: Person
    library: Library
    chance: Random
    pain: list[dict[str, Any]] = field(default_factory=list)
    runs: list[dict[str, Any]] = field(default_factory=list)
    sessions: list[dict[str, Any]] = field(default_factory=list)
    screened: datetime | None = None
    decision: Decision | None = None
    planned: int = 0
    done: int = 0
    steps: list[Step] = field(default_factory=list)

    def live(self, days: int) -> Iterator[tuple[int, Scenario, Decision]]:
        """Each decision of the year with its scenario, as it is made."""
        for n in range(days):
            day = START + timedelta(days=n)
            morning = self.person.wakes()
            if self.person.is_away(n):
                continue
            told = self.chance.random() < self.person.tells
            if told:
                self.pain.append({"day": day.isoformat(), "morning": morning})
            given, decision = self._decide(day)
            yield n, given, decision
            self._run(day, morning)
            if decision.week is not None:
                self._work(n, day, decision.week.days[0])

    def _decide(self, day: date) -> tuple[Scenario, Decision]:
        """Today's decision; where questions are due they are answered, all with no."""
        given = self._scenario(day)
        decision = decide(given, self.library)
        if decision.status == "needs_screening":
            self.screened = given.now - timedelta(minutes=5)
            given = self._scenario(day)
            decision = decide(given, self.library)
        self.decision = decision
        return given, decision

    def _scenario(self, day: date) -> Scenario:
        now = datetime.combine(day, time(7), ZONE)
        oldest = (day - timedelta(days=KEPT_DAYS)).isoformat()
        previous = self.decision.week if self.decision is not None else None
        if previous is not None and not previous.days[0].day <= day <= previous.days[-1].day:
            previous = None
        screening = {}
        if self.screened is not None:
            screening = {"at": self.screened, "answers": dict.fromkeys(self.library.questions, "no")}
        return Scenario.model_validate(
            {
                "now": now,
                "runner": self.person.profile,
                "screening": screening,
                "pain": [p for p in self.pain if p["day"] >= oldest],
                "runs": [r for r in self.runs if r["start"] >= oldest],
                "sessions": [s for s in self.sessions if s["at"] >= oldest],
                "previous_week": previous,
            }
        )

    def _run(self, day: date, morning: float) -> None:
        km = RUNS.get(day.weekday())
        if km is None or morning >= 5 or self.chance.random() < 0.1:
            return
        metres = 1000 * km * self.chance.uniform(0.92, 1.06)
        at = datetime.combine(day, time(8), ZONE)
        self.runs.append(
            {
                "start": at.isoformat(),
                "distance_m": round(metres),
                "duration_s": round(metres * 0.36),
                "pain_during": morning,
            }
        )

    def _work(self, n: int, day: date, today: PlannedDay) -> None:
        for number, session in enumerate(s for s in today.sessions if s.items and s.slot != "mid_run"):
            self.planned += 1
            if not self.person.does():
                continue
            self.done += 1
            items, worst = [], 0.0
            for item in session.items:
                sets, effort, hurts = self.person.tries(item, n)
                items.append({"exercise": item.exercise, "level": item.level, "done": sets, "effort": effort})
                worst = max(worst, hurts)
                why = next((r.key for r in item.why if r.key.startswith("dose.")), "")
                self.steps.append(Step(day, item.exercise, item.level, why))
            at = datetime.combine(day, time(9, 30 * number), ZONE)
            self.sessions.append(
                {"at": at.isoformat(), "slot": session.slot, "pain_during": worst, "items": items}
            )
