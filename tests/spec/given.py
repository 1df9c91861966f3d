"""A scenario from the few facts that a sentence gives: everything else is a runner without trouble.

The base is a Friday, 20 November 2026, 07:00 at +08:00. The runner is 39 or 40 and regular, answered every
question with no an hour ago, has an empty calendar and nothing logged. Days are days before that Friday.
"""

import copy
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from backstride.knowledge import load
from backstride.scenario import Scenario
from spec.later import later

NOW = "2026-11-20T07:00:00+08:00"
DAILY = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 30)
Facts = dict[str, Any]


def base(now: str = NOW) -> Facts:
    """The scenario of a runner without trouble, as it would stand in a file."""
    hour_ago = datetime.fromisoformat(now) - timedelta(hours=1)
    return {
        "now": now,
        "runner": {
            "birth_year": 1986,
            "experience": "regular",
            "minutes": dict(DAILY),
            "equipment": ["wall", "mat", "strap"],
        },
        "screening": {"at": hour_ago.isoformat(), "answers": dict.fromkeys(load().questions, "no")},
        "calendar": [],
    }


def scenario(given: Facts) -> Scenario:
    """The scenario of these facts. Raises KeyError for a fact that has no meaning here."""
    left = copy.deepcopy(given)
    facts = base(left.pop("now", NOW))
    for name, told in left.items():
        if "." in name:
            _put(facts, name.split("."), told)
        else:
            _GIVEN[name](facts, told)
    return Scenario.model_validate(facts)


def _put(facts: Facts, path: list[str], told: Any) -> None:
    for step in path[:-1]:
        facts = facts.setdefault(step, {})
    facts[path[-1]] = told


def _day(facts: Facts, ago: int) -> date:
    return datetime.fromisoformat(facts["now"]).date() - timedelta(days=ago)


def _at(facts: Facts, told: Facts) -> str:
    """A moment: `at` itself, or so many days ago at 06:00 of the runner's zone; 06:30 today."""
    if "at" in told:
        return str(told.pop("at"))
    now, ago = datetime.fromisoformat(facts["now"]), told.pop("days_ago")
    moment = now.replace(hour=6, minute=30 if ago == 0 else 0) - timedelta(days=ago)
    return moment.isoformat()


def _word(answer: Any) -> Any:
    return {True: "yes", False: "no"}.get(answer, answer) if isinstance(answer, bool) else answer


def _runner(facts: Facts, told: Facts) -> None:
    facts["runner"] |= told


def _screened(facts: Facts, told: Any) -> None:
    """When the questions were answered: days ago at the same time of day, a moment, or `never`."""
    if told == "never":
        del facts["screening"]
        return
    now = datetime.fromisoformat(facts["now"])
    ago = isinstance(told, int)
    facts["screening"]["at"] = (now - timedelta(days=told)).isoformat() if ago else told


def _checked(facts: Facts, told: float | str) -> None:
    """When the short check was answered again: days ago at the same time of day, or a moment."""
    now = datetime.fromisoformat(facts["now"])
    at = told if isinstance(told, str) else (now - timedelta(days=told)).isoformat()
    facts["screening"]["checked_at"] = at


def _answers(facts: Facts, told: Facts) -> None:
    facts["screening"]["answers"] |= {question: _word(answer) for question, answer in told.items()}


def _unanswered(facts: Facts, told: list[str]) -> None:
    for question in told:
        del facts["screening"]["answers"][question]


def _cleared(facts: Facts, told: Facts) -> None:
    """Questions that a clinician cleared, each with the moment, or with the hours before now."""
    now = datetime.fromisoformat(facts["now"])
    facts["screening"]["cleared"] = [
        {
            "ids": [question],
            "at": at if isinstance(at, str) else (now - timedelta(hours=at)).isoformat(),
            "by": "clinician",
        }
        for question, at in told.items()
    ]


def _entry(facts: Facts, ago: int) -> Facts:
    day = _day(facts, ago).isoformat()
    diary: list[Facts] = facts.setdefault("pain", [])
    found = next((entry for entry in diary if entry["day"] == day), None)
    if found is None:
        found = {"day": day}
        diary.append(found)
    return found


def _mornings(facts: Facts, told: list[float | None]) -> None:
    """Morning scores in order, the last one today's; null is a morning without a score."""
    for ago, score in enumerate(reversed(told)):
        if score is not None:
            _entry(facts, ago)["morning"] = score


