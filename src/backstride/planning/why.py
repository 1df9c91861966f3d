"""Why an exercise stands in a week, or why not: what it adds, what it beat, which rules keep it out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from backstride.decision import Binding, Reason, Session, Week
from backstride.known import weekday
from backstride.planning.binding import bindings
from backstride.planning.conflict import minimal_conflict, possible
from backstride.planning.contribution import contribution, need_of, points
from backstride.planning.demands import Demand, exercise_on, strength_on, without
from backstride.planning.dose_path import DosePath, dose_path
from backstride.planning.problem import Option, Place
from backstride.planning.relaxing import Group, groups
from backstride.planning.solver import Solution
from backstride.planning.work import Work
from backstride.terms import Slot
from backstride.values import Day, Value
from backstride.wording import slot_words

STRENGTH = "strength"  # in place of an exercise: any strength work of the day
# The rule that says what may be done at a time of the day.
_TIMES: dict[Slot, str] = {
    "pre_run": "H3",
    "mid_run": "H4",
    "post_run": "H5",
    "cross": "H6",
    "recovery": "H6",
}


class Asked(Value):
    """What is asked about: an exercise (or `strength`) on a day of the week, at a time of it or at any."""

    day: Day
    slot: Slot | None = None
    exercise: str


class Standing(Value):
    """An exercise at its place."""

    day: Day
    slot: Slot
    exercise: str


class Rival(Value):
    """Another best week, found by solving again: what comes and goes, and what each term loses by it."""

    comes: tuple[Standing, ...]
    goes: tuple[Standing, ...]
    loses: dict[str, int]


class Answer(Value):
    """Why. `says` is the answer in a sentence; what does not apply is empty or `None`.

    Placed: the `reasons` with their rules, the points by term (`adds`) and region, the dose's `path`, and
    the `rival`, the best week without it. Not placed: a minimal `conflict` of rules, or the `rival` with it.
    """

    asked: Asked
    placed: bool
    says: str
    reasons: tuple[Reason, ...] = ()
    adds: dict[str, int] = {}
    regions: dict[str, int] = {}
    path: DosePath | None = None
    conflict: tuple[Binding, ...] = ()
    rival: Rival | None = None


@dataclass(frozen=True)
class Why:
    """Answers questions about a decided week."""

    work: Work
    week: Week

    def answer(self, asked: Asked) -> Answer:
        """Why it stands there, or why not."""
        reasons = tuple(self._reasons(asked))
        if self.week.routine is not None:
            return self._said(asked, "why.routine", placed=bool(reasons), reasons=reasons)
        taken = tuple(pair for pair in self.work.solution.chosen if self._meant(asked, *pair))
        if taken:
            return self._placed(asked, reasons, taken)
        if reasons:
            return self._said(asked, "why.card", placed=True, reasons=reasons)
        return self._absent(asked)

    def _placed(
        self, asked: Asked, reasons: tuple[Reason, ...], taken: tuple[tuple[Place, Option], ...]
    ) -> Answer:
        work, chosen = self.work, self.work.solution.chosen
        other = work.solved(without(work.problem, partial(self._meant, asked)))
        rival = self._rival(other)
        key = "why.no_other" if not rival.comes else "why.next_best" if self._worse(other) else "why.even"
        single = asked.exercise != STRENGTH
        return self._said(
            asked,
            key,
            placed=True,
            reasons=reasons,
            adds=_some(contribution(work.problem, work.facts, chosen, taken)),
            regions=need_of(work.facts, chosen, taken),
            path=dose_path(work, taken[0][1]) if single else None,
            rival=rival,
        )

    def _absent(self, asked: Asked) -> Answer:
        day = self.work.day(self._index(asked))
        if asked.slot is not None and asked.slot not in day.slots:
            return self._said(asked, "why.no_time", placed=False)
        demand, case = self._demand(asked), self.work.case
        if possible(case, demand):
            other = self.work.solved(self.work.problem, demand.on)
            rival = self._rival(other)
            key = "why.costs" if self._worse(other) else "why.as_good"
            if STRENGTH not in rival.loses and self._other_days(rival):
                key = "why.other_days"
            return self._said(asked, key, placed=False, rival=rival)
        every = (Group(_TIMES[asked.slot or day.slots[-1]], "times"), *groups(case))
        conflict = minimal_conflict(case, demand, every, impossible=True)
        told = bindings(self.work.library, self.work.problem.days, conflict)
        return self._said(asked, "why.not_fit" if told else "why.never", placed=False, conflict=told)

    def _demand(self, asked: Asked) -> Demand:
        index = self._index(asked)
        if asked.exercise == STRENGTH:
            return strength_on(index)
        return exercise_on(index, asked.exercise, asked.slot)

    def _meant(self, asked: Asked, place: Place, option: Option) -> bool:
        named = option.strength if asked.exercise == STRENGTH else option.exercise.id == asked.exercise
        return named and place.day.day == asked.day and asked.slot in (None, place.slot)

    def _reasons(self, asked: Asked) -> Iterator[Reason]:
        """Those of the sessions that hold it, then its own."""
        for session in self._sessions(asked):
            items = [item for item in session.items if self._named(item.exercise, asked)]
            if items:
                yield from session.why
                for item in items if asked.exercise != STRENGTH else ():
                    yield from item.why

    def _sessions(self, asked: Asked) -> Iterator[Session]:
        for day in self.week.days:
            if day.day == asked.day:
                yield from (s for s in day.sessions if asked.slot in (None, s.slot))

    def _named(self, exercise: str, asked: Asked) -> bool:
        if asked.exercise == STRENGTH:
            return self.work.library.exercises[exercise].quality == STRENGTH
        return exercise == asked.exercise

    def _rival(self, other: Solution) -> Rival:
        work = self.work
        ours, theirs = _standing(work.solution), _standing(other)
        before = points(work.problem, work.facts, work.solution.chosen)
        after = points(work.problem, work.facts, other.chosen)
        return Rival(
            comes=tuple(theirs[key] for key in theirs if key not in ours),
            goes=tuple(ours[key] for key in ours if key not in theirs),
            loses=_some({term: got - after[term] for term, got in before.items()}),
        )

    def _worse(self, other: Solution) -> bool:
        """Whether the first step in which the weeks truly differ is in favour of the decided one."""
        work = self.work
        mine, theirs = (work.steps(work.problem, solution) for solution in (work.solution, other))
        if mine[0] != theirs[0]:
            return mine[0] > theirs[0]
        slack = work.slack(mine)
        return next((a > b for a, b in zip(mine[1:], theirs[1:], strict=True) if abs(a - b) > slack), False)

    def _other_days(self, rival: Rival) -> bool:
        """Whether the weeks have their strength work on other days."""
        exercises = self.work.library.exercises
        strong = [
            {item.day for item in items if exercises[item.exercise].quality == STRENGTH}
            for items in (rival.comes, rival.goes)
        ]
        return strong[0] != strong[1]

    def _index(self, asked: Asked) -> int:
        return (asked.day - self.work.known.today).days

    def _said(self, asked: Asked, key: str, *, placed: bool, **more: Any) -> Answer:
        library, day = self.work.library, self.work.day(self._index(asked))
        values = {
            "day": library.message(f"day.{weekday(day.day)}", {}),
            "slots": ", ".join(slot_words(slot, library.word).lower() for slot in day.slots),
        }
        return Answer(asked=asked, placed=placed, says=library.message(key, values), **more)


def _standing(solution: Solution) -> dict[tuple[str, str], Standing]:
    return {
        (place.name, option.exercise.id): Standing(
            day=place.day.day, slot=place.slot, exercise=option.exercise.id
        )
        for place, option in solution.chosen
    }


def _some(points_: dict[str, int]) -> dict[str, int]:
    return {term: value for term, value in points_.items() if value}
