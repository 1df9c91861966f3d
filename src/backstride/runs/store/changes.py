"""What an import changed: which runs are new, and which are told by another record than before."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from backstride.runs.activity import Activity
from backstride.runs.merge import groups
from backstride.runs.read.believe import why_not
from backstride.runs.read.contents import Key
from backstride.runs.store.store import Recording

_Id = tuple[Key, int]


@dataclass(frozen=True, slots=True)
class Replaced:
    """A run and the source of the record that told it before."""

    run: Activity
    before: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Runs that are new, that are told by a better record now, and whose record another one has completed."""

    new: tuple[Activity, ...]
    replaced: tuple[Replaced, ...]
    completed: tuple[Activity, ...]


def changes(before: Iterable[Recording], after: Iterable[Recording]) -> Changes:
    """The differences between the runs of a store then and now, other activities passed over."""
    counted = _counted(before)
    ids, runs = _runs(after)
    new: list[Activity] = []
    replaced: list[Replaced] = []
    completed: list[Activity] = []
    for group in groups(runs)[0]:
        run, first = group.counts, ids[group.records[0]]
        then = next((counted[i] for i in first if i in counted), None)
        others = (counted[i] for record in group.records[1:] for i in ids[record] if i in counted)
        if then is not None:
            if _facts(then) != _facts(run):
                completed.append(run)
        elif (other := next(others, None)) is not None:
            replaced.append(Replaced(run, other.source))
        else:
            new.append(run)
    return Changes(tuple(new), tuple(replaced), tuple(completed))


def _counted(recordings: Iterable[Recording]) -> dict[_Id, Activity]:
    """The recordings that count, by id, as they count."""
    ids, runs = _runs(recordings)
    return {i: group.counts for group in groups(runs)[0] for i in ids[group.records[0]]}


def _runs(recordings: Iterable[Recording]) -> tuple[dict[Activity, list[_Id]], list[Activity]]:
    ids: dict[Activity, list[_Id]] = defaultdict(list)
    runs: list[Activity] = []
    for recording in recordings:
        if why_not(recording.activity, None) is None:
            ids[recording.activity].append((recording.key, recording.place))
            runs.append(recording.activity)
    return ids, runs


def _facts(activity: Activity) -> Activity:
    """Without the words: a file that was met under another name is no change."""
    return replace(activity, source="", notes=())
