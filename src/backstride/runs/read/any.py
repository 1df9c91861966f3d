"""The reader of a file, by what is inside it and not by what it is called."""

from collections.abc import Callable

from backstride.runs.activity import Activity
from backstride.runs.read.told import Told
from backstride.runs.read.unreadable import Unreadable

ENDINGS = (".fit", ".gpx", ".tcx")
_Read = Callable[[bytes, str, Told | None], list[Activity]]


def ending_of(name: str) -> str:
    """The ending that tells the format, without ".gz": ".fit" of "a.FIT.gz"; "" where there is none."""
    base = name.rpartition("!")[2].rpartition("/")[2].lower().removesuffix(".gz")
    _, dot, ending = base.rpartition(".")
    return dot + ending if dot else ""


def read_file(data: bytes, name: str, told: Told | None = None) -> list[Activity]:
    """The activities in the bytes of a FIT, GPX or TCX file, with what is told of it. Raises Unreadable."""
    if not data:
        raise Unreadable("an empty file")
    return _reader(data, name)(data, name, told)


def format_of(data: bytes, name: str) -> str:
    """FIT, GPX or TCX, for a reason in words."""
    ending = "fit" if data[8:12] == b".FIT" else ending_of(name).removeprefix(".")
    return ending.upper() or "file"


def _reader(data: bytes, name: str) -> _Read:
    # Each reader is imported when its first file comes: a folder of GPX needs no FIT decoder.
    if data[8:12] == b".FIT":
        return _fit()
    head = data[:4096].replace(b"\0", b"").lower()
    if b"<trainingcenterdatabase" in head:
        return _tcx()
    if b"<gpx" in head:
        return _gpx()
    return {".fit": _fit, ".tcx": _tcx}.get(ending_of(name), _gpx)()


def _fit() -> _Read:
    from backstride.runs.read.fit import read_fit

    return read_fit


def _gpx() -> _Read:
    from backstride.runs.read.gpx import read_gpx

    return read_gpx


def _tcx() -> _Read:
    from backstride.runs.read.tcx import read_tcx

    return read_tcx
