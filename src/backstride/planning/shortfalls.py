"""What the rules left no room for: each preference that was not met, its cause, and the smallest change that
would mend it, found by solving again."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from math import ceil

from backstride.coaching.logs import HARD
from backstride.decision import Shortfall
from backstride.knowledge import Library, RuleSet
from backstride.knowledge.schema.exercise import Exercise
from backstride.known import Known, weekday
from backstride.planning.binding import bindings, in_words
from backstride.planning.conflicts import Conflicts
from backstride.planning.days import PlanDay
from backstride.planning.fewest import fewest
from backstride.planning.fitness import fits_runner
from backstride.planning.mending import Mending
from backstride.planning.more_minutes import MoreMinutes
from backstride.planning.need import Need
from backstride.planning.problem import Builder, Problem
from backstride.planning.relaxing import Case, Group
from backstride.planning.solver import Solution, most_strength_days


@dataclass(frozen=True)
class Shortfalls:
    """Finds the shortfalls of a solved week."""

    known: Known
    library: Library
    rules: RuleSet
    problem: Problem
    builder: Builder
    needs: Mapping[tuple[str, bool], Need]
    solution: Solution
    solve_again: Callable[[Problem], Solution]
    mending: Mending

    def find(self) -> tuple[Shortfall, ...]:
        """The shortfalls, the gravest first."""
        return (*self._strength(), *self._warm_ups(), *self._cross(), *self._reported(), *self._hard_sets())

    def _strength(self) -> Iterator[Shortfall]:
        wanted, got = self.problem.strength_left, self.solution.strength_days
        if got >= wanted:
            return
        binding = self._conflicts.strength_days(got + 1)
        yield self._shortfall(
            "H7",
            "strength",
            "strength.target",
            because=self._in_words(binding) or "; ".join(self._why_no_strength()),
            binding=binding,
            change=self._more_minutes(got) or self._other_change(got),
            wanted=wanted,
            got=got,
        )

    def _why_no_strength(self) -> list[str]:
        """For each group of days, what keeps strength out of it."""
        groups: dict[str, list[str]] = {}
        chosen = {place.day.index for place, option in self.solution.chosen if option.strength}
        for day in self._this_week():
            if day.index not in chosen:
                groups.setdefault(self._blocked(day), []).append(self._day(day))
        return [
            self._text(f"short.{cause}", days=", ".join(days))
            for cause, days in groups.items()
            if cause != "spacing" or len(groups) == 1
        ]

    def _blocked(self, day: PlanDay) -> str:
        if day.blocked is not None:
            return day.blocked
        strong = [o for p in self.problem.of_day(day.index) for o in p.options if o.strength]
        if day.minutes == 0:
            return "no_minutes"
        if not strong:
            return "no_exercise"
        least = max(p.least_strength_s for p in self.problem.of_day(day.index))
        return "few_minutes" if 60 * day.minutes < max(least, min(o.seconds for o in strong)) else "spacing"

    def _more_minutes(self, got: int) -> str | None:
        """The fewest minutes more, on one day, that allow another strength day; proven by solving again."""
        best: tuple[int, PlanDay] | None = None
        for day in self._this_week():
            most = best[0] - 1 if best is not None else self.rules.whole("shortfall.most_minutes")
            if day.blocked is None and most > 0 and self._helps(day, most, got):
                least = bisect_left(range(1, most + 1), x=True, key=partial(self._helps, day, got=got)) + 1
                best = least, day
        if best is None:
            return None
        return self._text("short.mend_strength", day=self._day(best[1]), extra=best[0])

    def _other_change(self, got: int) -> str | None:
        """Another day for a run, an open day or a thing in the house that allows another strength day."""
        days = tuple(day.day for day in self._this_week())
        return self.mending.first(days, lambda problem: most_strength_days(problem, self.rules) > got)

    def _helps(self, day: PlanDay, extra: int, got: int) -> bool:
        return most_strength_days(self._with_minutes(day, extra), self.rules) > got

    def _this_week(self) -> tuple[PlanDay, ...]:
        """The days of the week that a replan falls into, else all seven."""
        return self.problem.days[: self.problem.week_left]

    def _with_minutes(self, day: PlanDay, extra: int) -> Problem:
        days = tuple(
            replace(d, minutes=d.minutes + extra) if d.index == day.index else d for d in self.problem.days
        )
        return replace(self.problem, days=days, places=self.builder.places(days))

    def _warm_ups(self) -> Iterator[Shortfall]:
        warm = {place.day.index for place, _ in self.solution.chosen if place.slot == "pre_run"}
        runs = [day for day in self.problem.days if day.runs and "pre_run" in day.slots]
        cold = [day for day in runs if day.index not in warm]
        if not cold:
            return
        able = {place.day.index for place in self.problem.places if place.slot == "pre_run"}
        least = int(self.rules.series("slot.pre_run_s")[0]) // 60
        few = [day for day in cold if day.minutes < least]
        cause = "few_minutes" if few else "minutes_elsewhere" if cold[0].index in able else "no_standing"
        binding = self._conflicts.session(cold[0].index, "pre_run")
        yield self._shortfall(
            "H3",
            "warm_up",
            "slot.pre_run_s",
            because=self._text(f"short.{cause}", days=", ".join(self._day(day) for day in few or cold)),
            binding=binding,
            change=self._warm_up_minutes(cold[0], warm),
            wanted=len(runs),
            got=len(runs) - len(cold),
        )

    def _warm_up_minutes(self, day: PlanDay, warm: Collection[int]) -> str | None:
        """Minutes more that add a warm-up on that day, where one minute less does not; both solved again."""

        def helps(extra: int) -> bool:
            problem = self._with_minutes(day, extra)
            if not any(place.slot == "pre_run" and place.day.index == day.index for place in problem.places):
                return False
            chosen = self.solve_again(problem).chosen
            return {*warm, day.index} <= {place.day.index for place, _ in chosen if place.slot == "pre_run"}

        enough = fewest(helps, self.rules.whole("shortfall.most_minutes"), self._likely_minutes(day))
        if enough is None:
            return None
        return self._text("short.mend_warm_up", day=self._day(day), extra=enough)

    def _likely_minutes(self, day: PlanDay) -> int:
        """Minutes more that a warm-up is likely to need: room for it, the day's hard work and a stretch."""
        seconds = sum(o.seconds for p, o in self.solution.chosen if p.day.index == day.index and o.hard_sets)
        least = int(self.rules.series("slot.pre_run_s")[0])
        return ceil(seconds / 60) + least // 60 + 2 - day.minutes

    def _cross(self) -> Iterator[Shortfall]:
        least = int(self.rules.series("slot.cross_s")[0])
        taken: dict[int, int] = {}
        for place, option in self.solution.chosen:
            if place.slot == "cross" and place.most_s >= least:
                taken[place.day.index] = taken.get(place.day.index, 0) + option.seconds
        short = {index: got for index, got in taken.items() if got < least}
        if short:
            binding = self._conflicts.seconds(min(short), "cross", least)
            yield self._shortfall(
                "H6",
                "cross",
                "slot.cross_s",
                because=self._in_words(binding) or self._text(f"short.{self._why_short(short)}"),
                binding=binding,
                change=self._more.for_cross(min(short), least) if _short_of_minutes(binding) else None,
                wanted=least // 60,
                got=", ".join(f"{ceil(got / 60)}" for got in short.values()),
                days=", ".join(self._day(self.problem.days[index]) for index in short),
            )

    def _why_short(self, days: Collection[int]) -> str:
        """Why sessions on free days stay short, as the end of a message key."""
        phase, most = self.problem.phase, self.rules.series("session.exercises")[1]
        if phase.deload:
            return "deload"
        if phase.first_week:
            return "first_week"
        if phase.hard_sets is not None and self._hard_sets_used() >= phase.hard_sets:
            return "growth"
        able = [len(p.options) for p in self.problem.places if p.slot == "cross" and p.day.index in days]
        return "few_exercises" if min(able, default=0) < most else "worth"

    def _hard_sets_used(self) -> int:
        return sum(option.hard_sets for _, option in self.solution.chosen)

    def _reported(self) -> Iterator[Shortfall]:
        served = {
            (region, option.exercise.quality in HARD)
            for _, option in self.solution.chosen
            for region in option.exercise.regions
        }
        for (region, hard), need in self.needs.items():
            if not set(need.raised_by) & {"tight", "weak"} or (region, hard) in served:
                continue
            able = [
                e
                for e in self.library.exercises.values()
                if region in e.regions and (e.quality in HARD) == hard
            ]
            fitting = [e for e in able if fits_runner(self.known, e)]
            cause = "short.no_room" if fitting else "short.ruled_out" if able else "short.none_known"
            binding = self._conflicts.work_for(region, hard=hard) if able else ()
            more = self._more.for_region(region, _short_of_minutes(binding), hard=hard)
            yield self._shortfall(
                "H12" if not fitting else "H8",
                "reported",
                "objective.reported",
                because=self._in_words(binding) if fitting and binding else self._text(cause),
                binding=binding,
                change=more if fitting else self._equipment(able),
                region=self.library.regions[region].name,
            )

    def _equipment(self, able: list[Exercise]) -> str | None:
        """The one thing in the house that would allow an exercise, where one thing is enough."""
        for name in ("wall", "strap", "chair", "weight"):
            runner = self.known.scenario.runner
            more = runner.model_copy(update={"equipment": (*runner.equipment, name)})
            then = Known(self.known.scenario.model_copy(update={"runner": more}))
            if any(fits_runner(then, exercise) for exercise in able):
                return self._text("short.mend_equipment", name=name)
        return None

    def _hard_sets(self) -> Iterator[Shortfall]:
        most = self.problem.phase.hard_sets
        got = self._hard_sets_used()
        if most is None or self.problem.phase.deload or got < most:
            return
        yield self._shortfall(
            "H13",
            "hard_sets",
            "progress.hard_sets_growth",
            because=self._text("short.growth"),
            binding=self._conflicts.hard_sets(got + 1),
            change=None,
            got=got,
        )

    def _shortfall(
        self,
        rule: str,
        key: str,
        parameter: str,
        *,
        because: str,
        binding: tuple[Group, ...],
        change: str | None,
        **values: object,
    ) -> Shortfall:
        return Shortfall(
            rule=rule,
            wanted=self._text(f"short.{key}_wanted", **values),
            got=self._text(f"short.{key}_got", **values),
            because=because,
            binding=bindings(self.library, self.problem.days, binding),
            smallest_change=change,
            sources=self.library.parameters[parameter].sources,
        )

    @property
    def _conflicts(self) -> Conflicts:
        """What keeps a wish out, found by solving with rules taken away."""
        phase, doses = self.builder.phase, self.builder.prescriptions
        case = Case(self.known, self.rules, phase, self.problem.days, self.problem, doses)
        return Conflicts(case, self.solution.chosen)

    def _in_words(self, conflict: tuple[Group, ...]) -> str:
        return in_words(self.library, self.problem.days, conflict)

    @property
    def _more(self) -> MoreMinutes:
        days, again = self.problem.days, self.solve_again
        strength = frozenset(place.day.index for place, option in self.solution.chosen if option.strength)
        return MoreMinutes(self.library, self.rules, days, strength, self._with_minutes, again)

    def _day(self, day: PlanDay) -> str:
        return self._text(f"day.{weekday(day.day)}")

    def _text(self, key: str, **values: object) -> str:
        return self.library.message(key, values)


def _short_of_minutes(conflict: tuple[Group, ...]) -> tuple[int, ...]:
    """The days whose minutes have a part in a conflict."""
    return tuple(group.day for group in conflict if group.rule == "H8" and group.day is not None)
