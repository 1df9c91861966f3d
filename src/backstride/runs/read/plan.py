"""Which files are under some paths, and how they are cut into jobs; of zips only the directory is read."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from backstride.runs.activity import LeftOut
from backstride.runs.read import limits
from backstride.runs.read.archive import open_zip
from backstride.runs.read.job import Job
from backstride.runs.read.strava_table import is_table, read_table
from backstride.runs.read.survey import is_wanted, not_wanted, survey
from backstride.runs.read.told import Told
from backstride.runs.read.unreadable import Unreadable
from backstride.runs.read.words import printable

_MEMBERS_PER_JOB = 8  # small enough to share one zip among workers, large enough to open it seldom


class InputMissing(ValueError):
    """A path that was given does not exist."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no such file or folder: {path}")
        self.path = path


def plan(paths: Sequence[Path]) -> Iterator[Job | LeftOut]:
    """Jobs and refusals in a fixed order: paths as given, folders by name. Raises InputMissing at once."""
    for path in paths:
        if not path.exists():
            raise InputMissing(path)
    seen: set[tuple[int, int]] = set()
    told: dict[str, Told] = {}
    for path in paths:
        for found in _walk(path, told) if path.is_dir() else [(path, path.name)]:
            if isinstance(found, LeftOut):
                yield found
                continue
            file, name = found
            try:
                status = file.stat()
            except OSError as error:
                yield LeftOut(name, _cannot(error))
                continue
            if (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                yield from _jobs(file, printable(name), status, told.get(str(file)))


def plan_named(files: Iterable[tuple[Path, str]]) -> Iterator[Job | LeftOut]:
    """As `plan` for files, each with the name that it goes by; one that is not there is left out."""
    for path, given in files:
        name = printable(given)
        try:
            status = path.stat()
        except OSError as error:
            yield LeftOut(name, _cannot(error))
            continue
        yield from _jobs(path, name, status, None)


def _walk(root: Path, told: dict[str, Told]) -> Iterator[tuple[Path, str] | LeftOut]:
    """The files below a folder; what an export's table among them tells is added to `told` by path."""
    errors: list[OSError] = []
    for folder, inner, files in os.walk(root, onerror=errors.append):
        inner[:] = sorted(n for n in inner if not n.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                path = Path(folder, name)
                if not (is_table(name) and _learn(path, told)):
                    yield path, path.relative_to(root).as_posix()
    for error in errors:
        name = Path(error.filename or root).name
        yield LeftOut(printable(name), _cannot(error))


def _learn(path: Path, told: dict[str, Told]) -> bool:
    """Whether a file is an export's table, in which case all that it tells is added."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > limits.FILE_BYTES:
            return False
        told.update(read_table(path.read_bytes(), path.as_posix()))
    except (OSError, Unreadable):
        return False
    return True


def _jobs(path: Path, name: str, status: os.stat_result, told: Told | None) -> Iterator[Job | LeftOut]:
    is_zip = name.lower().endswith(".zip")
    limit = limits.ZIP_FILE_BYTES if is_zip else limits.FILE_BYTES
    if not stat.S_ISREG(status.st_mode):
        yield LeftOut(name, "not a regular file")
    elif not is_wanted(name):
        yield LeftOut(name, not_wanted(name))
    elif status.st_size > limit:
        size = limits.size(status.st_size)
        yield LeftOut(name, f"too large: {size}, the limit is {limits.size(limit)}")
    elif status.st_size == 0:
        yield LeftOut(name, "an empty file")
    elif is_zip:
        yield from _zip_jobs(path, name)
    else:
        yield Job(str(path), name, told=(told,))


def _zip_jobs(path: Path, name: str) -> Iterator[Job | LeftOut]:
    try:
        with path.open("rb") as file, open_zip(file) as archive:
            wanted, left_out = survey(archive, name)
            place_of = {id(member): place for place, member in enumerate(archive.infolist())}
            places = [place_of[id(member)] for member, _ in wanted]
            told = [of_member for _, of_member in wanted]
    except Unreadable as refusal:
        yield LeftOut(name, refusal.reason)
        return
    except OSError as error:
        yield LeftOut(name, _cannot(error))
        return
    yield from left_out
    for begin in range(0, len(places), _MEMBERS_PER_JOB):
        part = slice(begin, begin + _MEMBERS_PER_JOB)
        yield Job(str(path), name, tuple(places[part]), tuple(told[part]))


def _cannot(error: OSError) -> str:
    return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"
