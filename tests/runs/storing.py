"""Stores in tests: a folder worth keeping, and all that a store holds as one value."""

import gzip
import sqlite3
from contextlib import closing
from datetime import timedelta

from runs.samples_of_runs import START, fit_run, gpx, tcx, tcx_activity, track, zipped

TABLES = ("contents", "recordings", "archives")


def day(n, **more):
    return START + timedelta(days=n, **more)


def content(path):
    """Every row of every table, in an order of its own."""
    with closing(sqlite3.connect(path)) as connection:
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in TABLES}


def files():
    """Runs in three formats, twins, packed and in a zip, a ride, and what cannot be read; by name."""
    same = track(1500, start=day(2))
    return {
        "a.fit": fit_run(start=day(0)),
        "a.gpx": gpx(track(1800, start=day(0))),
        "a.tcx": tcx(tcx_activity(track(1800, start=day(0)), timer=1800, metres=5400, cadence=84)),
        "b.fit": fit_run(900, start=day(1)),
        "b-again.fit": fit_run(900, start=day(1)),
        "c.gpx.gz": gzip.compress(gpx(same)),
        "d.zip": zipped(
            {
                "c.tcx": tcx(tcx_activity(same, timer=1500)),
                "inner.zip": zipped({"e.fit": fit_run(1200, start=day(3)), "no.fit": b"no"}),
                "b.fit": fit_run(900, start=day(1)),
            }
        ),
        "part.fit": fit_run(700, start=day(0, seconds=30)),
        "ride.gpx": gpx(track(1800, 8.0, start=day(4)), kind="cycling"),
        "broken.fit": b"broken",
    }


def write(folder, named):
    """The files in a folder, and their paths."""
    paths = []
    for name, data in named.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        paths.append(path)
    return paths
