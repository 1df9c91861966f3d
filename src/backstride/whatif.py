"""What would be decided were a fact another: scenarios changed by path or run, decisions compared. Pure."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from backstride.decision import DayRun, Decision, Item, PlannedDay, RunAdvice, Shortfall, WeekChange
from backstride.knowledge import RuleSet
from backstride.known import Known
from backstride.resolve import ScenarioError, faults
from backstride.runs.calendar import calendar
from backstride.scenario import Scenario
from backstride.terms import RUN_KINDS, Slot
from backstride.values import Day, Value


class RunDiff(Value):
    """The run of a day, before and after."""

    day: Day
    before: DayRun | None
    after: DayRun | None


class ItemDiff(Value):
    """An exercise at a time of a day, before and after; `None` where it does not stand there."""

    day: Day
    slot: Slot
    exercise: str
    before: Item | None
    after: Item | None


class SessionDiff(Value):
    """The minutes of a session, before and after; 0 where there is none."""

    day: Day
    slot: Slot
    before: int
    after: int


class Differences(Value):
    """How two decisions differ. `changes` are the second one's own, where it was a replan of the first."""

    status: tuple[str, str]
    runs: tuple[RunDiff, ...] = ()
    sessions: tuple[SessionDiff, ...] = ()
    items: tuple[ItemDiff, ...] = ()
    shortfalls_gone: tuple[Shortfall, ...] = ()
    shortfalls_new: tuple[Shortfall, ...] = ()
    advice_gone: tuple[RunAdvice, ...] = ()
    advice_new: tuple[RunAdvice, ...] = ()
    changes: tuple[WeekChange, ...] = ()


def with_values(scenario: Scenario, values: Iterable[tuple[str, Any]]) -> Scenario:
    """The scenario with other values at dotted paths, such as `runner.minutes.tue` or `calendar.0.kind`.

    Raises:
        ScenarioError: there is no such path, or the value does not suit it; the message names the path.
    """
    data = scenario.model_dump(mode="json")
    for path, value in values:
        _put(data, path, value)
    return _validated(data)


def with_run_moved(scenario: Scenario, rules: RuleSet, old: date, new: date) -> Scenario:
    """The scenario with the runs of one day on another; an inferred calendar is written out first.

    Raises:
        ScenarioError: that day has no run.
    """
    entries = _entries(scenario, rules)
    if not any(_is_run(entry, old) for entry in entries):
        raise ScenarioError(f"calendar: {old} has no run to move")
    moved = [entry | ({"day": new.isoformat()} if _is_run(entry, old) else {}) for entry in entries]
    return _validated(scenario.model_dump(mode="json") | {"calendar": moved})


def with_run_dropped(scenario: Scenario, rules: RuleSet, day: date) -> Scenario:
    """The scenario without the runs of a day; an inferred calendar is written out first.

    Raises:
        ScenarioError: that day has no run.
    """
    entries = _entries(scenario, rules)
    left = [entry for entry in entries if not _is_run(entry, day)]
    if len(left) == len(entries):
        raise ScenarioError(f"calendar: {day} has no run to drop")
    return _validated(scenario.model_dump(mode="json") | {"calendar": left})


def replanned(scenario: Scenario, before: Decision) -> Scenario:
    """The scenario with the first decision's week as the one decided last."""
    return scenario.model_copy(update={"previous_week": before.week})


def differences(before: Decision, after: Decision) -> Differences:
    """What the second decision has otherwise."""
    old, new = _days(before), _days(after)
    days = sorted({*old, *new})
    advice = tuple(line for line in after.runs if line not in before.runs)
    short_before = before.week.shortfalls if before.week else ()
    short_after = after.week.shortfalls if after.week else ()
    return Differences(
        status=(before.status, after.status),
        runs=tuple(diff for day in days for diff in _run(day, old.get(day), new.get(day))),
        sessions=tuple(diff for day in days for diff in _sessions(day, old.get(day), new.get(day))),
        items=tuple(diff for day in days for diff in _items(day, old.get(day), new.get(day))),
        shortfalls_gone=tuple(s for s in short_before if s not in short_after),
        shortfalls_new=tuple(s for s in short_after if s not in short_before),
        advice_gone=tuple(line for line in before.runs if line not in after.runs),
        advice_new=advice,
        changes=after.week.changes if after.week else (),
    )


