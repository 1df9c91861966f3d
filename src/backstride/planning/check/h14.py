"""H14: after a red two low-load days and a level down; after two reds nothing goes up."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from backstride.planning.check.case import Case, Placed
from backstride.planning.check.violation import Violation

RULE = "H14"


def h14(case: Case) -> Iterator[Violation]:
    """The days after a red, the levels of what was done before it, and the pause after a pair."""
    pause, soft = paused(case), any(_low_load_red(case, day.day) for day in case.days)
    for p in case.placed:
        yield from _low_load(case, p)
        yield from _level_down(case, p)
        top = case.rules.whole("low_load.level")
        if soft and not p.hard and p.item.level > top:
            text = f"Mobility at level {p.item.level} in a week after a red; {top} is the highest."
            yield Violation(RULE, p.where, text)
        last = case.log.last_level(p.item.exercise)
        if pause and (p.item.change == "up" or (last is not None and p.item.level > last)):
            yield Violation(RULE, p.where, f"A step up in the pause after the two reds {pause}.")


def _low_load_red(case: Case, day: date) -> date | None:
    """The last red that makes a day low-load."""
    days = case.rules.whole("red.low_load_hours") // 24
    reds = [red for red in case.pain.reds if 0 <= (day - red).days <= days]
    return reds[-1] if reds else None


def _low_load(case: Case, p: Placed) -> Iterator[Violation]:
    red = _low_load_red(case, p.day)
    if red is None:
        return
    top = case.rules.whole("low_load.level")
    since = f"{(p.day - red).days} days after the red of {red}"
    if p.item.level > top and p.hard:
        yield Violation(RULE, p.where, f"Level {p.item.level}, {since}; {top} is the highest.")
    if p.exercise.impact:
        yield Violation(RULE, p.where, f"Impact, {since}.")


def _level_down(case: Case, p: Placed) -> Iterator[Violation]:
    last, level = case.log.last(p.item.exercise), case.log.last_level(p.item.exercise)
    if last is None or level is None:
        return
    since = [red for red in case.pain.reds if red >= last.day]
    most = max(0, level - case.rules.whole("red.levels_down"))
    if since and p.item.level > most:
        text = (
            f"Level {p.item.level}; it was done at {level} on {last.day}, and after the red of {since[-1]} "
            f"{most} is the highest."
        )
        yield Violation(RULE, p.where, text)


def paused(case: Case) -> str | None:
    """The two reds that pause progression, as text."""
    near, pause = case.rules.whole("red.pair_days"), case.rules.whole("red.pause_days")
    for first, second in pairwise(case.pain.reds):
        if (second - first).days <= near and (case.today - second).days <= pause:
            return f"of {first} and {second}"
    return None
