"""The same activity in two files counts once, and the better record wins."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC

from backstride.runs.activity import Activity, Duplicate
from backstride.runs.complete import from_part, from_twin

START_S = 120.0  # two devices on one runner are started within moments of each other
ALIKE = 0.05  # GPS devices side by side differ by a few per cent
OVERLAP = 0.8
DAY_S = 86_400.0
_FORMATS = {"fit": 3, "tcx": 2, "gpx": 1}


@dataclass(frozen=True, slots=True)
class Group:
    """The records of one activity as they were given, the one that counts first, and how it counts.

    `counts` is the first one, with what it lacked and the others knew.
    """

    counts: Activity
    records: tuple[Activity, ...]


def merge(activities: Iterable[Activity]) -> tuple[tuple[Activity, ...], tuple[Duplicate, ...]]:
    """Unique activities by start, and the duplicates dropped; the order of the input does not matter."""
    found, dropped = groups(activities)
    return tuple(group.counts for group in found), dropped


def groups(activities: Iterable[Activity]) -> tuple[tuple[Group, ...], tuple[Duplicate, ...]]:
    """As `merge`, with all the records of each activity."""
    found = [Group(activity, (activity,)) for activity in activities]
    dropped: list[Duplicate] = []
    # A record that takes a distance over may only then be seen to be the same as a third one.
    while True:
        ranked = sorted(found, key=lambda g: _rank(g.counts))
        survivors, same = _sift(ranked, _same, from_twin)
        # A device that stopped half-way holds a part of a run that a longer record holds whole.
        longest = sorted(survivors, key=lambda g: (-g.counts.duration_s, _rank(g.counts)))
        found, parts = _sift(longest, _part, from_part)
        dropped += same + parts
        if not same and not parts:
            break
    unique = sorted(found, key=lambda g: (g.counts.start, g.counts.source, _rank(g.counts)))
    return tuple(unique), tuple(sorted(dropped, key=lambda d: (d.dropped, d.kept)))


def _sift(
    ordered: Sequence[Group],
    alike: Callable[[Activity, Activity], bool],
    complete: Callable[[Activity, Sequence[Activity]], Activity],
) -> tuple[list[Group], list[Duplicate]]:
    """Keeps each activity that is not alike to one kept before; compares only those of neighbouring days."""
    by_day: dict[int, list[int]] = defaultdict(list)
    kept: list[Group] = []
    others: list[list[Group]] = []
    dropped: list[Duplicate] = []
    for group in ordered:
        day = int(group.counts.start.timestamp() // DAY_S)
        near = (place for d in (day, day - 1, day + 1) for place in by_day[d])
        twin = next((place for place in near if alike(kept[place].counts, group.counts)), None)
        if twin is None:
            by_day[day].append(len(kept))
            kept.append(group)
            others.append([])
        else:
            others[twin].append(group)
            dropped.append(Duplicate(kept=kept[twin].counts.source, dropped=group.counts.source))
    return [_joined(group, more, complete) for group, more in zip(kept, others, strict=True)], dropped


def _joined(
    group: Group, others: Sequence[Group], complete: Callable[[Activity, Sequence[Activity]], Activity]
) -> Group:
    if not others:
        return group
    records = [*group.records, *(record for other in others for record in other.records)]
    return Group(complete(group.counts, [other.counts for other in others]), tuple(records))


def _same(a: Activity, b: Activity) -> bool:
    return (_starts_agree(a, b) and _sizes_agree(a, b)) or _overlap(a, b) > OVERLAP * max(_span(a), _span(b))


def _part(whole: Activity, piece: Activity) -> bool:
    return _span(piece) > 0 and _overlap(whole, piece) > OVERLAP * _span(piece)


def _starts_agree(a: Activity, b: Activity) -> bool:
    if abs((a.start - b.start).total_seconds()) <= START_S:
        return True
    if a.zone_known == b.zone_known:
        return False
    # An app that writes local time and calls it UTC is off by exactly the offset that the other file knows.
    known, other = (a, b) if a.zone_known else (b, a)
    wall_clock = known.start.replace(tzinfo=UTC)
    return abs((wall_clock - other.start).total_seconds()) <= START_S


def _sizes_agree(a: Activity, b: Activity) -> bool:
    pairs = [(a.duration_s, b.duration_s), (a.elapsed_s, b.elapsed_s)]
    if a.distance_m and b.distance_m:
        pairs.append((a.distance_m, b.distance_m))
    return any(abs(x - y) <= ALIKE * max(x, y) for x, y in pairs)


def _span(activity: Activity) -> float:
    """Seconds surely covered; a watch left on for a day must not swallow the evening's other run."""
    left_on = activity.elapsed_s > 2 * activity.duration_s + 600
    return activity.duration_s if left_on else activity.elapsed_s


def _overlap(a: Activity, b: Activity) -> float:
    start_a, start_b = a.start.timestamp(), b.start.timestamp()
    return min(start_a + _span(a), start_b + _span(b)) - max(start_a, start_b)


def _rank(a: Activity) -> tuple[object, ...]:
    """The better record first; every field takes part, so that equal ranks are equal activities."""
    name = a.source.lower().removesuffix(".gz")
    fields = (a.zone_known, a.cadence_spm is not None, a.heart_rate_bpm is not None, a.distance_m is not None)
    return (
        a.sport_guessed,
        -_FORMATS.get(name.rpartition(".")[2], 0),
        -sum(fields),
        len(a.notes),
        -a.duration_s,
        a.start,
        a.source,
        a.elapsed_s,
        a.distance_m or 0.0,
        a.cadence_spm or 0.0,
        a.heart_rate_bpm or 0.0,
        a.sport,
        a.surface or "",
        a.notes,
        str(a.start),
        a.shoe or "",
        -1.0 if a.ascent_m is None else a.ascent_m,
        -1.0 if a.descent_m is None else a.descent_m,
    )
