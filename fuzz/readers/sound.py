"""What has to hold of activities, whatever they were read from."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from backstride.runs.activity import Activity
from backstride.runs.history import history
from backstride.runs.merge import merge
from backstride.runs.read.believe import why_not
from backstride.runs.read.unreadable import Unreadable

NOW = datetime(2026, 11, 20, 7, tzinfo=UTC)


def outcome(read: Callable[[], Sequence[Activity]]) -> str:
    """What came of a file in words; whatever was read has to make runs of a scenario."""
    try:
        found = read()
    except Unreadable as refusal:
        return _reason(refusal)
    assert found, "neither an activity nor a refusal"
    usable(found)
    return "; ".join(f"{a.sport}, {a.surface}, {len(a.notes)} notes: {' '.join(a.notes)}" for a in found)


def usable(found: Sequence[Activity]) -> None:
    """Holds activities against what the rest of the house takes for granted."""
    for activity in found:
        assert activity.duration_s > 0, "an activity that took no time"
    believed = [activity for activity in found if why_not(activity, NOW) is None]
    unique, duplicates = merge(believed)
    assert len(unique) + len(duplicates) == len(believed), "merging lost or made an activity"
    assert len(history(unique, NOW).runs) == len(unique), "a run was lost on its way into a scenario"


def _reason(refusal: Unreadable) -> str:
    assert refusal.reason.strip(), "a refusal without a reason"
    return refusal.reason
