"""What a runner's own data say over time, for pictures and for the tables behind them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from backstride.coaching.findings import findings
from backstride.coaching.logs import entries
from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.known import Known
from backstride.runs.ran import Ran
from backstride.runs.weekly import Week, latest, weeks_of
from backstride.scenario import Scenario
from backstride.web.deciding.adherence import WeekCount, week_counts
from backstride.web.models import Runner
from backstride.web.telling.lights import LightTold, lights_told
from backstride.week_words import exercise_words

PAIN_DAYS, WEEKS, RUN_WEEKS, EXERCISES = 84, 12, 26, 8


@dataclass(frozen=True)
class PainDayTold:
    """A day that something is known of: scores of 0-10, the baseline, the light."""

    day: date
    morning: float | None
    worst: float | None
    baseline: float | None
    light: LightTold | None


@dataclass(frozen=True)
class LadderTold:
    """An exercise's levels, counted from 1 as people do: of each session, the oldest first."""

    exercise: str
    name: str
    top: int
    now: int
    done: tuple[tuple[date, int], ...]


@dataclass(frozen=True)
class Progress:
    """All of it; a part without data is empty."""

    pain: tuple[PainDayTold, ...]
    weeks: tuple[WeekCount, ...]
    ladders: tuple[LadderTold, ...]
    others: int
    runs: tuple[Week, ...]


def progress_of(
    runner: Runner, scenario: Scenario, decision: Decision, library: Library, now: datetime
) -> Progress:
    """What the last decision found, over the last weeks. `now` is in the runner's zone."""
    known = Known(scenario)
    ladders = _ladders(known, library)
    rules = library.rules(decision.rules)
    return Progress(
        pain=_pain(known, decision, library),
        weeks=week_counts(runner, now, WEEKS),
        ladders=ladders[:EXERCISES],
        others=len(ladders[EXERCISES:]),
        runs=latest(weeks_of(Ran.of(known), rules), RUN_WEEKS),
    )


def _pain(known: Known, decision: Decision, library: Library) -> tuple[PainDayTold, ...]:
    since = known.today - timedelta(days=PAIN_DAYS - 1)
    lights = lights_told(decision, library)
    found = findings(known, library.rules(decision.rules))
    told = []
    for day, finding in found.items():
        if day < since:
            continue
        entry = known.pain.get(day)
        worst = entry.worst if entry is not None else None
        told.append(PainDayTold(day, finding.morning, worst, finding.baseline, lights.get(day)))
    return tuple(told)


def _ladders(known: Known, library: Library) -> tuple[LadderTold, ...]:
    """The exercises done, those done last and most first."""
    told = []
    for exercise, rows in entries(known, library).items():
        done = tuple((row.day, row.level + 1) for row in rows)
        record = library.exercises[exercise]
        name = exercise_words(library, exercise, rows[-1].level)
        told.append(LadderTold(exercise, name, len(record.ladder), rows[-1].level + 1, done))
    return tuple(sorted(told, key=lambda ladder: (-len(ladder.done), ladder.name)))
