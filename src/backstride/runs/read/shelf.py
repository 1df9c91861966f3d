"""The archive read last, kept open: its directory takes longer to read than several of its runs."""

import zipfile
from pathlib import Path
from typing import IO

from backstride.runs.read.archive import open_zip


class Shelf:
    """Holds one zip open for the jobs that follow each other in a process."""

    def __init__(self) -> None:
        self._key: tuple[str, int, int] | None = None
        self._file: IO[bytes] | None = None
        self._archive: zipfile.ZipFile | None = None

    def archive(self, path: str) -> zipfile.ZipFile:
        """The zip at a path, as it is there now. Raises OSError and Unreadable."""
        status = Path(path).stat()
        key = (path, status.st_mtime_ns, status.st_size)
        if self._archive is None or key != self._key:
            self.clear()
            self._file = Path(path).open("rb")  # noqa: SIM115  (stays open for the next member)
            self._archive = open_zip(self._file)
            self._key = key
        return self._archive

    def clear(self) -> None:
        """Closes what is open."""
        for opened in (self._archive, self._file):
            if opened is not None:
                opened.close()
        self._key = self._file = self._archive = None


shelf = Shelf()
