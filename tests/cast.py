"""The fixed cast: a regular runner without red flags, from which every test departs by what it is about."""

from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any

from backstride.knowledge import load
from backstride.scenario import Scenario

NOW = "2026-11-20T07:00:00+08:00"  # a Friday


def day(offset: int) -> str:
    """The day that lies so many days after the day of `NOW`."""
    return (datetime.fromisoformat(NOW).date() + timedelta(days=offset)).isoformat()


def facts(**changes: Any) -> dict[str, Any]:
    """A whole scenario as JSON data; `changes` are `section__field=value` or `section=value`."""
    data: dict[str, Any] = {
        "now": NOW,
        "runner": {
            "birth_year": 1986,
            "experience": "regular",
            "goal": "prevent",
            "minutes": {"mon": 20, "tue": 20, "wed": 20, "thu": 20, "fri": 20, "sat": 30, "sun": 20},
            "equipment": ["strap", "wall", "mat"],
        },
        "screening": {
            "at": f"{day(-1)}T20:00:00+08:00",
            "answers": dict.fromkeys(load().questions, "no"),
        },
        "pain": [{"day": day(-n), "morning": 1, "worst": 2} for n in range(7, 0, -1)],
        "runs": [
            {"start": f"{day(-n)}T06:30:00+08:00", "distance_m": 8000, "duration_s": 2880}
            for n in range(2, 30, 3)
        ],
        "calendar": [
            {"day": day(0), "kind": "easy", "distance_m": 8000},
            {"day": day(2), "kind": "long", "distance_m": 8500},
            {"day": day(5), "kind": "easy", "distance_m": 8000},
        ],
    }
    for name, value in changes.items():
        section, _, field = name.partition("__")
        if field:
            data[section][field] = deepcopy(value)
        else:
            data[section] = deepcopy(value)
    return data


def scenario(**changes: Any) -> Scenario:
    """The cast's scenario with those changes."""
    return Scenario.model_validate(facts(**changes))


def logged(exercise: str, level: int, offset: int, **more: Any) -> dict[str, Any]:
    """A session with one exercise, done whole at its level, that many days from `NOW`."""
    rung = load().exercises[exercise].ladder[level]
    done = {"reps": rung.reps, "hold_s": rung.hold_s, "duration_s": rung.duration_s}
    item = {"exercise": exercise, "level": level, "done": [done] * rung.sets, "effort": more.pop("effort", 5)}
    base = {"at": f"{day(offset)}T18:00:00+08:00", "slot": "cross", "pain_during": 1, "items": [item]}
    return base | more
