"""Zips and gzips in each other, by the door for everything: from a file on disk to merged runs."""

import gzip
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from backstride.runs.read import any as _any  # noqa: F401  (and with it what is measured)
from backstride.runs.read import fit as _fit  # noqa: F401
from backstride.runs.read import gpx as _gpx  # noqa: F401
from backstride.runs.read import tcx as _tcx  # noqa: F401
from backstride.runs.read.collect import import_paths
from fuzz.mutations import fit, xml, zips
from fuzz.reader import Reader
from fuzz.readers import strava
from fuzz.readers.sound import NOW, usable
from fuzz.seeds import maker

_AT_FAULT = ("reader failed at it", "needs more memory", "process died")


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-archive-"))


def seeds() -> Iterator[bytes]:
    """A gzip, a plain zip, an export as Strava writes it, and one with zips inside it as Garmin does."""
    made = maker("runs.samples_of_runs")
    run, track = made.fit_run(60), made.gpx(made.track(60))
    lap = made.tcx(made.tcx_activity(made.track(30)))
    table = next(iter(strava.seeds()))
    yield gzip.compress(run, mtime=0)
    yield gzip.compress(track, mtime=0)
    yield zips.packed([("a.fit", run), ("b/a.gpx", track), ("a.tcx", lap), ("photo.jpg", b"x")])
    yield zips.packed([("activities.csv", table), ("activities/1.fit.gz", gzip.compress(run, mtime=0))])
    inner = zips.packed([("1.fit", run), ("2.gpx.gz", gzip.compress(track, mtime=0))])
    yield zips.packed([("DI/UploadedFiles_0.zip", inner), ("DI/UploadedFiles_1.zip", inner)])


def read(data: bytes) -> str:
    """What the import says of the file; a reader that failed inside of it is a fault."""
    ending = "fit.gz" if data[:2] == b"\x1f\x8b" else "zip"
    path = _folder() / f"a.{ending}"
    path.unlink(missing_ok=True)
    path.write_bytes(data)
    found = import_paths([path], workers=1, latest=NOW)
    reasons = sorted({left.reason for left in found.left_out})
    wrong = [reason for reason in reasons if any(fault in reason for fault in _AT_FAULT)]
    assert not wrong, wrong[0]
    assert all(text.isprintable() for left in found.left_out for text in (left.reason, left.source))
    usable(found.activities)
    return f"{len(found.activities)} runs; " + "; ".join(reasons)


def mutate(data: bytes, rng: Random) -> bytes:
    """The archive changed, or what is in one of its members."""
    return zips.mutate(data, rng, _inside)


def _inside(data: bytes, rng: Random) -> bytes:
    if data[8:12] == b".FIT":
        return fit.mutate(data, rng)
    return xml.mutate(data, rng) if data[:1] == b"<" else strava.mutate(data, rng)


READER = Reader(read, mutate, seeds, longest=65_536)
