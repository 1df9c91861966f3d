"""Weeks of real runners' calendars with varied runners: the facts are made here, the calendars are real."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.terms import WEEKDAYS

SHARED = Path(__file__).parents[2] / "shared"
CALENDARS = SHARED / "data" / "calendars"
REGIONS = ("hip_flexors", "glutes", "hamstrings", "lower_back", "calves", "obliques", "thoracic_spine")
POSITIONS = ("standing", "kneeling", "half_kneeling", "quadruped", "prone", "supine", "side_lying")


@dataclass(frozen=True)
class Run:
    start: datetime
    distance_m: float
    duration_s: float


def read_runs(path: Path) -> list[Run]:
    """The runs of a calendar file, oldest first."""
    with path.open(newline="") as file:
        rows = [
            Run(
                datetime.fromisoformat(row["start_local"]).replace(tzinfo=UTC),
                float(row["distance_m"]),
                float(row["moving_s"]),
            )
            for row in csv.DictReader(file)
        ]
    return sorted(rows, key=lambda run: run.start)


def week_starts(runs: list[Run], count: int) -> Iterator[datetime]:
    """So many moments, evenly over the calendar from its seventh week on, at 06:00 on changing weekdays."""
    first = runs[0].start.date() + timedelta(weeks=7)
    days = (runs[-1].start.date() - first).days - 14
    for n in range(count):
        yield datetime.combine(first + timedelta(days=n * days // count), time(6), tzinfo=UTC)


def scenario(runs: list[Run], now: datetime, seed: int, library: Library) -> dict[str, Any]:
    """A scenario for that moment: the real runs up to it and after it, a runner varied by `seed`."""
    chance = Random(seed)
    past = [run for run in runs if now - timedelta(days=120) <= run.start < now]
    return {
        "now": now.isoformat(),
        "runner": _runner(chance, now, library),
        "screening": {
            "at": (now - timedelta(hours=chance.choice([1, 20, 100]))).isoformat(),
            "answers": dict.fromkeys(library.questions, "no")
            | chance.choice([{}, {}, {}, {}, {"C5": "yes"}, {"C7": "unsure"}, {"C2": "yes"}]),
        },
        "pain": _pain(chance, now.date()),
        "runs": [
            {"start": r.start.isoformat(), "distance_m": r.distance_m, "duration_s": r.duration_s}
            for r in past
        ],
        "calendar": chance.choice([_calendar(runs, now), _calendar(runs, now), None]),
    }


def _runner(chance: Random, now: datetime, library: Library) -> dict[str, Any]:
    exercises = sorted(library.exercises)
    usual = chance.choice([(0, 10), (5, 15), (10, 30), (15, 45), (0, 60)])
    return {
        "birth_year": now.year - chance.choice([17, 25, 34, 48, 67]),
        "experience": chance.choice(["new", "regular", "experienced"]),
        "goal": chance.choice(["prevent", "ease", "return"]),
        "minutes": {
            day: chance.randint(*usual) for day in WEEKDAYS if chance.random() < chance.choice([0.4, 0.8, 1])
        },
        "equipment": chance.sample(["strap", "wall", "mat", "weight", "chair"], chance.randint(0, 5)),
        "avoid_positions": chance.sample(POSITIONS, chance.choice([0, 0, 0, 1, 2, 5])),
        "avoid_exercises": chance.sample(exercises, chance.choice([0, 0, 1, 4])),
        "favourites": chance.sample(exercises, chance.randint(0, 3)),
        "tight": chance.sample(REGIONS, chance.randint(0, 2)),
        "weak": chance.sample(REGIONS, chance.randint(0, 2)),
        "desk_hours": chance.choice([0, 4, 9]),
        "routine": chance.choice([None] * 9 + ["S0", "S1", "S2", "S3", "S4"]),
    }


def _pain(chance: Random, today: date) -> list[dict[str, Any]]:
    usual = chance.choice([0, 1, 2, 4])
    found = []
    for back in range(chance.choice([0, 3, 9, 30]), -1, -1):
        morning = usual + chance.choice([0, 0, 0, 0, 0, 1, 1, 2, 3] if back else [0, 1])
        if chance.random() < 0.9:
            day = (today - timedelta(days=back)).isoformat()
            found.append({"day": day, "morning": morning, "worst": min(10, morning + chance.randint(0, 2))})
    return found


def _calendar(runs: list[Run], now: datetime) -> list[dict[str, Any]]:
    """What was run in the days from `now` on, as if it had been planned; the long run by its distance."""
    ahead = [run for run in runs if now <= run.start < now + timedelta(days=10)]
    if not ahead:
        return []
    usual = median(run.distance_m for run in ahead)
    longest = max(ahead, key=lambda run: run.distance_m)
    entries = [
        {
            "day": run.start.date().isoformat(),
            "kind": "long" if run is longest and run.distance_m > 1.3 * usual else _kind(run),
            "distance_m": run.distance_m,
            "duration_s": run.duration_s,
        }
        for run in ahead
    ]
    taken = {entry["day"] for entry in entries}
    for n, kind in ((1, "cross"), (3, "rest"), (9, "race")):
        day = (now.date() + timedelta(days=n)).isoformat()
        if day not in taken and len(ahead) % 3 == n % 3:
            entries.append({"day": day, "kind": kind})
    return entries


def _kind(run: Run) -> str:
    return "quality" if run.start.day % 5 == 0 else "easy"


def done(decision: Decision, given: dict[str, Any], seed: int) -> list[dict[str, Any]]:
    """The sessions of a decided week as a runner might log them: most of them, some sets left out."""
    chance = Random(seed)
    if decision.week is None:
        return []
    hour = datetime.fromisoformat(given["now"]).astimezone(UTC)
    found = []
    for n, day in enumerate(decision.week.days):
        for session in day.sessions:
            if not session.items or chance.random() < 0.2:
                continue
            items = [
                {
                    "exercise": item.exercise,
                    "level": item.level,
                    "effort": chance.choice([4, 5, 6, 8]),
                    "done": [
                        {"reps": item.reps, "hold_s": item.hold_s, "duration_s": item.duration_s}
                        for _ in range(item.sets)
                    ],
                }
                for item in session.items
            ]
            at = (hour + timedelta(days=n, hours=1)).isoformat()
            found.append(
                {
                    "at": at,
                    "slot": session.slot,
                    "pain_during": chance.choice([0, 1, 2, 2, 4]),
                    "items": items,
                }
            )
    return found
