"""What a sentence expects, held against the findings. Days are days ago; days ahead where it says `in`."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from backstride.coaching.dose import Prescription
from backstride.coaching.next_step import NextStep
from backstride.decision import Signal
from spec.findings import Findings
from spec.week import DECIDED

Facts = dict[str, Any]


def actual(found: Findings, expected: Facts) -> Facts:
    """The facts that are expected, as they were found. Raises KeyError for one that has no meaning here."""
    return {name: _THEN[name](found, told) for name, told in expected.items()}


def _ago(found: Findings, ago: int) -> date:
    return found.known.today - timedelta(days=ago)


def _asked(found: Findings, told: Any) -> Any:
    ask = found.triage.ask
    return "everything" if ask == tuple(found.library.questions) else list(ask)


def _says(texts: list[str], told: list[str]) -> list[str]:
    """The expected words that stand in one of the texts, so that the missing ones show."""
    return [words for words in told if any(words in text for text in texts)]


def _why(found: Findings, told: list[str]) -> list[str]:
    return _says([reason.why for reason in found.triage.reasons], told)


def _not_why(found: Findings, told: list[str]) -> list[str]:
    present = _why(found, told)
    return [words for words in told if words not in present]


def _not_advised(found: Findings, told: list[str]) -> list[str]:
    return [words for words in told if words not in _advised(found, told)]


def _advised(found: Findings, told: list[str]) -> list[str]:
    return _says(list(found.triage.advice), told)


def _lights(found: Findings, told: dict[int, str]) -> dict[int, str]:
    unlit = {entry.day for entry in found.lights.unlit}
    return {
        ago: found.lights.of(day) or ("unknown" if day in unlit else "absent")
        for ago in told
        for day in [_ago(found, ago)]
    }


def _light_says(found: Findings, told: dict[int, str]) -> dict[int, str]:
    why = {entry.day: entry.why for entry in found.lights.lights}
    why |= {entry.day: entry.why for entry in found.lights.unlit}
    return {
        ago: words if words in why[_ago(found, ago)] else why[_ago(found, ago)] for ago, words in told.items()
    }


def _doses(found: Findings, told: dict[str, Facts]) -> dict[str, Facts]:
    return {
        exercise: {name: _DOSE[name](found.prescriptions[exercise]) for name in wanted}
        for exercise, wanted in told.items()
    }


_DOSE: dict[str, Callable[[Prescription], Any]] = {
    "level": lambda p: p.usual.level,
    "change": lambda p: p.usual.change,
    "up": lambda p: p.up.level if p.up else None,
    "sets": lambda p: p.usual.rung.sets,
    "rule": lambda p: p.usual.why[0].rule,
    "up_rule": lambda p: p.up.why[0].rule if p.up else None,
    "up_because": lambda p: p.up.why[0].key if p.up else None,
    "rules": lambda p: [reason.rule for reason in p.usual.why],
    "reasons": lambda p: [reason.key for reason in p.usual.why],
    "because": lambda p: p.usual.why[0].key,
    "left": lambda p: p.left.key if p.left else None,
    "mastered": lambda p: p.mastered,
}


def _advice(found: Findings, told: dict[int, Facts | None]) -> dict[int, Facts | None]:
    """What is asked of each day's advice; `null` asks that there is none."""
    lines = {line.day: line for line in found.advice if line.band not in ("note", "flag")}
    silent: dict[int, Facts | None] = {
        days: None for days, wanted in told.items() if wanted is None and _ago(found, -days) not in lines
    }
    return silent | {
        days: {
            name: value if name == "says" and value in line.advice else getattr(line, _NAMES.get(name, name))
            for name, value in wanted.items()
        }
        for days, wanted in told.items()
        if wanted is not None
        for line in [lines[_ago(found, -days)]]
    }


_NAMES = {"says": "advice"}


def _next_step(found: Findings, exercise: str) -> list[str]:
    """The keys of what is still wanted for an exercise's next step."""
    told = NextStep(found.known, found.library, found.rules, found.lights, found.phase)
    return [why.key for why in told.of(found.prescriptions[exercise], found.log.get(exercise, ()))]


def _notes(found: Findings, told: list[str]) -> list[str]:
    return [line.rule for line in found.advice if line.band in ("note", "flag")]


def _note_says(found: Findings, told: list[str]) -> list[str]:
    return _says([line.advice for line in found.advice if line.band in ("note", "flag")], told)


def _signals(found: Findings, told: dict[str, Facts | None]) -> dict[str, Facts | None]:
    """What is asked of the first signal of each key; `null` asks that there is none."""
    first = {signal.key: signal for signal in reversed(found.signals)}
    return {
        key: None
        if key not in first
        else {name: _signal(first[key], name, value) for name, value in (wanted or {"value": None}).items()}
        for key, wanted in told.items()
    }


def _signal(signal: Signal, name: str, wanted: Any) -> Any:
    if name == "says":
        return wanted if wanted in signal.text else signal.text
    if name == "sources":
        return list(signal.sources)
    return signal.values[name] if name in signal.values else getattr(signal, name)


def _week(found: Findings, told: dict[int, str | None]) -> dict[int, str | None]:
    return {days: found.calendar.kind(_ago(found, -days)) for days in told}


def _distances(found: Findings, told: dict[int, float | None]) -> dict[int, float | None]:
    runs = {days: found.calendar.runs(_ago(found, -days))[0].distance_m for days in told}
    return {days: None if metres is None else metres / 1000 for days, metres in runs.items()}


_THEN: dict[str, Callable[[Findings, Any], Any]] = {
    "status": lambda f, t: f.status,
    "tier": lambda f, t: f.triage.tier,
    "ask": _asked,
    "raised": lambda f, t: [r.id for r in f.triage.reasons if r.id in f.library.questions],
    "why": _why,
    "not_why": _not_why,
    "advised": _advised,
    "not_advised": _not_advised,
    "reasons": lambda f, t: [reason.id for reason in f.triage.reasons],
    "bone": lambda f, t: f.triage.bone,
    "safety_net": lambda f, t: len(f.triage.safety_net) > 0,
    "lights": _lights,
    "light_says": _light_says,
    "reds": lambda f, t: [f.known.days_ago(day) for day in f.lights.reds],
    "low_load_in": lambda f, t: sorted((day - f.known.today).days for day in f.lights.low_load),
    "paused": lambda f, t: f.lights.paused,
    "deload": lambda f, t: f.phase.deload,
    "first_week": lambda f, t: f.phase.first_week,
    "low_load_week": lambda f, t: f.phase.low_load_week,
    "may_progress": lambda f, t: f.phase.may_progress,
    "hard_sets": lambda f, t: f.phase.hard_sets,
    "hard_sets_left": lambda f, t: f.phase.hard_sets_left,
    "done_last_week": lambda f, t: sorted(f.phase.last_week),
    "days_left": lambda f, t: f.phase.week_left,
    "start_level": lambda f, t: f.start_level,
    "instead_of": lambda f, t: {swap.exercise: swap.instead for swap in f.coached.swaps},
    "resting": lambda f, t: sorted(f.coached.resting),
    "next_step": lambda f, t: {exercise: _next_step(f, exercise) for exercise in t},
    "doses": _doses,
    "advice_in": _advice,
    "notes": _notes,
    "note_says": _note_says,
    "signals": _signals,
    "calendar": lambda f, t: f.calendar.origin,
    "kinds_in": _week,
    "km_in": _distances,
    "run_days": lambda f, t: f.calendar.run_days(f.known.week),
    "decided": lambda f, t: {name: DECIDED[name](f.decision, wanted) for name, wanted in t.items()},
}
