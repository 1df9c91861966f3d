"""Which recordings count: worked out over all of a runner's, so that the order of imports never matters."""

from collections import defaultdict
from dataclasses import dataclass

from backstride.runs.activity import Activity
from backstride.runs.merge import Group, groups
from backstride.runs.read.believe import why_not
from backstride.web.deciding.activities import as_json, recorded
from backstride.web.models import Recording, Runner

# What a runner adds to a run by hand, and how it looks where they did not.
_BY_HAND: dict[str, object] = {"kind": "", "surface": "", "shoe": "", "pain_during": None}
_WRITTEN = ["counts", "counted", *_BY_HAND]


@dataclass(frozen=True, slots=True)
class Counted:
    """A run: the recording that counts, the activity as it counts, and the further recordings of it."""

    recording: Recording
    activity: Activity
    others: tuple[Recording, ...]


def counted_runs(recordings: list[Recording]) -> list[Counted]:
    """The runs among some recordings, by start; what is no run is passed over."""
    of: dict[Activity, list[Recording]] = defaultdict(list)
    for recording in sorted(recordings, key=lambda r: (r.sha256, r.place), reverse=True):
        activity = recorded(recording)
        if why_not(activity, None) is None:
            of[activity].append(recording)
    found, _ = groups([activity for activity, same in of.items() for _ in same])
    return [_counted(group, of) for group in found]


def recount(runner: Runner) -> None:
    """Renews `counts` and `counted`; what was added by hand goes over to what counts."""
    recordings = list(runner.recordings.all())
    before = {recording.pk: _state(recording) for recording in recordings}
    for recording in recordings:
        recording.counts, recording.counted = False, None
    for run in counted_runs(recordings):
        run.recording.counts = not any(r.left_out for r in (run.recording, *run.others))
        if run.activity != recorded(run.recording):
            run.recording.counted = as_json(run.activity)
        _hand_over(run)
    changed = [recording for recording in recordings if _state(recording) != before[recording.pk]]
    Recording.objects.bulk_update(changed, _WRITTEN, batch_size=100)


def _counted(group: Group, of: dict[Activity, list[Recording]]) -> Counted:
    first, *others = [of[activity].pop() for activity in group.records]
    return Counted(first, group.counts, tuple(others))


def _hand_over(run: Counted) -> None:
    for name, unknown in _BY_HAND.items():
        for other in run.others:
            if getattr(run.recording, name) == unknown:
                setattr(run.recording, name, getattr(other, name))
            setattr(other, name, unknown)


def _state(recording: Recording) -> tuple[object, ...]:
    return tuple(getattr(recording, name) for name in _WRITTEN)