def _diary(facts: Facts, told: list[Facts]) -> None:
    facts.setdefault("pain", []).extend(told)


def _worst(facts: Facts, told: dict[int, float]) -> None:
    for ago, score in told.items():
        _entry(facts, ago)["worst"] = score


def _leg(facts: Facts, told: list[int]) -> None:
    for ago in told:
        _entry(facts, ago)["leg"] = True


def _night(facts: Facts, told: list[int]) -> None:
    for ago in told:
        _entry(facts, ago)["night"] = True


_RUN = {
    "km": "distance_m",
    "min": "duration_s",
    "pain": "pain_during",
    "cadence": "cadence_spm",
    "down": "descent_m",
}
_TIMES = {"km": 1000, "min": 60}


def _run(facts: Facts, told: Facts) -> Facts:
    told = {"min": 45, **told}
    run = {"start": _at(facts, told)}
    return run | {_RUN.get(key, key): value * _TIMES.get(key, 1) for key, value in told.items()}


def _runs(facts: Facts, told: list[Facts]) -> None:
    facts.setdefault("runs", []).extend(_run(facts, run) for run in told)


def _weekly_runs(facts: Facts, told: list[Facts]) -> None:
    """Each run again in each of the four weeks before now."""
    runs = [run | {"days_ago": run["days_ago"] + 7 * week} for week in range(4) for run in told]
    facts.setdefault("runs", []).extend(_run(facts, run) for run in runs)


def _calendar(facts: Facts, told: list[Facts] | None) -> None:
    facts["calendar"] = None if told is None else [_planned(facts, entry) for entry in told]


def _planned(facts: Facts, told: Facts) -> Facts:
    day = _day(facts, -told.pop("in_days"))
    return {"day": day.isoformat()} | {
        {"km": "distance_m", "min": "duration_s"}.get(key, key): value * _TIMES.get(key, 1)
        for key, value in told.items()
    }


def _shoes(facts: Facts, told: list[Facts]) -> None:
    facts["shoes"] = told


def _sessions(facts: Facts, told: list[Facts]) -> None:
    facts["sessions"] = [_session(facts, entry) for entry in told]


def _session(facts: Facts, given: Facts) -> Facts:
    """A session; `did` holds exercises with the level done; `effort`, `sets` and `short` hold for all."""
    told: Facts = {"slot": "cross", "pain": 0, "effort": 5} | given
    did, effort, sets = told.pop("did", {}), told.pop("effort"), told.pop("sets", None)
    short = told.pop("short", 0)  # repetitions and seconds left out of each set
    items = [
        {
            "exercise": exercise,
            "level": level,
            "done": _done(exercise, level, sets, short),
            "effort": effort,
        }
        for exercise, levels in did.items()
        for level in (levels if isinstance(levels, list) else [levels])
    ]
    renamed = {"pain": "pain_during"}
    return {"at": _at(facts, told), "items": items} | {renamed.get(k, k): v for k, v in told.items()}


def _done(exercise: str, level: int, sets: int | None, short: int) -> list[Facts]:
    rung = load().exercises[exercise].ladder[level]
    dose = {"reps": rung.reps, "hold_s": rung.hold_s, "duration_s": rung.duration_s}
    given = {key: value - short for key, value in dose.items() if value is not None}
    return [given] * (rung.sets if sets is None else sets)


def replanned(facts: Facts, told: Facts) -> None:
    """The same runner `days` later in the decided week, `done` as planned or not, with these `changes`."""
    facts |= later(facts, told.pop("days", 0), done=told.pop("done", False))
    for name, change in told.pop("changes", {}).items():
        _GIVEN[name](facts, change)


_GIVEN: dict[str, Callable[[Facts, Any], None]] = {
    "runner": _runner,
    "screened": _screened,
    "checked": _checked,
    "answers": _answers,
    "unanswered": _unanswered,
    "cleared": _cleared,
    "diary": _diary,
    "mornings": _mornings,
    "worst": _worst,
    "leg": _leg,
    "night": _night,
    "runs": _runs,
    "weekly_runs": _weekly_runs,
    "calendar": _calendar,
    "shoes": _shoes,
    "sessions": _sessions,
    "replanned": replanned,
}
