"""FIT, with the fast way through its records and the tolerant decoder behind it."""

from collections.abc import Iterator

from backstride.runs.read.fit import read_fit
from fuzz.mutations.fit import mend, mutate
from fuzz.reader import Reader
from fuzz.readers.sound import outcome
from fuzz.seeds import maker, recorded

_LONGEST = 24_576


def seeds() -> Iterator[bytes]:
    """A run, a treadmill, two sessions, one without a summary, one with local time; recorded ones."""
    made = maker("runs.samples_of_runs")
    points = made.track(120)
    records = made.fit_records(points)
    yield made.fit_run(120)
    yield made.fit_run(120, sub_sport="treadmill", avg_cadence=84)
    yield made.fit(
        *records, made.fit_session(points), made.fit_session(points, sport="cycling"), zone_hours=8
    )
    yield made.fit(*records)
    yield made.fit(made.fit_session(points, total_ascent=30, total_descent=20), kind="course")
    yield from recorded(".fit", _LONGEST)


READER = Reader(lambda data: outcome(lambda: read_fit(data, "a.fit")), mutate, seeds, mend, _LONGEST)
