"""H10: no exercise twice on a day, no strength pattern on two days running."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from backstride.planning.check.case import Case
from backstride.planning.check.violation import Violation

RULE = "H10"
DAY = timedelta(days=1)


def h10(case: Case) -> Iterator[Violation]:
    """Repeats within a day, and patterns that return the day after; logged sessions count."""
    done = {day: _logged_patterns(case, day) for day in (case.today - DAY, case.today)}
    patterns = {day.day: dict[str, str]() for day in case.days}
    for p in case.placed:
        if p.exercise.quality == "strength":
            patterns[p.day][p.exercise.pattern] = p.item.exercise
    for day in case.days:
        counts = Counter(item.exercise for s in day.sessions if s.slot != "mid_run" for item in s.items)
        if day.day == case.today:
            earlier = [s for s in case.log.on(day.day) if s.slot != "mid_run"]
            counts.update({item.exercise for s in earlier for item in s.items if item.exercise in counts})
        for exercise, count in counts.items():
            if count > 1:
                yield Violation(RULE, f"{day.day} {exercise}", f"It stands {count} times on one day.")
        before = {**patterns.get(day.day - DAY, {}), **done.get(day.day - DAY, {})}
        for pattern in patterns[day.day].keys() & before.keys():
            text = f"Strength of the pattern {pattern} ({before[pattern]}) stood on the day before too."
            yield Violation(RULE, f"{day.day} {patterns[day.day][pattern]}", text)


def _logged_patterns(case: Case, day: date) -> dict[str, str]:
    """Pattern to exercise of the strength exercises logged on a day."""
    known = case.library.exercises
    ids = [item.exercise for session in case.log.on(day) for item in session.items]
    return {known[i].pattern: i for i in ids if i in known and known[i].quality == "strength"}
