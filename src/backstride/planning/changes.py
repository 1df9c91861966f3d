"""What differs from the week decided before, and the new fact behind each change."""

from collections.abc import Iterator

from backstride.decision import Item, PlannedDay, WeekChange
from backstride.knowledge import Library
from backstride.known import Known
from backstride.planning.causes import Cause, Causes
from backstride.terms import Slot

Placed = dict[tuple[Slot, str], Item]
Found = tuple[WeekChange, Cause | None]


def changes(
    known: Known, library: Library, days: tuple[PlannedDay, ...], causes: Causes
) -> tuple[WeekChange, ...]:
    """A line for each exercise added, removed or given another dose, and for each run that moved."""
    previous = known.scenario.previous_week
    if previous is None:
        return ()
    before = {day.day: day for day in previous.days}
    done = {item.exercise for s in known.sessions_by_day.get(known.today, []) for item in s.items}
    found = [
        pair
        for day in days
        if day.day in before
        for pair in _day(library, causes, before[day.day], day)
        if not (day.day == known.today and pair[0].what == "removed" and pair[0].exercise in done)
    ]
    first = any(cause is not None for _, cause in found) or any(c.what == "run" for c, _ in found)
    rest = Cause("O4", "change.because_follows" if first else "change.because_weighed")
    return tuple(_told(library, change, cause or rest) for change, cause in found)


def _told(library: Library, change: WeekChange, cause: Cause) -> WeekChange:
    if change.what == "run":
        return change
    because = library.message(cause.key, cause.values)
    return change.model_copy(update={"rule": cause.rule, "because": because})


def _day(library: Library, causes: Causes, before: PlannedDay, after: PlannedDay) -> Iterator[Found]:
    if before.run != after.run:
        yield WeekChange(day=after.day, what="run", text=library.message("change.run", {})), None
    old, new = _placed(before), _placed(after)
    for (slot, exercise), item in new.items():
        change = WeekChange(day=after.day, slot=slot, exercise=exercise, what="added", text="")
        if (slot, exercise) not in old:
            yield _named(library, change, "change.added"), causes.added(before, after.day, exercise)
        elif _dose(item) != _dose(old[slot, exercise]):
            other = change.model_copy(update={"what": "dose"})
            yield _named(library, other, "change.dose"), causes.dose(item)
    for slot, exercise in old:
        if (slot, exercise) not in new:
            change = WeekChange(day=after.day, slot=slot, exercise=exercise, what="removed", text="")
            yield _named(library, change, "change.removed"), causes.removed(before, after.day, exercise)


def _named(library: Library, change: WeekChange, key: str) -> WeekChange:
    record = library.exercises.get(change.exercise or "")
    name = record.name if record else change.exercise
    return change.model_copy(update={"text": library.message(key, {"name": name})})


def _placed(day: PlannedDay) -> Placed:
    return {(session.slot, item.exercise): item for session in day.sessions for item in session.items}


def _dose(item: Item) -> tuple[object, ...]:
    return item.level, item.sets, item.reps, item.hold_s, item.duration_s, item.per_side
