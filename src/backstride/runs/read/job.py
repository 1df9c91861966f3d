"""What one worker does at a time: a file, or a few members of a zip. It never raises for what is in them."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from backstride.runs.activity import Activity, LeftOut
from backstride.runs.read.any import format_of, read_file
from backstride.runs.read.archive import Unpacked, unpack, unpack_member
from backstride.runs.read.packed import Budget
from backstride.runs.read.shelf import shelf
from backstride.runs.read.told import Told
from backstride.runs.read.unreadable import Unreadable
from backstride.runs.read.words import printable


@dataclass(frozen=True, slots=True)
class Job:
    """A file by path and by the name to call it; of a zip, the places of `members` in its directory.

    `told` is what a table tells of the file or of each member.
    """

    path: str
    name: str
    members: tuple[int, ...] | None = None
    told: tuple[Told | None, ...] = (None,)

    @property
    def files(self) -> int:
        return 1 if self.members is None else len(self.members)


@dataclass(slots=True)
class Outcome:
    """What came of a job, in the order of its files; `unpacked` counts bytes out of archives."""

    activities: list[Activity] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    unpacked: int = 0


def work(job: Job) -> Outcome:
    """Reads a job's files. Any failure becomes a LeftOut; only a wish to stop passes through."""
    outcome = Outcome()
    budget = Budget()
    whole = budget.left
    try:
        with closing(_items(job, budget)) as items:
            for item in items:
                if isinstance(item, LeftOut):
                    outcome.left_out.append(item)
                else:
                    _read(item, outcome)
    except Exception as error:
        outcome.left_out.append(LeftOut(job.name, printable(_plain(error, "file"))))
    outcome.unpacked = whole - budget.left
    return outcome


def _items(job: Job, budget: Budget) -> Generator[Unpacked | LeftOut, None, None]:
    if job.members is None:
        yield from unpack(Path(job.path).read_bytes(), job.name, budget, job.told[0])
        return
    archive = shelf.archive(job.path)
    listed = archive.infolist()
    for place, told in zip(job.members, job.told, strict=True):
        yield from unpack_member(archive, listed[place], job.name, budget, told)


def _read(item: Unpacked, outcome: Outcome) -> None:
    name, data, told = item
    try:
        outcome.activities.extend(read_file(data, name, told))
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a panic in compiled code is no Exception
        outcome.left_out.append(LeftOut(name, printable(_plain(error, format_of(data, name)))))


def _plain(error: BaseException, kind: str) -> str:
    if isinstance(error, Unreadable):
        return error.reason
    if isinstance(error, MemoryError):
        return f"the {kind} reader needs more memory than there is"
    if isinstance(error, OSError):
        return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"
    return f"the {kind} reader failed at it ({type(error).__name__})"
