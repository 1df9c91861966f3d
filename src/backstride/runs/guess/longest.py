"""The long run of a week whose titles name none, by its size among the others."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

from backstride.runs.guess.values import Entry, Told
from backstride.terms import RUN_KINDS, DayKind


def with_long_runs(entries: Sequence[Entry], ratio: float) -> list[Entry]:
    """The same entries, with long runs where no title names one.

    Of a week from Monday without a long run or race, the longest run whose kind is a guess becomes the long
    run where it is `ratio` times the median of the others or more.
    """
    weeks: dict[date, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        if entry.planned.kind in RUN_KINDS:
            weeks[entry.planned.day - timedelta(days=entry.planned.day.weekday())].append(place)
    found = list(entries)
    for places in weeks.values():
        longest = _longest([entries[place] for place in places], ratio)
        if longest is not None:
            place = places[longest]
            found[place] = _long(entries[place])
    return found


def _longest(runs: Sequence[Entry], ratio: float) -> int | None:
    if any(run.planned.kind in ("long", "race") for run in runs) or len(runs) < 2:
        return None
    metres = all(run.planned.distance_m for run in runs)
    sizes = [(run.planned.distance_m if metres else run.planned.duration_s) or 0 for run in runs]
    longest = max(range(len(runs)), key=lambda n: sizes[n])
    run = runs[longest]
    if run.guess is None or run.guess.kind.sure or run.planned.kind != "easy":
        return None
    others = [size for n, size in enumerate(sizes) if n != longest]
    return longest if all(others) and sizes[longest] >= ratio * median(others) else None


def _long(entry: Entry) -> Entry:
    if entry.guess is None:
        return entry
    kind: Told[DayKind] = Told("long", f"{entry.guess.kind.words}, the longest of its week", sure=False)
    planned = entry.planned.model_copy(update={"kind": "long"})
    return replace(entry, planned=planned, guess=replace(entry.guess, kind=kind))
