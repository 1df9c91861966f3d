"""Months of a runner who does what each week says: the week decided goes back in as the sessions done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from backstride.decide import decide
from backstride.decision import Decision, Item
from backstride.knowledge import load
from backstride.planning.check import check
from backstride.scenario import Scenario
from cast import NOW, facts

Facts = dict[str, Any]
# From (days since the start, exercises of the day) to (the pain during them, the next morning).
Feels = Callable[[int, tuple[str, ...]], tuple[float, float]]
START = datetime.fromisoformat(NOW)
RUNS = (0, 2, 5)  # an easy run, a longer one, an easy one


def well(_day: int, _exercises: tuple[str, ...]) -> tuple[float, float]:
    """A back without trouble."""
    return 0, 1


@dataclass
class Month:
    """A log that grows week by week; `weeks` are the decisions, oldest first, `None` for one left out."""

    runner: Facts = field(default_factory=dict)
    feels: Feels = well
    effort: float = 5
    start: datetime = START
    sessions: list[Facts] = field(default_factory=list)
    pain: dict[str, Facts] = field(default_factory=dict)
    runs: list[Facts] = field(default_factory=list)
    weeks: list[Decision | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        for back in range(7, 0, -1):
            self._morning(-back, 1)

    @property
    def now(self) -> datetime:
        """The first day of the next week."""
        return self.start + timedelta(weeks=len(self.weeks))

    def scenario(self) -> Scenario:
        """The scenario as it stands on the first day of the next week, screened that morning."""
        now = self.now
        data = facts(
            now=now.isoformat(),
            screening__at=(now - timedelta(hours=1)).isoformat(),
            pain=list(self.pain.values()),
            runs=self.runs,
            calendar=[
                {"day": (now.date() + timedelta(days=n)).isoformat(), "kind": "easy", "distance_m": 8000}
                for n in RUNS
            ],
            sessions=self.sessions,
        )
        data["runner"] |= self.runner
        return Scenario.model_validate(data)

    def follow(self, weeks: int) -> "Month":
        """Decides so many weeks, holds each against the checker, and does all that it says."""
        for _ in range(weeks):
            given = self.scenario()
            decision = decide(given, load())
            assert check(given, decision, load()) == []
            assert decision.week is not None, decision.triage
            first = 7 * len(self.weeks)
            for n, day in enumerate(decision.week.days):
                sessions = [s for s in day.sessions if s.items and s.slot != "mid_run"]
                names = tuple(item.exercise for session in sessions for item in session.items)
                during, after = self.feels(first + n, names)
                at = self.start + timedelta(days=first + n, hours=11)
                for session in sessions:
                    items = [self._done(item) for item in session.items]
                    done = {"at": at.isoformat(), "slot": session.slot, "pain_during": during, "items": items}
                    self.sessions.append(done)
                if n in RUNS:
                    at = self.start + timedelta(days=first + n, hours=1)
                    run = {"start": at.isoformat(), "distance_m": 8000, "duration_s": 2880, "pain_during": 0}
                    self.runs.append(run)
                self._morning(first + n + 1, after)
            self.weeks.append(decision)
        return self

    def stop(self, weeks: int) -> "Month":
        """Weeks without anything: no session, no diary, no run."""
        self.weeks += [None] * weeks
        return self

    def items(self, week: int) -> Iterator[Item]:
        """The items of a week but those of the cards."""
        decision = self.weeks[week]
        assert decision is not None
        assert decision.week is not None
        for day in decision.week.days:
            for session in day.sessions:
                if session.slot != "mid_run":
                    yield from session.items

    def levels(self, week: int) -> dict[str, int]:
        """The level of each exercise of a week."""
        return {item.exercise: item.level for item in self.items(week)}

    def hard_sets(self, week: int) -> int:
        """The sets of strength and activation work of a week."""
        return sum(item.sets for item in self.items(week) if hard(item.exercise))

    def mobility(self, week: int) -> set[str]:
        """The accessories of a week."""
        return {item.exercise for item in self.items(week) if not hard(item.exercise)}

    def _done(self, item: Item) -> Facts:
        dose = {"reps": item.reps, "hold_s": item.hold_s, "duration_s": item.duration_s}
        done = [dose] * item.sets
        return {"exercise": item.exercise, "level": item.level, "done": done, "effort": self.effort}

    def _morning(self, day: int, score: float) -> None:
        name = (self.start + timedelta(days=day)).date().isoformat()
        self.pain[name] = {"day": name, "morning": score, "worst": score}


def hard(exercise: str) -> bool:
    """Whether an exercise is strength or activation work."""
    return load().exercises[exercise].quality in ("strength", "activation")
