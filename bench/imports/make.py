"""The archive that is read: runs in three formats, each gzipped, in a zip with Strava's table beside them."""

import csv
import gzip
import io
import zipfile
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path

from bench.imports.formats import fit, gpx, tcx
from bench.imports.shapes import SECONDS, Moment, moments, start_of

KINDS: dict[str, Callable[[list[Moment]], bytes]] = {"fit": fit, "gpx": gpx, "tcx": tcx}
_COLUMNS = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
    "Activity Gear,Filename,Elapsed Time,Moving Time,Distance"
)


def kind_of(number: int) -> str:
    """The format of a run: each has a third of them."""
    return tuple(KINDS)[number % len(KINDS)]


def member_of(number: int) -> str:
    """The name of a run inside the archive."""
    return f"activities/{1_000_000 + number}.{kind_of(number)}.gz"


def make(folder: Path, runs: int) -> Path:
    """The archive of so many runs in a folder; one that is there already is kept."""
    path = folder / f"export_{runs}.zip"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    with (
        zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive,
        get_context("spawn").Pool(2) as pool,
    ):
        archive.writestr("activities.csv", _table(runs))
        for number, data in enumerate(pool.imap(packed, range(runs), chunksize=4)):
            archive.writestr(member_of(number), data)
            if number % 50 == 49:
                print(f"\r  made {number + 1} of {runs}", end="", flush=True)
    print()
    unfinished.rename(path)
    return path


def packed(number: int) -> bytes:
    """One run, gzipped, the same bytes each time."""
    return gzip.compress(KINDS[kind_of(number)](moments(number)), 6, mtime=0)


def _table(runs: int) -> str:
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(_COLUMNS.split(","))
    table.writerows(_rows(runs))
    return text.getvalue()


def _rows(runs: int) -> Iterator[list[object]]:
    for number in range(runs):
        when = start_of(number).strftime("%b %d, %Y, %I:%M:%S %p")
        name = f"Morning Run, no. {number}"
        sizes = (SECONDS, "10.01", f"Shoe {number // 200}")
        yield [
            1_000_000 + number,
            when,
            name,
            "Run",
            "",
            *sizes,
            member_of(number),
            SECONDS,
            SECONDS,
            10_010.0,
        ]
