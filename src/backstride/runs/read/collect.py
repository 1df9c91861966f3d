"""The door: everything under some paths to runs, with a reason for each file that gave none."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from backstride.runs.activity import Activity, Import, LeftOut
from backstride.runs.merge import merge
from backstride.runs.read import limits
from backstride.runs.read.job import Job
from backstride.runs.read.plan import InputMissing, plan
from backstride.runs.read.pool import run
from backstride.runs.read.words import spell

__all__ = ["InputMissing", "import_paths"]

# Over a mile and more nobody averages this on foot: it was recorded as a run by mistake.
_TOO_FAST = 7.5
_TOO_FAST_FROM_M = 1600.0


def import_paths(
    paths: Sequence[Path],
    *,
    progress: Callable[[int, int], None] | None = None,
    workers: int = 2,
    latest: datetime | None = None,
) -> Import:
    """The runs in files, folders and archives; what is no run or cannot be read is listed with its reason.

    `progress` is told files done and files in all; `latest` is the latest start believed (aware). The result
    does not depend on `workers`. Raises InputMissing for a path that is not there, and ValueError for a naive
    `latest`. From several threads a script needs the usual `if __name__ == "__main__"` guard.
    """
    if latest is not None and latest.utcoffset() is None:
        raise ValueError("latest: needs a time zone")
    planned = list(plan(paths))
    left_out = [item for item in planned if isinstance(item, LeftOut)]
    jobs = [item for item in planned if isinstance(item, Job)]
    total = sum(job.files for job in jobs)
    tell = progress or (lambda _done, _total: None)
    tell(0, total)

    runs: list[Activity] = []
    unpacked: Counter[str] = Counter()
    refused: set[str] = set()
    done = 0
    with closing(run(jobs, workers, lambda job: job.path in refused)) as outcomes:
        for job, outcome in outcomes:
            done += job.files
            tell(done, total)
            if job.path in refused:
                continue
            unpacked[job.path] += outcome.unpacked
            if unpacked[job.path] > limits.ARCHIVE_BYTES:
                refused.add(job.path)
                limit = limits.size(limits.ARCHIVE_BYTES)
                left_out.append(
                    LeftOut(job.name, f"the rest of it left out: it unpacks to more than {limit}")
                )
                continue
            left_out.extend(outcome.left_out)
            for activity in outcome.activities:
                reason = _why_not(activity, latest)
                if reason is None:
                    runs.append(activity)
                else:
                    left_out.append(LeftOut(activity.source, reason))
    if done < total:
        tell(total, total)
    unique, duplicates = merge(runs)
    return Import(unique, tuple(sorted(left_out, key=lambda x: (x.source, x.reason))), duplicates)


def _why_not(activity: Activity, latest: datetime | None) -> str | None:
    """The reason why an activity is no run that can have been, or None."""
    if activity.start < limits.EARLIEST or (latest is not None and activity.start > latest):
        return f"impossible date: {activity.start.date().isoformat()}"
    if activity.duration_s > limits.LONGEST_S:
        return f"impossible duration: {spell(activity.duration_s)}"
    if activity.sport != "running":
        guessed = ", by its speed or title" if activity.sport_guessed else ""
        return f"not a run: {activity.sport}{guessed}"
    metres = activity.distance_m or 0.0
    speed = metres / activity.duration_s
    if metres > _TOO_FAST_FROM_M and speed > _TOO_FAST:
        return f"not a run: called running, but at {speed:.1f} m/s"
    return None
