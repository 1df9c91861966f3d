"""The log of sessions done: a file with one of the contract's `sessions` entries on each line, as JSON."""

import os
from pathlib import Path

from platformdirs import user_data_path
from pydantic import ValidationError

from backstride.cli.files import read_text
from backstride.cli.refusal import BadInput
from backstride.profile import Facts
from backstride.resolve import faults
from backstride.scenario import DoneSession


def default_log() -> Path:
    """Where sessions are logged unless another file is named."""
    return user_data_path("backstride") / "done.jsonl"


def entry(session: DoneSession) -> str:
    """A session on one line."""
    return session.model_dump_json(exclude_none=True)


def append(path: Path, session: DoneSession) -> None:
    """Adds a session to the log and waits until it is on the disk; a new log can be read by its owner alone.

    Raises:
        BadInput: it cannot be written. The message holds the entry, so that it is not lost.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(file, (_break(file) + entry(session) + "\n").encode())
            os.fsync(file)
        finally:
            os.close(file)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadInput(f"{path}: cannot be written: {reason}; the session: {entry(session)}") from None


def logged(path: Path) -> list[Facts]:
    """The sessions in a log, oldest line first, as facts of a scenario.

    Raises:
        BadInput: it cannot be read, or a line is no session; names the line.
    """
    found: list[Facts] = []
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            session = DoneSession.model_validate_json(line)
        except ValidationError as error:
            raise BadInput(f"{path}: line {number}: {next(faults(error))}") from None
        found.append(session.model_dump(mode="json"))
    return found


def _break(file: int) -> str:
    """A line break where the last line was cut short, so that the next entry does not hang on to it."""
    size = os.fstat(file).st_size
    return "\n" if size and os.pread(file, 1, size - 1) != b"\n" else ""
