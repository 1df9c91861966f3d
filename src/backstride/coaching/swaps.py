"""Which exercise takes over from one that hurts, is disliked or is mastered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from backstride.coaching.dose import Dose, Prescription
from backstride.coaching.logs import HARD, Entry
from backstride.coaching.phase import Phase
from backstride.decision import Reason, Swap
from backstride.knowledge import Library, RuleSet
from backstride.knowledge.schema.exercise import Exercise
from backstride.known import Known
from backstride.saying import reason

Fits = Callable[[Exercise], bool]
Doses = Mapping[str, Prescription]


@dataclass(frozen=True)
class Swapper:
    """Finds the swaps of a week. `fits`: whether an exercise is for this runner at all."""

    known: Known
    library: Library
    rules: RuleSet
    log: Mapping[str, tuple[Entry, ...]]
    phase: Phase
    doses: Doses
    fits: Fits

    def swaps(self) -> tuple[Swap, ...]:
        """What is left for hurting, what is disliked, what is mastered, in the order of the library."""
        found = []
        for prescription in self.doses.values():
            exercise = prescription.exercise
            if prescription.left is not None:
                found.append(self._left(prescription))
            elif exercise.id in self.known.scenario.runner.disliked:
                if self._lately(exercise.id):
                    instead = self._stand_in(exercise, harder=True)
                    why = self._why("O3", "leave.disliked", "objective.disliked")
                    found.append(Swap(exercise=exercise.id, instead=instead, why=why))
            elif prescription.mastered and self._next(exercise) is not None:
                why = self._why("P", "leave.mastered", "progress.sessions")
                found.append(Swap(exercise=exercise.id, instead=exercise.harder, why=why))
        return tuple(found)

    def _left(self, prescription: Prescription) -> Swap:
        left = prescription.left
        assert left is not None
        days = self.rules.whole("leave.days") - self.known.days_ago(left.day)
        why = self._why("H13", left.key, left.key, sore=left.sore, of=left.of, days=days)
        exercise = prescription.exercise
        easier = self.library.exercises.get(exercise.easier or "")
        instead = easier.id if easier is not None and self._open(easier) else None
        return Swap(exercise=exercise.id, instead=instead or self._stand_in(exercise, harder=False), why=why)

    def _next(self, exercise: Exercise) -> str | None:
        """The harder neighbour, where it is open and not under way yet."""
        harder = self.library.exercises.get(exercise.harder or "")
        return harder.id if harder and self._open(harder) and not self._lately(harder.id) else None

    def _stand_in(self, exercise: Exercise, *, harder: bool) -> str | None:
        """Another for the same pattern, else the same regions; one built upon this one only if `harder`."""
        candidates = [
            (other.pattern == exercise.pattern, shared, other.id)
            for other in self.library.exercises.values()
            if other.id != exercise.id
            if harder or (other.id != exercise.harder and other.easier != exercise.id)
            if (other.quality in HARD) == (exercise.quality in HARD)
            if set(other.slots) & set(exercise.slots) and self._open(other)
            for shared in [_shared(exercise, other)]
            if other.pattern == exercise.pattern or shared >= self.rules.number("swap.shared")
        ]
        best = min(candidates, key=lambda c: (not c[0], -c[1], c[2]), default=None)
        return best[2] if best is not None else None

    def _open(self, exercise: Exercise) -> bool:
        """Whether this week may hold it: it suits the runner, does not hurt, and is not new in a deload."""
        prescription = self.doses[exercise.id]
        return (
            self.fits(exercise)
            and prescription.left is None
            and exercise.id not in self.known.scenario.runner.disliked
            and not (self.phase.deload and prescription.new)
        )

    def _lately(self, exercise: str) -> bool:
        rows = self.log.get(exercise, ())
        return bool(rows) and self.known.days_ago(rows[-1].day) < self.rules.whole("leave.days")

    def _why(self, rule: str, key: str, parameter: str, **values: Any) -> Reason:
        return reason(self.library, rule, key, parameter=parameter, **values)


def with_reasons(doses: Doses, swaps: tuple[Swap, ...], library: Library) -> dict[str, Prescription]:
    """The prescriptions, those of the exercises that take over with a reason more: in place of which."""
    found = dict(doses)
    for swap in swaps:
        if swap.instead is not None:
            why = reason(
                library,
                swap.why.rule,
                _TOLD[swap.why.key],
                sources=swap.why.sources,
                grade=swap.why.grade,
                exercise=swap.exercise,
                name=library.exercises[swap.exercise].name,
            )
            old = found[swap.instead]
            up = _because(old.up, why) if old.up is not None else None
            found[swap.instead] = replace(old, usual=_because(old.usual, why), up=up)
    return found


_TOLD = {
    "leave.lowest": "swap.left",
    "leave.often": "swap.left",
    "leave.disliked": "swap.disliked",
    "leave.mastered": "swap.mastered",
}


def _because(dose: Dose, why: Reason) -> Dose:
    return replace(dose, why=(*dose.why, why))


def _shared(one: Exercise, other: Exercise) -> float:
    """The share of the work that two exercises have in common, region by region, 0 to 1."""
    return round(sum(min(part, other.regions.get(region, 0)) for region, part in one.regions.items()), 6)
