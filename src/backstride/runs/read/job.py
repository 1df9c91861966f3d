"""What one worker does at a time: a file, or a few members of a zip. It never raises for what is in them."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from backstride.runs.activity import Activity, LeftOut
from backstride.runs.read.any import format_of, read_file
from backstride.runs.read.archive import Unpacked, unpack, unpack_member
from backstride.runs.read.contents import Met, key_of, known
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
    """What came of a job, in the order of its files; `unpacked` counts bytes out of archives.

    `met` lists the contents where their keys are asked for; `partial` tells that on another day, or with more
    memory, there may be more.
    """

    activities: list[Activity] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    unpacked: int = 0
    met: list[Met] = field(default_factory=list)
    partial: bool = False


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
        outcome.partial |= _passing(error)
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
    key = None if known.keys is None else key_of(data, name, told)
    if key is not None and known.keys is not None and key in known.keys:
        outcome.met.append(Met(name, key, known=True))
        return
    found: list[Activity] = []
    reason = None
    try:
        found = read_file(data, name, told)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a panic in compiled code is no Exception
        reason = printable(_plain(error, format_of(data, name)))
        outcome.left_out.append(LeftOut(name, reason))
        if _passing(error):
            outcome.partial = True
            return
    outcome.activities.extend(found)
    if key is not None:
        outcome.met.append(Met(name, key, activities=tuple(found), reason=reason))


def _passing(error: BaseException) -> bool:
    """Whether the fault lies with this moment and not with the file."""
    return isinstance(error, (MemoryError, OSError))


def _plain(error: BaseException, kind: str) -> str:
    if isinstance(error, Unreadable):
        return error.reason
    if isinstance(error, MemoryError):
        return f"the {kind} reader needs more memory than there is"
    if isinstance(error, OSError):
        return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"
    return f"the {kind} reader failed at it ({type(error).__name__})"
