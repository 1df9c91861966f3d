"""The runs of the week ahead: as the runner's calendar has them, or inferred from the last weeks of runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Literal

from backstride.decision import DayRun
from backstride.knowledge import RuleSet
from backstride.known import WEEK, Known
from backstride.scenario import Run
from backstride.terms import RUN_KINDS, DayKind, RunKind

HARDEST: tuple[DayKind, ...] = ("race", "long", "quality", "easy", "cross", "rest")


@dataclass(frozen=True)
class Calendar:
    """What is planned on each day, hardest first, from today on; and where it comes from."""

    days: Mapping[date, tuple[DayRun, ...]]
    origin: Literal["given", "inferred", "none"]

    def kind(self, day: date) -> DayKind | None:
        """The hardest entry of a day; `None` for an open day."""
        entries = self.days.get(day, ())
        return entries[0].kind if entries else None

    def runs(self, day: date) -> tuple[DayRun, ...]:
        """The runs of a day."""
        return tuple(entry for entry in self.days.get(day, ()) if entry.kind in RUN_KINDS)

    def run_days(self, week: tuple[date, ...]) -> int:
        """How many days of the week have a run."""
        return sum(bool(self.runs(day)) for day in week)


def calendar(known: Known, rules: RuleSet) -> Calendar:
    """The calendar from today on."""
    given = known.scenario.calendar
    if given is None:
        return infer(known, rules)
    days: dict[date, list[DayRun]] = {}
    for entry in given:
        if entry.day >= known.today:
            run = DayRun(
                kind=entry.kind,
                distance_m=entry.distance_m,
                duration_s=entry.duration_s,
                guessed=entry.guessed,
            )
            days.setdefault(entry.day, []).append(run)
    return Calendar({day: tuple(sorted(runs, key=_hardness)) for day, runs in sorted(days.items())}, "given")


def infer(known: Known, rules: RuleSet) -> Calendar:
    """The week that the last weeks of runs suggest: which weekdays, how long, which is the long one.

    As many days as were usual, the weekdays run most often first, of equals those that lie further from the
    chosen ones, then the more recent. The distance and duration of a day are the medians of its runs.
    """
    weeks = rules.whole("infer.weeks")
    recent = [
        (day, run)
        for day, runs in known.runs_by_day.items()
        for run in runs
        if 0 < known.days_ago(day) <= weeks * WEEK
    ]
    if len(recent) < rules.whole("infer.min_runs"):
        return Calendar({}, "none")
    by_weekday: dict[int, list[tuple[date, Run]]] = {}
    for day, run in recent:
        by_weekday.setdefault(day.weekday(), []).append((day, run))
    seen_weeks = min(weeks, max(1, -(-known.days_ago(min(day for day, _ in recent)) // WEEK)))
    usual = max(1, round(len({day for day, _ in recent}) / seen_weeks))
    chosen = _choose(by_weekday, min(usual, WEEK))
    long = _long_day({w: by_weekday[w] for w in chosen}, rules)
    days = {}
    for ahead in range(WEEK + 3):  # the race and long-run rules look a few days beyond the week
        day = known.today + timedelta(days=ahead)
        if day.weekday() in chosen and not (ahead == 0 and day in known.runs_by_day):
            days[day] = (_typical(by_weekday[day.weekday()], long=day.weekday() == long),)
    return Calendar(days, "inferred")


def _choose(by_weekday: Mapping[int, list[tuple[date, Run]]], wanted: int) -> list[int]:
    chosen: list[int] = []
    left = set(by_weekday)
    while left and len(chosen) < wanted:
        best = max(
            left,
            key=lambda w: (
                len(by_weekday[w]),
                min((min(abs(w - c), WEEK - abs(w - c)) for c in chosen), default=0),
                max(day for day, _ in by_weekday[w]),
            ),
        )
        chosen.append(best)
        left.remove(best)
    return chosen


def _long_day(by_weekday: Mapping[int, list[tuple[date, Run]]], rules: RuleSet) -> int | None:
    """The weekday of the long run, where one stands out."""
    # One measure for all: metres where every run has them, else seconds.
    metres = all(run.distance_m for runs in by_weekday.values() for _, run in runs)
    sizes = {
        w: median((run.distance_m or 0) if metres else run.duration_s for _, run in runs)
        for w, runs in by_weekday.items()
    }
    longest = max(sizes, key=lambda w: (sizes[w], w))
    others = [size for w, size in sizes.items() if w != longest]
    stands_out = bool(others) and sizes[longest] >= rules.number("infer.long_ratio") * median(others)
    return longest if stands_out else None


def _typical(runs: list[tuple[date, Run]], *, long: bool) -> DayRun:
    distances = [run.distance_m for _, run in runs if run.distance_m]
    kinds = [run.kind for _, run in runs]

    def mostly(kind: RunKind) -> bool:
        return 2 * kinds.count(kind) > len(runs)

    kind: RunKind = "long" if long or mostly("long") else "quality" if mostly("quality") else "easy"
    return DayRun(
        kind=kind,
        distance_m=round(median(distances)) if distances else None,
        duration_s=round(median(run.duration_s for _, run in runs)),
        inferred=True,
    )


def _hardness(run: DayRun) -> tuple[int, float, float, bool]:
    return HARDEST.index(run.kind), -(run.distance_m or 0), -(run.duration_s or 0), run.guessed
