"""The events of some weeks to a plan."""

from collections.abc import Iterable
from datetime import date

from backstride.runs.guess.guess import guess
from backstride.runs.guess.longest import with_long_runs
from backstride.runs.guess.values import Entry, Event, NotTaken, Plan


def plan_of(
    events: Iterable[Event],
    *,
    today: date,
    long_ratio: float,
    left_out: Iterable[NotTaken] = (),
    notes: Iterable[str] = (),
) -> Plan:
    """The plan from today on; earlier events only help to tell which run of a week is the long one.

    `long_ratio`: how many times the median of its week's other runs a run without a name is a long one.
    """
    entries: list[Entry] = []
    without: list[NotTaken] = []
    for event in events:
        found = guess(event)
        if isinstance(found, Entry):
            entries.append(found)
        else:
            without.append(found)
    entries = with_long_runs(entries, long_ratio)
    ahead = [entry for entry in entries if entry.planned.day >= today]
    left = [item for item in (*left_out, *without) if item.day is None or item.day >= today]
    return Plan(
        tuple(sorted(ahead, key=lambda entry: entry.planned.day)),
        tuple(sorted(left, key=lambda item: (item.day or date.max, item.title))),
        tuple(dict.fromkeys(notes)),
    )
