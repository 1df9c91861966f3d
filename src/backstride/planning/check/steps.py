"""What speaks against a step up of an exercise."""

from collections.abc import Iterator
from itertools import pairwise

from backstride.knowledge.schema.exercise import Exercise, Level
from backstride.planning.check.case import Case
from backstride.planning.check.log import Time
from backstride.scenario import DoneItem, DoneSet


def against_up(case: Case, exercise: Exercise) -> Iterator[str]:
    """A clause for each condition of a step up that the log does not meet."""
    rules = case.rules
    times = case.log.times.get(exercise.id, [])
    wanted = rules.whole("progress.sessions")
    if case.gate.tier != "self_care":
        yield f"the tier is {case.gate.tier}"
    if case.deload:
        yield "the week is a deload"
    if len(times) < wanted:
        yield f"it was logged {len(times)} times, and {wanted} are wanted"
        return
    recent = times[-wanted:]
    if len({item.level for time in recent for item in time.items}) > 1:
        yield f"the last {wanted} times were at different levels"
    for time in recent:
        yield from _time(case, exercise, time)
    ago = (case.today - recent[-1].day).days
    if ago >= rules.whole("gap.repeat_days"):
        yield f"the last time was {ago} days ago"
    for before, after in pairwise(times):
        since = (case.today - after.day).days
        if after.level > before.level and since < rules.whole("progress.up_days"):
            yield f"it went up {since} days ago"


def _time(case: Case, exercise: Exercise, time: Time) -> Iterator[str]:
    light = case.pain.light(time.day)
    if light != "green":
        yield f"{time.day} was {light or 'of unknown light'}"
    limit = case.rules.number("progress.effort")
    for item in time.items:
        if item.effort is None or item.effort > limit:
            effort = "unknown" if item.effort is None else f"{item.effort:g}"
            yield f"the effort on {time.day} was {effort}; at most {limit:g} is wanted"
        if not _all_done(item, exercise):
            yield f"not every set was done in full on {time.day}"


def _all_done(item: DoneItem, exercise: Exercise) -> bool:
    level = exercise.ladder[min(item.level, len(exercise.ladder) - 1)]
    full = sum(_full(done, level) for done in item.done)
    return full >= level.sets and full == len(item.done)


def _full(done: DoneSet, level: Level) -> bool:
    pairs = (
        (level.reps, done.reps),
        (level.hold_s, done.hold_s),
        (level.duration_s, done.duration_s),
    )
    return all(wanted is None or (got is not None and got >= wanted) for wanted, got in pairs)
