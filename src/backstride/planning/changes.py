"""What differs from the week decided before, on the days that both hold."""

from collections.abc import Iterator

from backstride.decision import Item, PlannedDay, WeekChange
from backstride.knowledge import Library
from backstride.known import Known
from backstride.terms import Slot

Placed = dict[tuple[Slot, str], Item]


def changes(known: Known, library: Library, days: tuple[PlannedDay, ...]) -> tuple[WeekChange, ...]:
    """A line for each exercise added, removed or given another dose, and for each run that moved."""
    previous = known.scenario.previous_week
    if previous is None:
        return ()
    before = {day.day: day for day in previous.days}
    done = {item.exercise for s in known.sessions_by_day.get(known.today, []) for item in s.items}
    return tuple(
        change
        for day in days
        if day.day in before
        for change in _day(library, before[day.day], day)
        if not (day.day == known.today and change.what == "removed" and change.exercise in done)
    )


def _day(library: Library, before: PlannedDay, after: PlannedDay) -> Iterator[WeekChange]:
    if before.run != after.run:
        yield WeekChange(day=after.day, what="run", text=library.message("change.run", {}))
    old, new = _placed(before), _placed(after)
    for (slot, exercise), item in new.items():
        name = {"name": library.exercises[exercise].name}
        if (slot, exercise) not in old:
            text = library.message("change.added", name)
            yield WeekChange(day=after.day, slot=slot, exercise=exercise, what="added", text=text)
        elif _dose(item) != _dose(old[slot, exercise]):
            text = library.message("change.dose", name)
            yield WeekChange(day=after.day, slot=slot, exercise=exercise, what="dose", text=text)
    for slot, exercise in old:
        if (slot, exercise) not in new:
            record = library.exercises.get(exercise)
            text = library.message("change.removed", {"name": record.name if record else exercise})
            yield WeekChange(day=after.day, slot=slot, exercise=exercise, what="removed", text=text)


def _placed(day: PlannedDay) -> Placed:
    return {(session.slot, item.exercise): item for session in day.sessions for item in session.items}


def _dose(item: Item) -> tuple[object, ...]:
    return item.level, item.sets, item.reps, item.hold_s, item.duration_s, item.per_side
