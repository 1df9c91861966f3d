"""A made-up runner with a year of made-up runs, to look around with. Always shown as a sample.

Drawn by rule, with no chance in it: the same moment gives the same runner.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple

from backstride.runs.activity import Activity

WEEKS = 52
# Counted from the first week: ill for a fortnight, then a shorter week.
_MISSED = (31, 32)
_BACK = 33
_TREADMILL_WEEK = 12
_CYCLE = (0.86, 0.94, 1.0, 0.72)  # three weeks up, one down


class _Usual(NamedTuple):
    """A usual run of the week: when, how far (km), how fast (s/km), steps and heartbeats a minute."""

    weekday: int
    at: time
    km: float
    pace: float
    cadence: float
    heart_rate: float


_TUESDAY = _Usual(1, time(6, 35), 7.0, 352, 166, 142)
_THURSDAY = _Usual(3, time(18, 40), 8.0, 318, 173, 159)
_SATURDAY = _Usual(5, time(7, 50), 5.5, 358, 165, 139)
_SUNDAY = _Usual(6, time(7, 10), 15.0, 362, 164, 146)


def sample_year(now: datetime) -> tuple[Activity, ...]:
    """About 180 runs of the 52 weeks before `now` (aware), oldest first."""
    monday = datetime.combine(now.date(), time(), now.tzinfo) - timedelta(days=now.weekday(), weeks=WEEKS)
    runs = [
        _activity(monday + timedelta(weeks=week), week, usual)
        for week in range(WEEKS + 1)
        for usual in _week(week)
    ]
    first = now - timedelta(weeks=WEEKS)
    return tuple(run for run in runs if first <= run.start <= now - timedelta(seconds=run.elapsed_s))


def _week(week: int) -> tuple[_Usual, ...]:
    if week in _MISSED:
        return ()
    if week % 5 in (1, 3):
        return _TUESDAY, _THURSDAY, _SUNDAY
    return _TUESDAY, _THURSDAY, _SATURDAY, _SUNDAY


def _activity(monday: datetime, week: int, usual: _Usual) -> Activity:
    # No two runs are alike: up to four per cent more or less, by a pattern of nine steps.
    sway = 1 + ((week * 7 + usual.weekday * 5) % 9 - 4) / 100
    grown = 0.85 + 0.15 * week / WEEKS
    share = 0.6 if week == _BACK else _CYCLE[week % 4] if usual is _SUNDAY else 1.0
    metres = round(1000 * usual.km * share * grown * sway)
    pace = usual.pace * (1.04 - 0.04 * week / WEEKS) * (2 - sway)
    treadmill = week == _TREADMILL_WEEK and usual is _TUESDAY
    day = monday + timedelta(days=usual.weekday)
    start = datetime.combine(day.date(), usual.at, monday.tzinfo) + timedelta(minutes=(week * 11) % 17)
    duration = round(metres / 1000 * pace)
    return Activity(
        start=start,
        zone_known=True,
        duration_s=float(duration),
        elapsed_s=float(duration + (week * 13 + usual.weekday) % 90),
        distance_m=float(metres),
        cadence_spm=float(round(usual.cadence * (1 + (sway - 1) / 4))),
        heart_rate_bpm=float(round(usual.heart_rate * (1 + (sway - 1) / 2))),
        sport="running",
        sport_guessed=False,
        surface="treadmill" if treadmill else None,
        source=f"sample/{start:%Y-%m-%d}.fit",
    )


def sample_facts(now: datetime, questions: Iterable[str]) -> dict[str, Any]:
    """The sample runner's own parts of a scenario: runner, screening (every answer no, given `now`), pain."""
    scores = ((2, 3), (1, 2), (1, 2), (2, 3), (1, 2), (1, 1), (1, 2))
    return {
        "runner": {
            "birth_year": now.year - 38,
            "experience": "regular",
            "goal": "ease",
            "minutes": {"mon": 10, "tue": 20, "wed": 20, "thu": 15, "fri": 25, "sat": 15, "sun": 15},
            "equipment": ["mat", "wall", "strap"],
            "tight": ["hip_flexors"],
            "weak": ["glutes"],
            "desk_hours": 8,
        },
        "screening": {"at": now.isoformat(), "answers": dict.fromkeys(questions, "no")},
        "pain": [
            {
                "day": (now.date() - timedelta(days=len(scores) - n)).isoformat(),
                "morning": morning,
                "worst": worst,
            }
            for n, (morning, worst) in enumerate(scores)
        ],
    }
