"""Files into a store, a small batch at a time: stopped at any moment, the next import goes on from there."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from backstride.runs.activity import Import, LeftOut
from backstride.runs.read.believe import why_not
from backstride.runs.read.collect import settled
from backstride.runs.read.contents import Met
from backstride.runs.read.follow import Progress, follow
from backstride.runs.read.job import Job
from backstride.runs.read.plan import plan
from backstride.runs.store.archives import Archives
from backstride.runs.store.changes import Changes, changes
from backstride.runs.store.store import Held, Store

BATCH = 16  # contents in a transaction: what a crash may cost, against a moment's wait for the disk


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did: files read, files known already, runs changed, files left out, and all runs now."""

    read: int
    known: int
    changes: Changes
    left_out: tuple[LeftOut, ...]
    runs: Import


def runs_in(held: Held) -> Import:
    """The runs that a store's recordings come to; what is none is left out with its reason."""
    return settled([recording.activity for recording in held.recordings], held.left_out)


def take_in(
    store: Store, paths: Sequence[Path], *, progress: Progress | None = None, workers: int = 2
) -> Taken:
    """Reads what the store does not know yet and keeps it. What is known is hashed and no more.

    `progress` is told files done and files in all. Raises InputMissing for a path that is not there, and
    StoreRefused; what was kept until then stays.
    """
    before = store.held()
    own = _own_names(store.path, paths)
    planned = [item for item in plan(paths) if not (isinstance(item, LeftOut) and item.source in own)]
    left_out = [item for item in planned if isinstance(item, LeftOut)]
    archives = Archives((item for item in planned if isinstance(item, Job)), store.archives())
    read, known = 0, archives.skipped
    batch: list[Met] = []
    with closing(
        follow(archives.jobs, progress=progress, workers=workers, keys=store.known(), done=archives.skipped)
    ) as outcomes:
        for job, outcome in outcomes:
            batch += outcome.met
            left_out += outcome.left_out
            again = sum(met.known for met in outcome.met)
            read, known = read + len(outcome.met) - again, known + again
            archive = archives.after(job, outcome)
            if archive is not None or len(batch) >= BATCH:
                store.add(batch, [] if archive is None else [archive])
                batch = []
    if batch:
        store.add(batch)
    after = store.held()
    left_out += _no_runs(before, after)
    return Taken(
        read=read,
        known=known,
        changes=changes(before.recordings, after.recordings),
        left_out=tuple(sorted(left_out, key=lambda x: (x.source, x.reason))),
        runs=runs_in(after),
    )


def _no_runs(before: Held, after: Held) -> Iterable[LeftOut]:
    """The activities that have come in between and are no runs."""
    had = {recording.key for recording in before.recordings}
    for recording in after.recordings:
        reason = None if recording.key in had else why_not(recording.activity, None)
        if reason is not None:
            yield LeftOut(recording.activity.source, reason)


def _own_names(store: Path, paths: Iterable[Path]) -> set[str]:
    """The names under which a store that lies among the runs is met itself."""
    own = store.absolute()
    roots = [path.absolute() for path in paths]
    below = {own.relative_to(root).as_posix() for root in roots if own.is_relative_to(root) and own != root}
    return {name + end for name in below for end in ("", "-journal")}
