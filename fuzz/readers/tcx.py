"""TCX, by the parser and by the shape of its points."""

from collections.abc import Iterator

from backstride.runs.read.tcx import read_tcx
from fuzz.mutations.xml import mutate
from fuzz.reader import Reader
from fuzz.readers.sound import outcome
from fuzz.seeds import maker, recorded

_LONGEST = 16_384


def seeds() -> Iterator[bytes]:
    """Activities of one lap and of several, with cadence, without points' places, two in a file."""
    made = maker("runs.samples_of_runs")
    points = made.track(60)
    one = made.tcx_activity(points, timer=60, metres=180, cadence=84)
    yield made.tcx(one)
    yield made.tcx(made.tcx_activity(points, laps=3, timer=60, metres=180))
    yield made.tcx(one, made.tcx_activity(points, sport="Biking"))
    yield b"  stray" + made.tcx(made.tcx_activity(points))
    yield from recorded(".tcx", _LONGEST)


READER = Reader(lambda data: outcome(lambda: read_tcx(data, "a.tcx")), mutate, seeds, longest=_LONGEST)
