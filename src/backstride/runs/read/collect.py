"""The door: everything under some paths to runs, with a reason for each file that gave none."""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from backstride.runs.activity import Activity, Import, LeftOut
from backstride.runs.merge import merge
from backstride.runs.read.believe import why_not
from backstride.runs.read.follow import Progress, follow
from backstride.runs.read.job import Job
from backstride.runs.read.plan import InputMissing, plan

__all__ = ["InputMissing", "import_paths", "settled"]


def import_paths(
    paths: Sequence[Path],
    *,
    progress: Progress | None = None,
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
    found: list[Activity] = []
    with closing(follow(jobs, progress=progress, workers=workers)) as outcomes:
        for _, outcome in outcomes:
            left_out.extend(outcome.left_out)
            found.extend(outcome.activities)
    return settled(found, left_out, latest)


def settled(
    activities: Sequence[Activity], left_out: Sequence[LeftOut], latest: datetime | None = None
) -> Import:
    """Activities of any kind to runs, each once; the others are left out too. `latest` is aware."""
    runs: list[Activity] = []
    refused = list(left_out)
    for activity in activities:
        reason = why_not(activity, latest)
        if reason is None:
            runs.append(activity)
        else:
            refused.append(LeftOut(activity.source, reason))
    unique, duplicates = merge(runs)
    return Import(unique, tuple(sorted(refused, key=lambda x: (x.source, x.reason))), duplicates)
