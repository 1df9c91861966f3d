"""Reads an archive that may have been made by anybody: whole and checked, or refused.

Nothing is ever unpacked to a path from the archive, and no more is read than the limits allow.
"""

import hashlib
import json
import math
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any, NoReturn

from backstride.web.archive.manifest import (
    MOST_BYTES,
    NAME,
    Manifest,
    NotRestored,
    file_name,
    read_manifest,
    table_name,
)

Row = dict[str, Any]
MOST_MEMBERS = 100_000
MOST_TOTAL = 8_000_000_000  # bytes, unpacked
MOST_LINE = 32_000_000
_CHUNK = 2**20
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Archive:
    """An archive whose every checksum has been held against its contents. Use it as a context."""

    def __init__(self, content: IO[bytes]) -> None:
        """Opens and checks it. Raises NotRestored."""
        try:
            self._zip = zipfile.ZipFile(content)
        except _BROKEN:
            raise NotRestored("this is no zip archive") from None
        try:
            self.manifest = self._checked()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_error: object) -> None:
        self._zip.close()

    def rows(self, table: str) -> Iterator[Row]:
        """A table's rows. Raises NotRestored: a line is too long, or no JSON object."""
        with self._zip.open(table_name(table)) as lines:
            for number in range(1, self.manifest.tables[table].rows + 1):
                yield _row(lines.readline(MOST_LINE + 1), f"{table_name(table)}, line {number}")
            if lines.read(1):
                raise NotRestored(f"{table_name(table)}: more lines than {NAME} says")

    def file(self, sha256: str) -> IO[bytes]:
        """An original file, open."""
        return self._zip.open(file_name(sha256))

    def _checked(self) -> Manifest:
        members = self._zip.infolist()
        names = [member.filename for member in members]
        if len(names) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_TOTAL:
            raise NotRestored("the archive is larger than any that Backstride writes")
        if any(m.flag_bits & 1 or m.compress_type not in _KINDS for m in members):
            raise NotRestored("the archive is encrypted, or packed in a way that Backstride does not use")
        if NAME not in names or self._zip.getinfo(NAME).file_size > MOST_BYTES:
            raise NotRestored(f"there is no {NAME} in it: no archive of Backstride's")
        manifest = read_manifest(self._read(NAME))
        if len(set(names)) != len(names) or set(names) != manifest.names():
            raise NotRestored(f"{NAME} and the archive's contents do not agree")
        for table, told in manifest.tables.items():
            self._check(table_name(table), told.bytes, told.sha256)
        for sha256, file in manifest.files.items():
            self._check(file_name(sha256), file.bytes, sha256)
        return manifest

    def _read(self, name: str) -> bytes:
        try:
            return self._zip.read(name)
        except _BROKEN:
            _damaged(name)

    def _check(self, name: str, size: int, sha256: str) -> None:
        if self._zip.getinfo(name).file_size != size:
            raise NotRestored(f"{name}: its size is not the one in {NAME}")
        digest = hashlib.sha256()
        try:
            with self._zip.open(name) as content:
                while chunk := content.read(_CHUNK):
                    digest.update(chunk)
        except _BROKEN:
            _damaged(name)
        if digest.hexdigest() != sha256:
            raise NotRestored(f"{name}: its checksum is not the one in {NAME}")


def _damaged(name: str) -> NoReturn:
    raise NotRestored(f"{name}: the archive is damaged there") from None


def _row(line: bytes, where: str) -> Row:
    if len(line) > MOST_LINE:
        raise NotRestored(f"{where}: too long")
    try:
        row = json.loads(line.decode(), parse_constant=_no_number, parse_float=_finite)
        if b"\\u" in line:
            _sound(row)
    except (ValueError, RecursionError):
        raise NotRestored(f"{where}: no JSON") from None
    if not isinstance(row, dict):
        raise NotRestored(f"{where}: no row")
    return row


def _sound(value: Any) -> None:
    """Refuses text that a database cannot hold: half letters, the letter zero."""
    if isinstance(value, dict):
        for key, inner in value.items():
            _sound(key)
            _sound(inner)
    elif isinstance(value, list):
        for inner in value:
            _sound(inner)
    elif isinstance(value, str) and "\x00" in value.encode().decode():
        raise ValueError("a letter that no text can hold")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("too large a number")
    return number


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
