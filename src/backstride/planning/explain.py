"""Why a session stands where it stands, and what an item is there for."""

from collections.abc import Mapping
from dataclasses import dataclass

from backstride.coaching.logs import HARD
from backstride.decision import Reason
from backstride.knowledge import Library
from backstride.known import Known
from backstride.planning.days import HARD_RUNS, PlanDay
from backstride.planning.need import Need
from backstride.planning.problem import Option
from backstride.saying import reason
from backstride.terms import Slot


@dataclass(frozen=True)
class Explainer:
    """Writes the reasons of a week from its rules and needs."""

    known: Known
    library: Library
    needs: Mapping[tuple[str, bool], Need]

    def session(self, day: PlanDay, slot: Slot, *, strength: bool, empty: bool) -> tuple[Reason, ...]:
        """Why a session is at this time of this day, and what limits it."""
        if slot == "mid_run" and day.no_impact:
            return (reason(self.library, "H1", "slot.card_bone", sources=("HARRIS2016",), grade="guideline"),)
        reasons = [self._slot(day, slot, strength=strength)]
        if slot == "mid_run":
            reasons.append(
                reason(self.library, "H4", "slot.walk_home", sources=("SILBERNAGEL2007",), grade="ours")
            )
            if empty:
                reasons.append(
                    reason(self.library, "H12", "slot.empty_card", sources=("S0",), grade="source")
                )
        if strength:
            reasons.append(reason(self.library, "H7", "slot.strength", parameter="strength.per_week"))
        if day.low_load and slot != "mid_run":
            reasons.append(reason(self.library, "H14", "slot.low_load", parameter="red.low_load_hours"))
        return tuple(reasons)

    def item(self, slot: Slot, option: Option) -> tuple[Reason, ...]:
        """What an item is for, then its dose with its sources."""
        return (self._purpose(slot, option), *self._personal(option), *option.dose.why)

    def _slot(self, day: PlanDay, slot: Slot, *, strength: bool) -> Reason:
        if slot == "pre_run":
            return reason(self.library, "H3", "slot.pre_run", parameter="slot.pre_run_s")
        if slot == "mid_run":
            return reason(self.library, "H4", "slot.mid_run", parameter="slot.mid_run_moves")
        if slot == "recovery":
            key = "slot.recovery_open" if day.kind is None else "slot.recovery"
            return reason(self.library, "H6", key, parameter="slot.recovery_s")
        if slot == "cross":
            key = "slot.cross_open" if day.kind is None else "slot.cross"
            return reason(self.library, "H6", key, parameter="slot.cross_s")
        if day.kind in HARD_RUNS:
            kind = self.library.message(f"kind.{day.kind}", {})
            return reason(self.library, "H5", "slot.post_hard", parameter="slot.post_run_hard_s", kind=kind)
        key = "slot.post_easy_strength" if strength else "slot.post_easy"
        return reason(self.library, "H5", key, parameter="slot.post_run_easy_strength_s")

    def _purpose(self, slot: Slot, option: Option) -> Reason:
        exercise = option.exercise
        hard = exercise.quality in HARD
        worth = {
            region: share * self.needs[region, hard].points for region, share in exercise.regions.items()
        }
        first = [r for r in sorted(worth, key=lambda r: (-worth[r], r)) if worth[r] > 0][:2] or sorted(worth)[
            :1
        ]
        names = self.library.message(
            "list.and", {"first": self._name(first[0]), "last": self._name(first[-1])}
        )
        names = names if len(first) > 1 else self._name(first[0])
        if slot in ("pre_run", "mid_run"):
            return reason(
                self.library, "O2", "item.warm_up", sources=exercise.sources, grade="source", regions=names
            )
        group = self.library.regions[first[0]].group
        if hard and group in ("legs_hips", "lower_leg"):
            return reason(self.library, "O2", "item.legs", sources=("CAI2017",), grade="trial", regions=names)
        if hard:
            return reason(
                self.library,
                "O2",
                "item.trunk",
                sources=("MUELLER2020", "SMITH2014"),
                grade="review",
                regions=names,
            )
        return reason(
            self.library,
            "O2",
            "item.mobility",
            sources=("FERNANDEZ2022", "OWEN2020"),
            grade="review",
            regions=names,
        )

    def _personal(self, option: Option) -> list[Reason]:
        hard = option.exercise.quality in HARD
        reasons = []
        for region in option.exercise.regions:
            for cause in self.needs[region, hard].raised_by:
                key = f"item.{cause}"
                reasons.append(
                    reason(self.library, "O2", key, sources=(), grade="ours", regions=self._name(region))
                )
        if option.exercise.id in self.known.scenario.runner.favourites:
            reasons.append(reason(self.library, "O3", "item.favourite", sources=(), grade="ours"))
        return reasons[:2]

    def _name(self, region: str) -> str:
        return self.library.regions[region].name[:1].lower() + self.library.regions[region].name[1:]
