"""The seven days as the rules see them: what each day may hold, and what keeps strength out of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from backstride.decision import DayRun
from backstride.knowledge import Library, RuleSet
from backstride.knowledge.dose import item_seconds
from backstride.known import Known, weekday
from backstride.planning.planned import Coached
from backstride.runs.calendar import Calendar
from backstride.runs.signals import was_hard
from backstride.scenario import DoneSession
from backstride.terms import RUN_KINDS, DayKind, Slot

HARD_RUNS: tuple[DayKind, ...] = ("long", "quality", "race")


@dataclass(frozen=True)
class PlanDay:
    """A day of the week. `minutes` are those left of it; `blocks` are the keys of why strength may not be."""

    index: int
    day: date
    kind: DayKind | None
    runs: tuple[DayRun, ...]
    entries: tuple[DayRun, ...]
    minutes: int
    low_load: bool
    mobility_only: bool
    blocks: tuple[str, ...]
    before_hard_run: bool
    ran: bool = False
    no_impact: bool = False
    done_today: frozenset[str] = frozenset()

    @property
    def blocked(self) -> str | None:
        """The first of `blocks`, the gravest."""
        return self.blocks[0] if self.blocks else None

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots that a day of this kind has; `mid_run` is the card that goes with a run."""
        if self.kind in RUN_KINDS:
            warm_up: tuple[Slot, ...] = () if self.ran or self.no_impact else ("pre_run",)
            return (*warm_up, "mid_run", "post_run")
        if self.kind == "cross":
            return ("cross",)
        if self.kind == "rest":
            return ("recovery",)
        return ("cross", "recovery")


def plan_days(
    known: Known, library: Library, rules: RuleSet, calendar: Calendar, coached: Coached
) -> tuple[PlanDay, ...]:
    """The week's days, from today on."""
    strength = strength_done(known, library)
    return tuple(_day(known, library, rules, calendar, coached, strength, n) for n in range(len(known.week)))


def strength_done(known: Known, library: Library) -> tuple[date, ...]:
    """The days on which a strength exercise was logged; what was split over a day is one session."""
    return tuple(
        day
        for day, sessions in known.sessions_by_day.items()
        if any(library.exercises[i.exercise].quality == "strength" for s in sessions for i in s.items)
    )


def _day(
    known: Known,
    library: Library,
    rules: RuleSet,
    calendar: Calendar,
    coached: Coached,
    strength: tuple[date, ...],
    index: int,
) -> PlanDay:
    day = known.week[index]
    race_free = rules.whole("strength.race_free_days")
    kinds = [calendar.kind(day + timedelta(days=n)) for n in range(race_free + 1)]
    today = known.sessions_by_day.get(day, []) if index == 0 else []
    ran = known.runs_by_day.get(day, []) if index == 0 else []
    ran_hard = any(was_hard(run, known, rules) for run in ran)
    free = known.scenario.runner.minutes.get(weekday(day), 0)
    spent = sum(ceil(_seconds(library, rules, session) / 60) for session in today)
    return PlanDay(
        index=index,
        day=day,
        kind=calendar.kind(day),
        runs=calendar.runs(day),
        entries=calendar.days.get(day, ()),
        minutes=max(0, int(free) - spent),
        low_load=day in coached.lights.low_load,
        mobility_only="race" in kinds[1:] or ran_hard,
        before_hard_run=kinds[1] in HARD_RUNS,
        blocks=_blocks(kinds, day, strength, rules.whole("strength.gap_days"), ran_hard=ran_hard),
        ran=bool(ran),
        no_impact=coached.no_impact,
        done_today=frozenset(item.exercise for session in today for item in session.items),
    )


def _blocks(
    kinds: list[DayKind | None], day: date, strength: tuple[date, ...], gap: int, *, ran_hard: bool
) -> tuple[str, ...]:
    """Every cause why no strength may be done on a day, as the ends of message keys, the gravest first."""
    causes = {
        "race_day": kinds[0] == "race",
        "before_race": "race" in kinds[1:],
        "hard_run": ran_hard or kinds[0] in ("long", "quality"),
        "before_hard_run": kinds[1] in HARD_RUNS,
        "too_soon": any(0 <= (day - done).days < gap for done in strength),
        "rest_day": kinds[0] == "rest",
    }
    return tuple(cause for cause, holds in causes.items() if holds)


def _seconds(library: Library, rules: RuleSet, session: DoneSession) -> int:
    """What a logged session took, by its exercises' doses."""
    if session.slot == "mid_run":
        return 0
    change = rules.whole("session.change_s")
    total = 0
    for item in session.items:
        exercise = library.exercises[item.exercise]
        rung = exercise.ladder[min(item.level, len(exercise.ladder) - 1)]
        total += item_seconds(rung, rep_s=exercise.rep_s, rest_s=rung.rest_s, change_s=change)
    return total
