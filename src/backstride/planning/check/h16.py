"""H16: the longer an exercise was left, the lower it starts again."""

from collections.abc import Iterator

from backstride.planning.check.case import Case
from backstride.planning.check.start import start_level
from backstride.planning.check.violation import Violation

RULE = "H16"


def h16(case: Case) -> Iterator[Violation]:
    """The level of each exercise by the days from the last session that held it to today."""
    repeat, down = case.rules.whole("gap.repeat_days"), case.rules.whole("gap.down_days")
    restart = case.rules.whole("gap.restart_days")
    start = start_level(case)
    for p in case.placed:
        last, level = case.log.last(p.item.exercise), case.log.last_level(p.item.exercise)
        if last is None or level is None:
            continue
        gap = (case.today - last.day).days
        if gap < repeat:
            continue
        most = level if gap < down else max(0, level - 1) if gap < restart else min(level, start)
        if p.item.level > most:
            text = f"Level {p.item.level} after {gap} days without it at {level}; {most} is the highest."
            yield Violation(RULE, p.where, text)
