"""The week as a problem: the places where exercises may stand, and the doses that may stand there."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from backstride.coaching.dose import COMFORT, Dose, Prescription
from backstride.coaching.logs import HARD
from backstride.coaching.phase import Phase
from backstride.knowledge import Library, RuleSet
from backstride.knowledge.dose import item_seconds, static_seconds
from backstride.knowledge.schema.exercise import Exercise
from backstride.known import Known
from backstride.planning.days import PlanDay
from backstride.planning.fitness import fits_runner
from backstride.terms import Slot


@dataclass(frozen=True)
class Option:
    """An exercise with a dose at a place. `seconds` holds the change to it; `static_s` one side's holds."""

    exercise: Exercise
    dose: Dose
    seconds: int
    static_s: int
    new: bool
    raised: bool

    @property
    def strength(self) -> bool:
        return self.exercise.quality == "strength"

    @property
    def hard_sets(self) -> int:
        return self.dose.rung.sets if self.exercise.quality in HARD else 0


@dataclass(frozen=True)
class Place:
    """A slot of a day with its limits in seconds; `least_strength_s` holds where it has strength."""

    day: PlanDay
    slot: Slot
    least_s: int
    most_s: int
    least_strength_s: int
    options: tuple[Option, ...]

    @property
    def name(self) -> str:
        return f"{self.day.index}.{self.slot}"


@dataclass(frozen=True)
class Problem:
    """Everything that the solver needs to know, and nothing else.

    `strength_target` is the most strength days of seven; `strength_left` of them may still come in the
    `week_left` first days, those of the week that a replan falls into (all seven where it is none).
    `strength_done` are the days of logged strength work, counted from today.
    """

    library: Library
    rules: RuleSet
    days: tuple[PlanDay, ...]
    places: tuple[Place, ...]
    phase: Phase
    strength_target: int
    strength_left: int
    week_left: int
    strength_done: tuple[int, ...]

    def of_day(self, index: int) -> list[Place]:
        """The places of a day."""
        return [place for place in self.places if place.day.index == index]


@dataclass(frozen=True)
class Builder:
    """Builds the places and their options from the days and the prescriptions."""

    known: Known
    library: Library
    rules: RuleSet
    phase: Phase
    prescriptions: Mapping[str, Prescription]

    def places(self, days: tuple[PlanDay, ...]) -> tuple[Place, ...]:
        """The places that can hold anything; the card of a run is laid apart."""
        found = []
        for day in days:
            for slot in day.slots:
                if slot != "mid_run":
                    place = self._place(day, slot)
                    if place.options and place.most_s > 0:
                        found.append(place)
        return tuple(found)

    def card(self, day: PlanDay) -> tuple[Option, ...]:
        """The moves that may stand on the card of the day's run."""
        return tuple(self._options(day, "mid_run"))

    def _place(self, day: PlanDay, slot: Slot) -> Place:
        least, most, least_strength = self._limits(day, slot)
        return Place(day, slot, least, most, least_strength, tuple(self._options(day, slot)))

    def _limits(self, day: PlanDay, slot: Slot) -> tuple[int, int, int]:
        free = 60 * day.minutes
        if slot == "pre_run":
            least, most = (int(s) for s in self.rules.series("slot.pre_run_s"))
            return (least if free >= least else 1), min(most, free), 0
        if slot == "post_run":
            least, most = (int(s) for s in self.rules.series("slot.post_run_easy_strength_s"))
            if day.kind == "easy":
                return 1, min(most, free), least
            return 1, min(self.rules.whole("slot.post_run_hard_s"), free), 0
        if slot == "cross":
            return 1, min(int(self.rules.series("slot.cross_s")[1]), free), 0
        return 1, min(self.rules.whole("slot.recovery_s"), free), 0

    def _options(self, day: PlanDay, slot: Slot) -> list[Option]:
        return [
            option
            for exercise, doses in self._able
            if self._allowed(day, slot, exercise)
            for option in doses
            if self._dose_allowed(day, slot, option)
        ]

    @cached_property
    def _able(self) -> tuple[tuple[Exercise, tuple[Option, ...]], ...]:
        """The exercises that are for this runner now, with their doses; the same for every day and slot."""
        return tuple(
            (p.exercise, tuple(self._option(p, dose) for dose in (p.usual, p.up) if dose is not None))
            for p in self.prescriptions.values()
            if p.left is None and fits_runner(self.known, p.exercise)
        )

    def _option(self, prescription: Prescription, dose: Dose) -> Option:
        exercise, rung = prescription.exercise, dose.rung
        seconds = item_seconds(
            rung, rep_s=exercise.rep_s, rest_s=rung.rest_s, change_s=self.rules.whole("session.change_s")
        )
        raised = prescription.logged is not None and dose.level > prescription.logged
        return Option(exercise, dose, seconds, static_seconds(rung), prescription.new, raised)

    def _allowed(self, day: PlanDay, slot: Slot, exercise: Exercise) -> bool:
        mobility = exercise.quality not in HARD
        if slot not in exercise.slots or (exercise.id in day.done_today and slot != "mid_run"):
            return False
        if self.phase.deload and (
            self.prescriptions[exercise.id].new or (not mobility and exercise.id not in self.phase.last_week)
        ):
            return False
        if (day.low_load or self.phase.low_load_week) and exercise.impact:
            return False
        if slot in ("pre_run", "mid_run"):
            return exercise.position == "standing" and exercise.quality == "dynamic_mobility"
        if slot == "recovery":
            return mobility and exercise.gentle
        if mobility:
            return True
        if day.mobility_only or (slot == "post_run" and day.kind != "easy"):
            return False
        return exercise.quality == "activation" or day.blocked is None

    def _dose_allowed(self, day: PlanDay, slot: Slot, option: Option) -> bool:
        needed = set(option.dose.rung.equipment) - COMFORT
        if not needed <= set(self.known.scenario.runner.equipment):
            return False
        light = self.rules.whole("low_load.level")
        if day.low_load and option.dose.level > light:
            return False
        if slot in ("pre_run", "mid_run") and option.static_s >= self.rules.whole("stretch.pre_run_s"):
            return False
        return option.exercise.quality != "static_mobility" or option.static_s <= self.rules.whole(
            "stretch.session_s"
        )
