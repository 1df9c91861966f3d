"""The week's problem with some of its rules taken out: one group of rules on one day, or one for the week."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from backstride.coaching.dose import Prescription
from backstride.coaching.phase import Phase
from backstride.knowledge import RuleSet
from backstride.known import Known
from backstride.planning.days import PlanDay
from backstride.planning.problem import Builder, Place, Problem
from backstride.terms import SLOTS, Equipment

_FREE = 24 * 60  # minutes: more than any day's sessions can take
_MANY = 99  # more exercises, sets or sessions than a week holds
_LONG = 7 * 24 * 3600  # seconds: more than a week's holds
# Rules of the week that decide what may stand anywhere; the others bind what stands together.
_OPENING = frozenset(
    {"stretch", "deload", "soon", "left", "answers", "positions", "own_list", "equipment", "times"}
)


@dataclass(frozen=True)
class Case:
    """What a problem is made of. `settled` is hard work that stands as it is: (place, exercise, level)."""

    known: Known
    rules: RuleSet
    phase: Phase
    days: tuple[PlanDay, ...]
    problem: Problem
    prescriptions: Mapping[str, Prescription]
    settled: frozenset[tuple[str, str, int]] | None = None

    def built(self, memory: "Memory", dropped: frozenset["Group"]) -> Problem:
        """The problem of this case; the places of a day that stays the same are built once."""
        week = frozenset(group.cause for group in dropped if group.cause in _OPENING)
        builder = Builder(self.known, self.problem.library, self.rules, self.phase, self.prescriptions)
        places: list[Place] = []
        for day in self.days:
            key = (day, week)
            if key not in memory.places:
                memory.places[key] = tuple(self._eased(p, memory) for p in builder.places((day,)))
            places += memory.places[key]
        return replace(self.problem, rules=self.rules, phase=self.phase, days=self.days, places=tuple(places))

    def _eased(self, place: Place, memory: "Memory") -> Place:
        """More minutes never ask for a longer session than the day had to have."""
        least = memory.least.setdefault(place.name, place.least_s)
        return replace(place, least_s=min(least, place.least_s))


@dataclass
class Memory:
    """Places that were built already, and the least seconds of each under all rules."""

    places: dict[tuple[PlanDay, frozenset[str]], tuple[Place, ...]] = field(default_factory=dict)
    least: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Group:
    """Rules that are kept or dropped together. `day` is an index of the week; `cause` tells them apart."""

    rule: str
    cause: str
    day: int | None = None

    def dropped_from(self, case: Case) -> Case:
        """The case without these rules; never a tighter one."""
        if self.day is None:
            return _WEEK[self.cause](case)
        days = tuple(_DAY[self.cause](day) if day.index == self.day else day for day in case.days)
        return replace(case, days=days)


def groups(case: Case) -> Iterator[Group]:
    """Every group that holds anything back, the one that explains least first."""
    phase, runner = case.phase, case.known.scenario.runner
    yield Group("H9", "exercises")
    yield Group("H9", "new")
    yield Group("H11", "stretch")
    if case.problem.strength_done:
        yield Group("H7", "per_week")
    if phase.deload:
        yield Group("H15", "deload")
    elif phase.hard_sets is not None:
        yield Group("H13", "growth")
    if phase.low_load_week:
        yield Group("H1", "soon")
    if any(p.left is not None for p in case.prescriptions.values()):
        yield Group("H13", "left")
    if any(answer != "no" for answer in case.known.scenario.screening.answers.values()):
        yield Group("H12", "answers")
    if runner.avoid_positions:
        yield Group("H12", "positions")
    if runner.avoid_exercises:
        yield Group("H12", "own_list")
    if not set(get_args(Equipment)) <= set(runner.equipment):
        yield Group("H12", "equipment")
    for day in case.days:
        if day.done_today:
            yield Group("H10", "done_today", day.index)
        if day.low_load:
            yield Group("H14", "low_load", day.index)
        if day.minutes < max(map(int, case.rules.series("slot.cross_s"))) // 60:
            yield Group("H8", "few_minutes" if day.minutes else "no_minutes", day.index)
    yield Group("H7", "spacing")
    for day in case.days:
        for cause in day.blocks:
            yield Group(_BLOCKS[cause], cause, day.index)
    if case.settled is not None:
        yield Group("O2", "settled")


_BLOCKS = {
    "race_day": "H7",
    "before_race": "H7",
    "hard_run": "H5",
    "before_hard_run": "H7",
    "too_soon": "H7",
    "rest_day": "H6",
}


def _ruled(case: Case, **values: float | tuple[float, ...]) -> Case:
    """The case under other numbers; `__` in a name stands for the dot of the parameter."""
    named = {name.replace("__", "."): value for name, value in values.items()}
    return replace(case, rules=case.rules.but(named))


def _unless_run(day: PlanDay, cause: str) -> PlanDay:
    """The day without one of the causes that keep hard work out of it."""
    left = tuple(other for other in day.blocks if other != cause)
    only = "before_race" in left or ("hard_run" in left and day.ran)
    return replace(day, blocks=left, mobility_only=only)


def _runner(case: Case, **more: object) -> Case:
    scenario = case.known.scenario
    runner = scenario.runner.model_copy(update=more)
    return replace(case, known=Known(scenario.model_copy(update={"runner": runner})))


def _answered_no(case: Case) -> Case:
    scenario = case.known.scenario
    screening = scenario.screening.model_copy(update={"answers": {}})
    return replace(case, known=Known(scenario.model_copy(update={"screening": screening})))


def _no_limit(case: Case) -> Case:
    return replace(case, phase=replace(case.phase, hard_sets=None, hard_sets_left=None))


def _any_time(case: Case) -> Case:
    """Every exercise at every time of day that its record leaves out."""
    placed = {
        name: replace(p, exercise=p.exercise.model_copy(update={"slots": SLOTS}))
        for name, p in case.prescriptions.items()
    }
    return replace(case, prescriptions=placed)


def _none_left(case: Case) -> Case:
    placed = {name: replace(p, left=None) for name, p in case.prescriptions.items()}
    return replace(case, prescriptions=placed)


_WEEK: dict[str, Callable[[Case], Case]] = {
    "exercises": lambda case: _ruled(case, session__exercises=(_MANY, _MANY)),
    "new": lambda case: _ruled(case, session__new=_MANY, session__new_first_week=_MANY),
    "stretch": lambda case: _ruled(
        case, stretch__session_s=_LONG, stretch__week_s=_LONG, stretch__pre_run_s=_LONG
    ),
    "per_week": lambda case: _ruled(case, strength__per_week=_MANY),
    "spacing": lambda case: _ruled(case, strength__gap_days=1),
    "deload": lambda case: _no_limit(replace(case, phase=replace(case.phase, deload=False))),
    "growth": _no_limit,
    "soon": lambda case: replace(case, phase=replace(case.phase, low_load_week=False)),
    "left": _none_left,
    "answers": _answered_no,
    "positions": lambda case: _runner(case, avoid_positions=()),
    "own_list": lambda case: _runner(case, avoid_exercises=()),
    "equipment": lambda case: _runner(case, equipment=get_args(Equipment)),
    "settled": lambda case: replace(case, settled=None),
    "times": _any_time,
}
_DAY: dict[str, Callable[[PlanDay], PlanDay]] = {
    "done_today": lambda day: replace(day, done_today=frozenset()),
    "low_load": lambda day: replace(day, low_load=False),
    "few_minutes": lambda day: replace(day, minutes=_FREE),
    "no_minutes": lambda day: replace(day, minutes=_FREE),
    "race_day": lambda day: _unless_run(replace(day, kind="easy"), "race_day"),
    "before_race": lambda day: _unless_run(day, "before_race"),
    "hard_run": lambda day: _unless_run(replace(day, kind="easy" if day.runs else day.kind), "hard_run"),
    "before_hard_run": lambda day: _unless_run(day, "before_hard_run"),
    "too_soon": lambda day: _unless_run(day, "too_soon"),
    "rest_day": lambda day: _unless_run(replace(day, kind=None), "rest_day"),
}
