"""Three libraries doing nothing but parsing, one file after another."""

import tempfile
import time
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path


def parse_seconds(kind: str, files: Iterable[bytes]) -> float:
    """Seconds that a format's library takes for these unpacked files; writing them down is not counted."""
    parse = _PARSERS[kind]()
    total = 0.0
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = Path(folder, f"run.{kind}")
        for data in files:
            # One of the three takes nothing but a path, and none of Strava's blanks before the declaration.
            path.write_bytes(data.lstrip() if kind == "tcx" else data)
            begin = time.perf_counter()
            parse(path)
            total += time.perf_counter() - begin
    return total


def _fitdecode() -> Callable[[Path], object]:
    import fitdecode

    def parse(path: Path) -> None:
        with fitdecode.FitReader(str(path)) as reader:
            for _ in reader:
                pass

    return parse


def _gpxpy() -> Callable[[Path], object]:
    import gpxpy

    def parse(path: Path) -> object:
        with path.open(encoding="utf-8") as file:
            return gpxpy.parse(file)

    return parse


def _tcxreader() -> Callable[[Path], object]:
    from tcxreader.tcxreader import TCXReader

    return lambda path: TCXReader().read(str(path))


NAMES = {"fit": "fitdecode", "gpx": "gpxpy", "tcx": "tcxreader"}
_PARSERS = {"fit": _fitdecode, "gpx": _gpxpy, "tcx": _tcxreader}
