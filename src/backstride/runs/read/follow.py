"""The jobs of an import one after another, counted, and stopped where an archive unpacks to too much."""

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing

from backstride.runs.activity import LeftOut
from backstride.runs.read import limits
from backstride.runs.read.contents import Key
from backstride.runs.read.job import Job, Outcome
from backstride.runs.read.pool import run

Progress = Callable[[int, int], None]


def follow(
    jobs: Sequence[Job],
    *,
    progress: Progress | None = None,
    workers: int = 2,
    keys: AbstractSet[Key] | None = None,
    done: int = 0,
) -> Generator[tuple[Job, Outcome], None, None]:
    """Each job with what came of it; of an archive that unpacks to too much, nothing after the refusal.

    `progress` is told files done and files in all, the `done` before these jobs counted. With `keys`,
    contents that are among them are not read, and every outcome says what was met.
    """
    tell = progress or (lambda _done, _total: None)
    total = done + sum(job.files for job in jobs)
    tell(done, total)
    unpacked: Counter[str] = Counter()
    refused: set[str] = set()
    with closing(run(list(jobs), workers, lambda job: job.path in refused, keys)) as outcomes:
        for job, outcome in outcomes:
            done += job.files
            tell(done, total)
            if job.path in refused:
                continue
            unpacked[job.path] += outcome.unpacked
            if unpacked[job.path] > limits.ARCHIVE_BYTES:
                refused.add(job.path)
                limit = limits.size(limits.ARCHIVE_BYTES)
                reason = f"the rest of it left out: it unpacks to more than {limit}"
                yield job, Outcome(left_out=[LeftOut(job.name, reason)], partial=True)
            else:
                yield job, outcome
    if done < total:
        tell(total, total)
