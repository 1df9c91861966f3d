"""H7: strength at most three times in seven days, a day between, and never in the way of a hard run."""

from collections.abc import Iterator
from datetime import date, timedelta

from backstride.planning.check.case import Case
from backstride.planning.check.log import MOBILITY
from backstride.planning.check.violation import Violation
from backstride.terms import DayKind

RULE = "H7"
DAY = timedelta(days=1)
HARD_RUNS: tuple[DayKind, ...] = ("long", "quality", "race")


def h07(case: Case) -> Iterator[Violation]:
    """The days of strength, logged and planned, and what stands beside hard runs and races."""
    planned = _planned(case)
    yield from _apart(case, planned)
    yield from _often(case, planned)
    yield from _runs(case)


def _planned(case: Case) -> list[date]:
    """The day of each planned session that holds strength."""
    return [
        day.day
        for day in case.days
        for session in day.sessions
        if any(p.exercise.quality == "strength" for p in case.within(day.day, session))
    ]


def _logged(case: Case) -> list[date]:
    known = case.library.exercises
    return [
        day
        for day, session in case.log.sessions
        if any(i.exercise in known and known[i.exercise].quality == "strength" for i in session.items)
    ]


def _apart(case: Case, planned: list[date]) -> Iterator[Violation]:
    gap = case.rules.whole("strength.gap_days")
    logged = set(_logged(case))
    for index, day in enumerate(planned):
        for before in [*logged, *planned[:index]]:
            if abs((day - before).days) < gap:
                text = f"Strength on {before} and on {day}; {gap} days lie between at least."
                yield Violation(RULE, str(day), text)


def _often(case: Case, planned: list[date]) -> Iterator[Violation]:
    most, span = case.rules.whole("strength.per_week"), 7
    days = {*_logged(case), *planned}  # what was split over a day is one session
    for last in planned:
        first = last - (span - 1) * DAY
        count = sum(first <= day <= last for day in days)
        if count > most:
            text = f"{count} strength sessions from {first} to {last}; {most} is the most."
            yield Violation(RULE, str(last), text)


def _runs(case: Case) -> Iterator[Violation]:
    race_free = case.rules.whole("strength.race_free_days")
    for p in case.placed:
        strength = p.exercise.quality == "strength"
        tomorrow = case.kind(p.day + DAY)
        if strength and tomorrow in HARD_RUNS:
            yield Violation(RULE, p.where, f"Strength on the day before a day that is {tomorrow}.")
        if strength and case.kind(p.day) == "race":
            yield Violation(RULE, p.where, "Strength on race day.")
        races = [k for k in range(1, race_free + 1) if case.kind(p.day + k * DAY) == "race"]
        if races and p.exercise.quality not in MOBILITY:
            text = f"{p.exercise.quality} {races[0]} days before a race; only mobility is allowed."
            yield Violation(RULE, p.where, text)
