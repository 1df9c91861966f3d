"""GPX, by the parser and by the shape of its points."""

from collections.abc import Iterator

from backstride.runs.read.gpx import read_gpx
from fuzz.mutations.xml import mutate
from fuzz.reader import Reader
from fuzz.readers.sound import outcome
from fuzz.seeds import maker, recorded

_LONGEST = 16_384
_HEART = "<ele>520.5</ele><extensions><x:hr>150</x:hr><x:cad>84</x:cad></extensions>"


def seeds() -> Iterator[bytes]:
    """Runs of either version, with and without a namespace, a sport and more in each point."""
    made = maker("runs.samples_of_runs")
    points = made.track(60)
    yield made.gpx(points)
    yield made.gpx(points, namespace=False, kind="", name="Evening run", version="1.0")
    yield made.gpx(points, namespace=False, extra=_HEART.replace("x:", ""))
    yield made.gpx(points, extra=_HEART).replace(b"<gpx ", b'<gpx xmlns:x="urn:x" ')
    yield made.gpx([(None, lat, lon) for _, lat, lon in points])
    yield from recorded(".gpx", _LONGEST)


READER = Reader(lambda data: outcome(lambda: read_gpx(data, "a.gpx")), mutate, seeds, longest=_LONGEST)
