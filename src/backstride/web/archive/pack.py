"""Writes an archive: rows and files in, a zip out, nothing held in memory."""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

from backstride.web.archive.manifest import FORMAT, NAME, File, Manifest, Table, file_name, table_name

Row = dict[str, Any]
_CHUNK = 2**20


def pack(
    out: IO[bytes],
    *,
    tables: Iterable[tuple[str, Iterable[Row]]],
    files: Iterable[tuple[str, IO[bytes]]],
    version: str,
    at: str,
) -> Manifest:
    """Writes the zip to `out` and returns its manifest; `files` are (SHA-256, the open file).

    Raises:
        ValueError: a file is not what its SHA-256 says.
    """
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        packed = {name: _table(archive, name, rows) for name, rows in tables}
        kept: dict[str, File] = {}
        for sha256, content in files:
            kept.setdefault(sha256, _file(archive, sha256, content))
        manifest = Manifest(format=FORMAT, version=version, at=at, tables=packed, files=kept)
        archive.writestr(NAME, manifest.model_dump_json(indent=1))
    return manifest


def line_of(row: Row) -> bytes:
    """A row as a line."""
    return json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode() + b"\n"


def _table(archive: zipfile.ZipFile, name: str, rows: Iterable[Row]) -> Table:
    digest, count, size = hashlib.sha256(), 0, 0
    with archive.open(table_name(name), "w", force_zip64=True) as out:
        for row in rows:
            line = line_of(row)
            out.write(line)
            digest.update(line)
            count, size = count + 1, size + len(line)
    return Table(rows=count, bytes=size, sha256=digest.hexdigest())


def _file(archive: zipfile.ZipFile, sha256: str, content: IO[bytes]) -> File:
    digest, size = hashlib.sha256(), 0
    with archive.open(file_name(sha256), "w", force_zip64=True) as out:
        for chunk in _chunks(content):
            out.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    if digest.hexdigest() != sha256:
        raise ValueError(f"the file kept as {sha256} has changed on disk")
    return File(bytes=size)


def _chunks(content: IO[bytes]) -> Iterator[bytes]:
    while chunk := content.read(_CHUNK):
        yield chunk
