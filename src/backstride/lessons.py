"""What to read this week: the library's lessons for the signals that are there, the gravest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from backstride.decision import DayLight, LessonPointer, RunAdvice, Unlit
from backstride.knowledge import Library, RuleSet
from backstride.known import WEEK, Known

MOST = 3
# From the gravest down: what may need help, then load, then what is missing or new, then habits.
GRAVITY = (
    "sore_bone",
    "red_light",
    "new_pain",
    "flare",
    "run_ratio",
    "no_runs",
    "cadence",
    "weekly_rise",
    "unlit_mornings",
    "sore_goal",
    "return_goal",
    "deload",
    "first_week",
    "shoe_distance",
    "desk_day",
    "hard_surface",
)
_BY_RULE = {
    "R1": "run_ratio",
    "R2": "weekly_rise",
    "R3": "no_runs",
    "R4": "cadence",
    "R5": "shoe_distance",
    "R6": "hard_surface",
}
_BY_GOAL = {"ease": "sore_goal", "return": "return_goal"}
_QUIET_BANDS = ("up_to_1.10", "unknown")

Signal = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Back:
    """What was found of the back: lights by day, days of a flare, a suspected sore bone, the kind of week."""

    lights: tuple[DayLight, ...]
    unlit: tuple[Unlit, ...]
    flares: tuple[date, ...]
    bone: bool
    first_week: bool
    deload: bool


def lessons(
    known: Known, library: Library, rules: RuleSet, advice: tuple[RunAdvice, ...], back: Back
) -> tuple[LessonPointer, ...]:
    """At most three pointers: a lesson for each signal, gravest first, and then their further lessons.

    What the runner has read does not come back; the next lesson of its signal takes its place.
    """
    heard = dict([*_of_runs(advice), *_of_back(known, back), *_of_runner(known, rules)])
    signals = [signal for signal in GRAVITY if signal in heard]
    unread = [entry for entry in library.lessons.values() if entry.id not in known.scenario.lessons_read]
    by_signal = {s: [entry for entry in unread if s in entry.signals] for s in signals}
    chosen: dict[str, LessonPointer] = {}
    for place in range(MOST):
        for signal in signals:
            for entry in by_signal[signal][place : place + 1]:
                text = library.message(f"lesson.{signal}", heard[signal])
                pointer = LessonPointer(lesson=entry.id, signal=text, sources=entry.sources)
                chosen.setdefault(entry.id, pointer)
    return tuple(chosen.values())[:MOST]


def _of_runs(advice: tuple[RunAdvice, ...]) -> Iterator[Signal]:
    lines = [
        line
        for line in advice
        if line.rule in _BY_RULE and line.band not in _QUIET_BANDS and not _within_hold(line)
    ]
    # Of several long runs the longest is told.
    for line in sorted(lines, key=lambda line: line.ratio or 0):
        yield _BY_RULE[line.rule], {"ratio": line.ratio}


def _of_back(known: Known, back: Back) -> Iterator[Signal]:
    def recent(days: list[date]) -> list[date]:
        return [day for day in days if known.days_ago(day) <= WEEK]

    if back.bone:
        yield "sore_bone", {}
    for day in recent([entry.day for entry in back.lights if entry.light == "red"]):
        yield "red_light", {"day": day.isoformat()}
    for day in recent(list(back.flares)):
        yield ("flare" if _sore_before(known, day) else "new_pain"), {"day": day.isoformat()}
    unlit = recent([entry.day for entry in back.unlit])
    mornings = {morning for day in unlit for morning in (day, day + timedelta(days=1))}
    missing = [day for day in mornings if day <= known.today and not _has_morning(known, day)]
    if missing:
        yield "unlit_mornings", {"count": len(missing)}
    if back.deload:
        yield "deload", {}
    if back.first_week:
        yield "first_week", {}


def _of_runner(known: Known, rules: RuleSet) -> Iterator[Signal]:
    runner = known.scenario.runner
    if runner.goal in _BY_GOAL:
        yield _BY_GOAL[runner.goal], {}
    if runner.desk_hours >= rules.number("objective.desk_hours"):
        yield "desk_day", {"hours": runner.desk_hours}


def _sore_before(known: Known, day: date) -> bool:
    return any((entry.morning or entry.worst or 0) > 0 for past, entry in known.pain.items() if past < day)


def _has_morning(known: Known, day: date) -> bool:
    return day in known.pain and known.pain[day].morning is not None


def _within_hold(line: RunAdvice) -> bool:
    """Whether a run stays within the limit that the back sets, so that there is nothing to read on it."""
    return line.band == "hold" and line.offer_m is None and line.offer_s is None
