"""What stands on each day of the calendar: the hardest entry of the day rules."""

from datetime import date

from backstride.decision import Decision
from backstride.scenario import Scenario
from backstride.terms import DayKind

HARDEST_FIRST: tuple[DayKind, ...] = ("race", "long", "quality", "easy", "cross", "rest")


def hardest(kinds: list[DayKind]) -> DayKind:
    """The kind that rules a day with these entries (at least one)."""
    return min(kinds, key=HARDEST_FIRST.index)


def kinds_by_day(scenario: Scenario, decision: Decision) -> dict[date, DayKind]:
    """The ruling kind of each day that has an entry; days left out are open.

    Without a calendar the decision's own runs are taken for it; the contract has them marked as inferred.
    """
    entries: dict[date, list[DayKind]] = {}
    if scenario.calendar is not None:
        for planned in scenario.calendar:
            entries.setdefault(planned.day, []).append(planned.kind)
    elif decision.week is not None:
        for day in decision.week.days:
            runs = [*([day.run] if day.run else []), *day.also]
            if runs:
                entries.setdefault(day.day, []).extend(run.kind for run in runs)
    return {day: hardest(kinds) for day, kinds in entries.items()}
