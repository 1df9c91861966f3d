"""Doses held against what the sources give: every number lies in a source's range, or is marked ours."""

from collections.abc import Iterable, Iterator, Sequence

from backstride.knowledge.schema.exercise import Exercise, Level, Range, SourceDose
from backstride.knowledge.schema.routine import Routine, RoutineDose, RoutineItem

# The words by which a line of a routine marks a number as ours.
_MARKS = {
    "sets": ("sets", "set,"),
    "reps": ("repetitions",),
    "hold_s": ("hold",),
    "duration_s": ("time",),
    "rest_s": ("rest",),
    "per_side": ("side", "each leg"),
}


def beyond_sources(exercise: Exercise) -> Iterator[str]:
    """A line for each number of the ladder outside every source's range of it, and not graded ours."""
    for number, level in enumerate(exercise.ladder):
        if level.grade == "ours":
            continue
        cited = [dose for dose in exercise.doses if dose.source in level.sources]
        for field, value in _numbers(level):
            found = _given(exercise.doses, field, level)
            if _within(value, found) or _one_set(value, field, level, cited):
                continue
            if found:
                yield f"ladder.{number}.{field}: {value} is outside {_words(found)} and not ours"
            elif level.grade == "source":
                yield f"ladder.{number}.{field}: {value} is graded source, and no source gives one"


def unmarked(routine: Routine, item: RoutineItem, exercise: Exercise) -> Iterator[str]:
    """The fields of a routine's line whose numbers are not its source's and not marked ours."""
    doses = [dose for dose in exercise.doses if dose.source == routine.source]
    if not doses:
        yield f"{item.exercise}: {routine.source} has no such entry"
        return
    marks = " ".join(item.ours).lower()
    for field in _theirs_not(item.dose, doses):
        if not any(word in marks for word in _MARKS[field]):
            yield f"{item.exercise}.{field}: not the number of {routine.source}, and not marked ours"


def _theirs_not(dose: RoutineDose, doses: list[SourceDose]) -> Iterator[str]:
    for field, value in _numbers(dose):
        found = _given(doses, field, dose)
        if not (_within(value, found) or _one_set(value, field, dose, doses)):
            yield field
    if dose.rest_s and not _within(dose.rest_s, [d.rest_s for d in doses if d.rest_s]):
        yield "rest_s"
    if dose.per_side and not any(d.sides not in (None, "none") for d in doses):
        yield "per_side"


def _one_set(value: int, field: str, dose: Level | RoutineDose, doses: list[SourceDose]) -> bool:
    """Whether this is one set, of an exercise for which one of the sources names no sets."""
    return field == "sets" and value == 1 and any(not _given([given], field, dose) for given in doses)


def _numbers(dose: Level | RoutineDose) -> Iterator[tuple[str, int]]:
    yield "sets", dose.sets
    for field in ("reps", "hold_s", "duration_s"):
        value: int | None = getattr(dose, field)
        # One repetition of a hold in each set is a hold, whose number the sets give.
        if value is not None and not (field == "reps" and value == 1 and dose.hold_s):
            yield field, value


def _given(doses: Sequence[SourceDose], field: str, dose: Level | RoutineDose) -> list[Range]:
    """The sources' ranges of a number.

    A source's repetitions of a hold are our sets where we count holds; what a source holds, we may do for
    that time moving.
    """
    if field == "sets":
        ranges = [given.sets for given in doses]
        if dose.hold_s is not None and dose.reps in (None, 1):
            ranges += [given.reps for given in doses if given.hold_s is not None]
    elif field == "duration_s":
        ranges = [found for given in doses for found in (given.duration_s, given.hold_s)]
    else:
        ranges = [getattr(given, field) for given in doses]
    return [found for found in ranges if found is not None]


def _within(value: int, ranges: Iterable[Range]) -> bool:
    return any(low <= value <= high for low, high in ranges)


def _words(ranges: list[Range]) -> str:
    return " and ".join(f"{low}" if low == high else f"{low}-{high}" for low, high in ranges)
