"""Which archives need no look inside, and when one has been read through."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from backstride.runs.read.job import Job, Outcome
from backstride.runs.store.store import Archive


@dataclass(slots=True)
class _Open:
    """An archive that is being read: its jobs left, and the state of its file when it was hashed."""

    sha256: str
    state: tuple[int, ...]
    left: int
    contents: int = 0
    whole: bool = True


class Archives:
    """The jobs of an import without those of known archives; `skipped` counts the contents of these."""

    def __init__(self, jobs: Iterable[Job], known: Iterable[Archive]) -> None:
        contents = {(archive.sha256, archive.name): archive.contents for archive in known}
        self.jobs: list[Job] = []
        self.skipped = 0
        self._open: dict[str, _Open] = {}
        for path, group in groupby(jobs, lambda job: job.path):
            of_path = list(group)
            if of_path[0].members is not None:
                found = _look(path, len(of_path))
                if found is not None:
                    count = contents.get((found.sha256, of_path[0].name))
                    if count is not None:
                        self.skipped += count
                        continue
                    self._open[path] = found
            self.jobs += of_path

    def after(self, job: Job, outcome: Outcome) -> Archive | None:
        """The archive that a job has brought to its end, if all of it was met and it is still the same."""
        found = self._open.get(job.path)
        if found is None:
            return None
        found.left -= 1
        found.contents += len(outcome.met)
        found.whole &= not outcome.partial
        done = found.left == 0 and found.whole and found.state == _state(job.path)
        return Archive(found.sha256, job.name, found.contents) if done else None


def _look(path: str, jobs: int) -> _Open | None:
    """An archive by its bytes; None where they cannot be read, which its jobs will say."""
    try:
        state = _state(path)
        with Path(path).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
    return _Open(digest, state, jobs)


def _state(path: str) -> tuple[int, ...]:
    """What changes when a file does; empty where it has gone."""
    try:
        status = Path(path).stat()
    except OSError:
        return ()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
