"""Follows a source's routine as written: its exercises, order, doses and times a week.

H3-H6, H9-H11 and H13 yield to the routine; H1, H2, H7, H8, H12 and H14 hold, and what then does not fit is a
shortfall. The days are found by looking at every choice of days; there are at most 128.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from backstride.decision import DayRun, PlannedDay, Reason, Session, Shortfall, Solver
from backstride.knowledge import Library, RuleSet
from backstride.knowledge.schema.routine import Routine, RoutineItem
from backstride.known import Known, weekday
from backstride.planning.days import PlanDay, plan_days, strength_done
from backstride.planning.planned import Coached, Planned
from backstride.planning.routine_lines import Line, Lines, minutes
from backstride.planning.routine_yields import yields
from backstride.runs.calendar import Calendar
from backstride.saying import reason
from backstride.terms import Slot


def follow(known: Known, library: Library, rules: RuleSet, calendar: Calendar, coached: Coached) -> Planned:
    """The week of the runner's routine, with what did not fit."""
    routine = library.routines[library.routine_names[known.scenario.runner.routine or ""]]
    follower = _Follower(
        known, library, rules, coached, routine, plan_days(known, library, rules, calendar, coached)
    )
    return follower.week(calendar.run_days(known.week))


@dataclass(frozen=True)
class _Follower:
    known: Known
    library: Library
    rules: RuleSet
    coached: Coached
    routine: Routine
    days: tuple[PlanDay, ...]

    def week(self, run_days: int) -> Planned:
        lines = Lines(self.known, self.library, self.rules, self.coached, self.routine)
        laid = {day.index: lines.of_day(day, self._slots(day)) for day in self.days}
        chosen = self._choose(laid, run_days)
        days = tuple(self._day(day, laid[day.index] if day.index in chosen else {}) for day in self.days)
        placed = sum(len(found) for index in chosen for found in laid[index].values())
        proof = Solver(status="optimal", objective=placed, bound=placed, gap=0, deterministic_time=0)
        nothing = () if placed else (self._nothing(),)
        shortfalls = (*nothing, *self._times(chosen), *lines.left_out(laid, chosen))
        return Planned(
            days,
            shortfalls,
            proof,
            {"items": placed},
            yields(days, self.library, self.rules, self.coached.log),
        )

    def _slots(self, day: PlanDay) -> dict[int, Slot]:
        """The slot of each line of the routine on this day, by the line's place in the routine."""
        found: dict[int, Slot] = {}
        for n, item in enumerate(self.routine.items):
            slot = self._slot(day, item)
            if slot is not None:
                found[n] = slot
        return found

    def _slot(self, day: PlanDay, item: RoutineItem) -> Slot | None:
        if item.slot is not None:
            return item.slot if item.slot in day.slots else None
        return next((slot for slot in self.routine.slots if slot in day.slots and slot != "recovery"), None)

    def _choose(self, laid: dict[int, dict[Slot, list[Line]]], run_days: int) -> frozenset[int]:
        able = [index for index, found in laid.items() if any(found.values())]
        if self.routine.every_run or self.routine.slots == ("post_run",):
            return frozenset(able)
        most = self._most(run_days)
        best = max(
            (choice for size in range(min(most, len(able)) + 1) for choice in combinations(able, size)),
            key=lambda choice: (self._allowed(choice, laid), *self._worth(choice, laid)),
        )
        return frozenset(best)

    def _most(self, run_days: int) -> int:
        many = run_days >= self.rules.whole("strength.many_runs")
        usual = self.rules.whole("strength.target_many_runs" if many else "strength.target")
        return min(self.routine.per_week[1], usual) if self.routine.per_week else usual

    def _allowed(self, choice: tuple[int, ...], laid: dict[int, dict[Slot, list[Line]]]) -> bool:
        """Whether the strength days of a choice keep H7, the logged ones counted."""
        gap, most = self.rules.whole("strength.gap_days"), self.rules.whole("strength.per_week")
        done = [(day - self.known.today).days for day in strength_done(self.known, self.library)]
        ahead = [i for i in choice if any(line.strength for found in laid[i].values() for line in found)]
        strong = sorted(ahead + done)
        spaced = all(abs(i - day) >= gap for i in ahead for day in strong if day != i or strong.count(i) > 1)
        weeks = [range(first, first + 7) for first in range(-6, 1)]
        sparse = all(
            sum(day in week for day in strong) <= most for week in weeks if any(i in week for i in ahead)
        )
        return spaced and sparse

    def _worth(
        self, choice: tuple[int, ...], laid: dict[int, dict[Slot, list[Line]]]
    ) -> tuple[int, int, int]:
        placed = sum(len(found) for index in choice for found in laid[index].values())
        apart = min((later - earlier for earlier, later in pairwise(choice)), default=0)
        return placed, apart, -sum(choice)

    def _day(self, day: PlanDay, found: dict[Slot, list[Line]]) -> PlannedDay:
        sessions = [self._session(slot, found[slot]) for slot in day.slots if found.get(slot)]
        if day.runs and not any(session.slot == "mid_run" for session in sessions):
            sessions.insert(sum(s.slot == "pre_run" for s in sessions), self._card())
        first: DayRun | None = day.entries[0] if day.entries else None
        return PlannedDay(day=day.day, run=first, also=day.entries[1:], sessions=tuple(sessions))

    def _session(self, slot: Slot, lines: list[Line]) -> Session:
        why = reason(
            self.library,
            "routine",
            "routine.session",
            sources=(self.routine.source,),
            grade="source",
            name=self.routine.name,
        )
        card = self._walk_home() if slot == "mid_run" else ()
        length = 0 if slot == "mid_run" else minutes(lines)
        return Session(slot=slot, minutes=length, items=tuple(line.item for line in lines), why=(why, *card))

    def _card(self) -> Session:
        return Session(slot="mid_run", minutes=0, why=self._walk_home())

    def _walk_home(self) -> tuple[Reason, ...]:
        why = reason(self.library, "H4", "slot.walk_home", sources=("SILBERNAGEL2007",), grade="ours")
        return (why,)

    def _nothing(self) -> Shortfall:
        return Shortfall(
            rule="routine",
            wanted=self.library.message("routine.nothing_wanted", {}),
            got=self.library.message("routine.got", {}),
            because=self.library.message("routine.nothing_because", {}),
            sources=(self.routine.source,),
        )

    def _times(self, chosen: frozenset[int]) -> Iterator[Shortfall]:
        if self.routine.per_week is None or len(chosen) >= self.routine.per_week[0]:
            return
        blocked = [
            self.library.message(f"day.{weekday(d.day)}", {}) for d in self.days if d.index not in chosen
        ]
        yield Shortfall(
            rule="H7",
            wanted=self.library.message("routine.times_wanted", {"times": self.routine.per_week[0]}),
            got=str(len(chosen)),
            because=self.library.message("routine.times_because", {"days": ", ".join(blocked)}),
            sources=(self.routine.source,),
        )