def _put(data: Any, path: str, value: Any) -> None:
    *parents, last = path.split(".")
    here, walked = data, ""
    for part in parents:
        here = _step(here, part, walked, path)
        walked = f"{walked}.{part}".lstrip(".")
    if isinstance(here, list):
        here[_index(here, last, path)] = value
    elif isinstance(here, dict):
        here[last] = value
    else:
        raise ScenarioError(f"{path}: {walked} holds nothing that could be changed")


def _step(here: Any, part: str, walked: str, path: str) -> Any:
    if isinstance(here, list):
        return here[_index(here, part, path)]
    if isinstance(here, dict) and part in here:
        return here[part]
    raise ScenarioError(f"{path}: {f'{walked}.{part}'.lstrip('.')} is not in the scenario")


def _index(here: list[Any], part: str, path: str) -> int:
    if not part.isdecimal() or int(part) >= len(here):
        raise ScenarioError(f"{path}: {part!r} is no entry of a list of {len(here)}")
    return int(part)


def _validated(data: Mapping[str, Any]) -> Scenario:
    try:
        return Scenario.model_validate_json(json.dumps(data))
    except ValidationError as error:
        raise ScenarioError("\n".join(faults(error))) from None


def _entries(scenario: Scenario, rules: RuleSet) -> list[dict[str, Any]]:
    """The calendar as data; what is inferred as if it had been given."""
    if scenario.calendar is not None:
        return [entry.model_dump(mode="json") for entry in scenario.calendar]
    inferred = calendar(Known(scenario), rules)
    return [
        {"day": day.isoformat(), "kind": run.kind, "distance_m": run.distance_m, "duration_s": run.duration_s}
        for day, runs in inferred.days.items()
        for run in runs
    ]


def _is_run(entry: Mapping[str, Any], day: date) -> bool:
    return entry["day"] == day.isoformat() and entry["kind"] in RUN_KINDS


def _days(decision: Decision) -> dict[date, PlannedDay]:
    return {day.day: day for day in decision.week.days} if decision.week else {}


def _run(day: date, old: PlannedDay | None, new: PlannedDay | None) -> list[RunDiff]:
    before, after = old.run if old else None, new.run if new else None
    kind = [run and (run.kind, run.distance_m, run.duration_s) for run in (before, after)]
    return [RunDiff(day=day, before=before, after=after)] if kind[0] != kind[1] else []


def _sessions(day: date, old: PlannedDay | None, new: PlannedDay | None) -> list[SessionDiff]:
    before, after = ({s.slot: s.minutes for s in d.sessions} if d else {} for d in (old, new))
    return [
        SessionDiff(day=day, slot=slot, before=before.get(slot, 0), after=after.get(slot, 0))
        for slot in dict.fromkeys([*before, *after])
        if before.get(slot, 0) != after.get(slot, 0)
    ]


def _items(day: date, old: PlannedDay | None, new: PlannedDay | None) -> list[ItemDiff]:
    before, after = _placed(old), _placed(new)
    return [
        ItemDiff(day=day, slot=slot, exercise=exercise, before=before.get(key), after=after.get(key))
        for key in dict.fromkeys([*before, *after])
        for slot, exercise in [key]
        if _dose(before.get(key)) != _dose(after.get(key))
    ]


def _placed(day: PlannedDay | None) -> dict[tuple[Slot, str], Item]:
    sessions = day.sessions if day else ()
    return {(session.slot, item.exercise): item for session in sessions for item in session.items}


def _dose(item: Item | None) -> tuple[object, ...] | None:
    if item is None:
        return None
    return item.level, item.sets, item.reps, item.hold_s, item.duration_s, item.per_side
