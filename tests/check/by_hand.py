"""Scenarios and decisions put together by hand: a valid pair to start from, and the means to spoil it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from math import ceil

from backstride.decision import (
    DayLight,
    DayRun,
    Decision,
    Item,
    PlannedDay,
    Reason,
    Session,
    Shortfall,
    Triage,
    TriageReason,
    Week,
)
from backstride.knowledge.dose import item_seconds
from backstride.planning.check import check
from backstride.scenario import (
    Cleared,
    DoneItem,
    DoneSession,
    DoneSet,
    Pain,
    Planned,
    Runner,
    Scenario,
    Screening,
)
from check.small_library import LIBRARY, TIERS

NOW = datetime.fromisoformat("2026-11-20T07:00:00+08:00")  # a Friday
TODAY = NOW.date()
WHY = (Reason(rule="H5", text="Because.", sources=("S9",)),)
ALL_WEEK = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 30.0)
CALENDAR = {0: "easy", 1: "rest", 2: "easy", 5: "rest", 6: "long"}
SHORT = (Shortfall(rule="H6", wanted="20 min", got="15 min", because="of the doses"),)
STRENGTH = [("hips", 1), ("brace", 1), ("side", 1)]
WARM_UP = [("swing", 1), ("sway", 1)]

Moves = list[tuple[str, int]]
Plan = dict[int, dict[str, Moves]]


def good_plan() -> Plan:
    """A week of two strength days that keeps every rule, with nothing logged or with `trained()`."""
    return {
        0: {"pre_run": WARM_UP, "mid_run": [("card", 1)], "post_run": STRENGTH},
        1: {"recovery": [("cat", 1)]},
        2: {"mid_run": [("card", 1)], "post_run": STRENGTH},
        5: {"recovery": [("cat", 1), ("calf", 0)]},
        6: {"mid_run": [("card", 1)], "post_run": [("cat", 1), ("calf", 0)]},
    }


def day(offset: int) -> date:
    """The day so many days from today."""
    return TODAY + timedelta(days=offset)


def at(offset: int, hour: int = 6) -> datetime:
    """A time on that day."""
    return NOW.replace(hour=hour, minute=0) + timedelta(days=offset)


def calendar(kinds: dict[int, str]) -> tuple[Planned, ...]:
    """A calendar by days from today."""
    return tuple(Planned(day=day(offset), kind=kind) for offset, kind in kinds.items())


def answered(offset: int = -1, cleared: Sequence[str] = (), **answers: str) -> Screening:
    """Every question answered with no on that day, but for these; `cleared` ones were assessed today."""
    assessed = (Cleared(ids=tuple(cleared), at=at(0), by="clinician"),) if cleared else ()
    return Screening(at=at(offset, 20), answers=dict.fromkeys(TIERS, "no") | answers, cleared=assessed)


def mornings(first: int = -12, last: int = 0, score: float = 1, **changed: dict) -> tuple[Pain, ...]:
    """A morning score on each day; `d3={"morning": 4}` changes the day three days ago."""
    days = {o: {"morning": score, "worst": 2} for o in range(first, last + 1)}
    for name, fields in changed.items():
        days[-int(name[1:])] = days.get(-int(name[1:]), {}) | fields
    return tuple(Pain(day=day(o), **fields) for o, fields in sorted(days.items()))


def logged(offset: int, moves: Moves, slot: str = "cross", effort: float | None = 5, **more) -> DoneSession:
    """A session done in full on that day."""
    return DoneSession(
        at=at(offset), slot=slot, items=tuple(done(*m, effort) for m in moves), **{"pain_during": 1, **more}
    )


def done(exercise: str, level: int, effort: float | None = 5, less: int = 0) -> DoneItem:
    """An exercise done as its level has it, short of so many repetitions in each set."""
    dose = LIBRARY.exercises[exercise].ladder[level]
    reps = dose.reps - less if dose.reps else None
    one = DoneSet(reps=reps, hold_s=dose.hold_s, duration_s=dose.duration_s)
    return DoneItem(exercise=exercise, level=level, done=(one,) * dose.sets, effort=effort)


OTHERS = [("swing", 1), ("sway", 1), ("card", 1), ("cat", 1), ("calf", 0)]


def trained(*offsets: int, moves: Moves | None = None) -> tuple[DoneSession, ...]:
    """Sessions of all of `good_plan` on those days, by default five and two days ago."""
    return tuple(logged(o, [*(moves or STRENGTH), *OTHERS]) for o in offsets or (-5, -2))


def scenario(**fields) -> Scenario:
    """A regular runner, well, with half an hour on every day; `runner` is merged into that runner."""
    runner = {"birth_year": 1986, "experience": "regular", "minutes": ALL_WEEK} | fields.pop("runner", {})
    base = {"screening": answered(), "pain": mornings(), "calendar": calendar(CALENDAR)} | fields
    return Scenario(now=NOW, runner=Runner(**runner), **base)


def last_level(given: Scenario, exercise: str) -> int | None:
    """The level that the newest session with the exercise has."""
    held = [(s.at, i.level) for s in given.sessions for i in s.items if i.exercise == exercise]
    return max(held)[1] if held else None


def planned(given: Scenario, plan: Plan | None = None, *, tier: str = "self_care", **week) -> Decision:
    """The decision that holds this plan: doses, times and changes as they should be."""
    seen: set[str] = set()
    keep = 0.6 if week.get("deload") else 1
    days = []
    for offset in range(7):
        slots = (good_plan() if plan is None else plan).get(offset, {})
        sessions = []
        for slot, moves in slots.items():
            items = []
            for name, level in moves:
                last = last_level(given, name)
                change = "same" if name in seen or last == level else "new" if last is None else None
                items.append(item(name, level, change or ("up" if level > last else "down"), keep))
                seen.add(name)
            sessions.append(session(slot, items))
        kinds = [p.kind for p in given.calendar or () if p.day == day(offset)]
        runs = tuple(DayRun(kind=kind) for kind in kinds)
        days.append(PlannedDay(day=day(offset), run=runs[0] if runs else None, sessions=tuple(sessions)))
    return Decision(
        status="planned", triage=triage(tier), week=Week(days=tuple(days), **week), rules="2026.1"
    )


def item(exercise: str, level: int, change: str, keep: float = 1) -> Item:
    """An item with the dose of its level."""
    known = LIBRARY.exercises[exercise]
    dose = known.ladder[level]
    hard = known.quality in ("strength", "activation")
    sets = max(1, int(dose.sets * keep)) if hard else dose.sets
    fields = dose.model_dump(include={"reps", "hold_s", "duration_s", "per_side", "rest_s"}) | {"sets": sets}
    return timed(Item(exercise=exercise, level=level, change=change, seconds=0, why=WHY, **fields))


def timed(it: Item) -> Item:
    """The item with the time that its dose takes."""
    known = LIBRARY.exercises[it.exercise]
    seconds = item_seconds(it, rep_s=known.rep_s, rest_s=it.rest_s or 0, change_s=15)
    return it.model_copy(update={"seconds": seconds})


def session(slot: str, items: Sequence[Item]) -> Session:
    """A session of these items."""
    minutes = 0 if slot == "mid_run" else ceil(sum(i.seconds for i in items) / 60)
    return Session(slot=slot, minutes=minutes, items=tuple(items), why=WHY)


def triage(tier: str, **fields) -> Triage:
    """A triage with what its tier asks for."""
    reasons = () if tier == "self_care" else (TriageReason(id="X", why="An answer.", sources=("S9",)),)
    told = {"reasons": reasons, "advice": ("See someone soon.",), "safety_net": ("Call.",)} | fields
    return Triage(tier=tier, **told)


def refused(status: str, tier: str, ask: Sequence[str] = ("E1",)) -> Decision:
    """A decision without a week."""
    return Decision(status=status, triage=triage(tier, ask=tuple(ask)), rules="2026.1")


def all_red(decision: Decision) -> Decision:
    """The decision with every day of the last three weeks told as red: never too little said."""
    told = tuple(DayLight(day=day(-k), light="red", why="w") for k in range(22))
    return decision.model_copy(update={"lights": told})


def broken(given: Scenario, decision: Decision) -> list[str]:
    """The ids of the rules that speak, each once."""
    return sorted({violation.rule for violation in check(given, decision, LIBRARY)})


def texts(given: Scenario, decision: Decision) -> str:
    """Everything that the rules say."""
    return "\n".join(f"{v.rule} {v.where}: {v.text}" for v in check(given, decision, LIBRARY))


def said(given: Scenario, decision: Decision, rule: str) -> list[str]:
    """Where and what one rule says."""
    return [f"{v.where}: {v.text}" for v in check(given, decision, LIBRARY) if v.rule == rule]
