"""What an import came to: file by file, against all that was there without it."""

from dataclasses import dataclass
from typing import Any

from backstride.runs.activity import Activity, LeftOut
from backstride.runs.read.believe import why_not
from backstride.runs.read.contents import Key
from backstride.runs.read.edition import EDITION
from backstride.runs.store import store
from backstride.runs.store.changes import changes
from backstride.web.deciding.activities import recorded
from backstride.web.keeping.counting import counted_runs
from backstride.web.keeping.names import shown_name
from backstride.web.keeping.reading import Read
from backstride.web.models import Import, Recording


@dataclass(frozen=True, slots=True)
class Outcome:
    """Files by what came of them, as JSON data under `new`, `better`, `completed`, `same` and `known`; and
    those left out."""

    changes: dict[str, list[dict[str, Any]]]
    left_out: tuple[LeftOut, ...]


def outcome_of(source: Import, read: Read) -> Outcome:
    """What came of an import. Told against what others brought, so that a second try tells the same."""
    runner = source.runner
    own = dict(source.contents.values_list("sha256", "name"))
    everything = list(runner.recordings.all())
    met = {digest for _, digest in read.met}
    after = [_stored(recording) for recording in everything]
    before = [_stored(recording) for recording in everything if recording.sha256 not in own]
    found = changes(before, after)
    return Outcome(
        changes={
            "new": [_told(run) for run in found.new],
            "better": [{**_told(item.run), "other": item.before} for item in found.replaced],
            "completed": [_told(run) for run in found.completed],
            "same": [*_same(everything, own), *_twice(read, own)],
            "known": [{"name": name} for name, digest in read.met if digest not in own],
        },
        left_out=_left_out(source, read, everything, met),
    )


def _stored(recording: Recording) -> store.Recording:
    return store.Recording(Key(recording.sha256, "", ""), recording.place, recorded(recording))


def _told(run: Activity) -> dict[str, Any]:
    return {"name": run.source, "start": run.start.isoformat(), "distance_m": run.distance_m}


def _same(everything: list[Recording], own: dict[str, str]) -> list[dict[str, Any]]:
    """The import's further recordings of runs that another recording tells better."""
    return [
        {"name": other.source, "other": run.recording.source, "start": other.start.isoformat()}
        for run in counted_runs(everything)
        for other in run.others
        if other.sha256 in own
    ]


def _twice(read: Read, own: dict[str, str]) -> list[dict[str, Any]]:
    """Files with the very bytes of another one of the import."""
    return [
        {"name": name, "other": own[digest]}
        for name, digest in read.met
        if digest in own and name != own[digest]
    ]


def _left_out(source: Import, read: Read, everything: list[Recording], met: set[str]) -> tuple[LeftOut, ...]:
    name_of = {digest: name for name, digest in read.met}
    contents = source.runner.contents.filter(edition=EDITION).exclude(reason="")
    reasons = {content.sha256: content.reason for content in contents if content.sha256 in met}
    found = {(shown_name(item.source, 400), shown_name(item.reason, 1000)) for item in read.refused}
    found |= {(name, reasons[digest]) for name, digest in read.met if digest in reasons}
    for recording in everything:
        reason = why_not(recorded(recording), None) if recording.sha256 in met else None
        if reason is not None:
            found.add((name_of[recording.sha256], reason))
    return tuple(LeftOut(name, reason) for name, reason in sorted(found))
