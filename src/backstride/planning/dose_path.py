"""Where a dose comes from: its source, and the levels that the log shows on the way to it."""

from backstride.planning.problem import Option
from backstride.planning.work import Work
from backstride.terms import Change, Grade
from backstride.values import Day, Value


class Step(Value):
    """A session of the log that held the exercise: its level, whether each set was whole, the effort 0-10."""

    day: Day
    level: int
    full: bool
    effort: float | None


class DosePath(Value):
    """The level that the week holds, where its dose is from, and the log behind it, oldest first."""

    level: int
    variant: str
    change: Change
    sources: tuple[str, ...]
    grade: Grade
    log: tuple[Step, ...]


def dose_path(work: Work, option: Option) -> DosePath:
    """The path of an option's dose."""
    rung = option.dose.rung
    return DosePath(
        level=option.dose.level,
        variant=rung.variant,
        change=option.dose.change,
        sources=rung.sources,
        grade=rung.grade,
        log=tuple(
            Step(day=entry.day, level=entry.level, full=entry.full, effort=entry.effort)
            for entry in work.coached.log.get(option.exercise.id, ())
        ),
    )
