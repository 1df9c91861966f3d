"""From a solution to the week that is shown: sessions in order, items with their change and reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from backstride.decision import Item, PlannedDay, Session
from backstride.knowledge import Library
from backstride.known import Known
from backstride.planning.card import card
from backstride.planning.days import PlanDay
from backstride.planning.explain import Explainer
from backstride.planning.items import item_of
from backstride.planning.order import ordered, ordered_before_run
from backstride.planning.problem import Builder, Option, Problem
from backstride.planning.solver import Solution
from backstride.terms import Change, Slot


@dataclass(frozen=True)
class Assembler:
    """Builds the week's days from what the solver chose."""

    known: Known
    library: Library
    problem: Problem
    builder: Builder
    explainer: Explainer

    def days(self, solution: Solution) -> tuple[PlannedDay, ...]:
        """The seven days, sessions in the order of the day."""
        chosen: dict[tuple[int, Slot], list[Option]] = {}
        for place, option in solution.chosen:
            chosen.setdefault((place.day.index, place.slot), []).append(option)
        seen: set[str] = set()
        raised = {option.exercise.id for _, option in solution.chosen if option.raised}
        return tuple(self._day(day, chosen, seen, raised) for day in self.problem.days)

    def _day(
        self,
        day: PlanDay,
        chosen: Mapping[tuple[int, Slot], list[Option]],
        seen: set[str],
        raised: set[str],
    ) -> PlannedDay:
        sessions = []
        for slot in day.slots:
            if slot == "mid_run":
                moves = () if day.no_impact else self.builder.card(day)
                options = card(moves, raised, self.problem.rules)
            else:
                options = chosen.get((day.index, slot), [])
                if not options:
                    continue
                options = ordered_before_run(options) if slot == "pre_run" else ordered(options)
            sessions.append(self._session(day, slot, options, seen))
        return PlannedDay(
            day=day.day,
            run=day.entries[0] if day.entries else None,
            also=day.entries[1:],
            sessions=tuple(sessions),
        )

    def _session(self, day: PlanDay, slot: Slot, options: list[Option], seen: set[str]) -> Session:
        items = tuple(self._item(slot, option, seen) for option in options)
        seconds = sum(item.seconds for item in items)
        strength = any(option.strength for option in options)
        return Session(
            slot=slot,
            minutes=0 if slot == "mid_run" else ceil(seconds / 60),
            items=items,
            why=self.explainer.session(day, slot, strength=strength, empty=not items),
        )

    def _item(self, slot: Slot, option: Option, seen: set[str]) -> Item:
        dose, exercise = option.dose, option.exercise.id
        change: Change = "same" if exercise in seen else dose.change
        seen.add(exercise)
        why = self.explainer.item(slot, option)
        return item_of(exercise, dose.level, dose.rung, option.seconds, change, why)
