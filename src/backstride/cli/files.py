"""Files named on the command line, read with a limit and refused by name."""

import sys
from pathlib import Path
from typing import BinaryIO

from backstride.cli.refusal import BadInput

MOST_BYTES = 50_000_000
STDIN = Path("-")


def read(path: Path) -> bytes:
    """The bytes of a file, or of standard input for `-`; a byte-order mark is taken off.

    Raises:
        BadInput: missing, a folder, unreadable, or larger than 50 MB.
    """
    try:
        if path == STDIN:
            data = _limited(sys.stdin.buffer if sys.stdin is not None else None)
        elif path.is_dir():
            raise BadInput(f"{path}: a file is wanted, this is a folder")
        else:
            with path.open("rb") as file:
                data = _limited(file)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadInput(f"{name_of(path)}: cannot be read: {reason.lower()}") from None
    if len(data) > MOST_BYTES:
        raise BadInput(f"{name_of(path)}: larger than {MOST_BYTES // 1_000_000} MB")
    return data.removeprefix(b"\xef\xbb\xbf")


def read_text(path: Path) -> str:
    """As `read`, decoded.

    Raises:
        BadInput: also where it is not UTF-8.
    """
    try:
        return read(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(f"{name_of(path)}: not UTF-8 text, from byte {error.start + 1} on") from None


def write_text(path: Path, text: str) -> None:
    """Writes a file.

    Raises:
        BadInput: it cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadInput(f"{path}: cannot be written: {reason}") from None


def write_bytes(path: Path, data: bytes) -> None:
    """Writes a file.

    Raises:
        BadInput: it cannot be written.
    """
    try:
        path.write_bytes(data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadInput(f"{path}: cannot be written: {reason}") from None


def name_of(path: Path) -> str:
    """The name to call a file in a message."""
    return "standard input" if path == STDIN else str(path)


def _limited(stream: BinaryIO | None) -> bytes:
    if stream is None:
        raise ValueError("there is none")
    return stream.read(MOST_BYTES + 1)
