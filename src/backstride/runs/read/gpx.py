"""GPX 1.0 and 1.1: tracks of timed points; what sport it was is often a guess."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from xml.sax.xmlreader import AttributesImpl

import numpy as np

from backstride.runs.activity import Activity
from backstride.runs.read.columns import number
from backstride.runs.read.peel import Run
from backstride.runs.read.points import Gather, Segments
from backstride.runs.read.recording import Recording, average, to_activities
from backstride.runs.read.shapes import Kind
from backstride.runs.read.sports import sport_in_title, sport_of
from backstride.runs.read.times import parse_time
from backstride.runs.read.told import Told
from backstride.runs.read.unreadable import Unreadable
from backstride.runs.read.xml import read_xml

# Tracks this close belong to one outing: several apps begin a new one after each pause.
SAME_OUTING_S = 1800.0
_HEART_RATE = ("hr", "heartrate")
_CADENCE = ("cad", "cadence")


def _column() -> "array[float]":
    return array("d")


@dataclass(slots=True)
class _Track:
    type: str = ""
    name: str = ""
    gathered: list[Gather] = field(default_factory=list)
    segments: Segments = field(default_factory=list)
    heart_rates: "array[float]" = field(default_factory=_column)
    cadences: "array[float]" = field(default_factory=_column)
    offset: timedelta | None = None

    @property
    def begin(self) -> float:
        return float(self.segments[0].t[0])

    @property
    def end(self) -> float:
        return float(self.segments[-1].t[-1])


class _Gpx:
    wanted = frozenset({"time", "ele", *_HEART_RATE, *_CADENCE, "type", "name"})
    parts = frozenset({"trk", "trkseg"})
    points = Kind(
        tag="trkpt",
        attributes=("lat", "lon"),
        numbers=frozenset({"ele", *_HEART_RATE, *_CADENCE}),
        times=frozenset({"time"}),
        foreign=frozenset({"trk", "trkseg", "rtept", "link"}),
    )

    def __init__(self) -> None:
        self.root = ""
        self.tracks: list[_Track] = []
        self.count = self.timeless = self.route_points = 0
        self._track: _Track | None = None
        self._segment = Gather()
        self._place: tuple[float | None, float | None] | None = None
        self._time: float | None = None
        self._height: float | None = None
        self._in_link = False

    def start(self, name: str, attributes: AttributesImpl) -> None:
        self.root = self.root or name
        if name == "trkpt":
            self._place = number(attributes.get("lat")), number(attributes.get("lon"))
            self._time = self._height = None
        elif name == "trk":
            self._track = _Track()
            self.tracks.append(self._track)
        elif name == "trkseg":
            self._segment = Gather()
            if self._track is not None:
                self._track.gathered.append(self._segment)
        elif name == "rtept":
            self.route_points += 1
        elif name == "link":
            self._in_link = True

    def end(self, name: str, text: str) -> None:
        track = self._track
        if name not in self.wanted:
            if name == "trkpt":
                self._close_point()
            elif name == "trk":
                self._track = None
            elif name == "link":
                self._in_link = False
        elif track is None or self._in_link:  # a link has a type of its own, "text/html"
            return
        elif self._place is None:
            if name == "type":
                track.type = track.type or text
            elif name == "name":
                track.name = track.name or text
        elif name == "time":
            if (when := parse_time(text)) is not None:
                self._time = when[0]
                track.offset = when[1] or track.offset
        elif name == "ele":
            self._height = number(text)
        elif name in _HEART_RATE:
            track.heart_rates.append(number(text) or 0.0)
        elif name in _CADENCE:
            track.cadences.append(number(text) or 0.0)

    def _close_point(self) -> None:
        self.count += 1
        if self._time is None:
            self.timeless += 1
        elif self._place is not None:
            self._segment.add(self._time, *self._place, None, self._height)
        self._place = None

    def take(self, run: Run) -> None:
        track = self._track
        self.count += run.count
        if track is None:
            self.timeless += run.count
            return
        for names, column in ((_HEART_RATE, track.heart_rates), (_CADENCE, track.cadences)):
            for name in names:
                column.frombytes(run.numbers(name).tobytes())
        t, offsets = run.times("time")
        track.offset = offsets[-1] if offsets else track.offset
        timed = ~np.isnan(t)
        self.timeless += run.count - int(np.count_nonzero(timed))
        columns = (t, run.numbers("lat"), run.numbers("lon"), run.numbers(""), run.numbers("ele"))
        self._segment.extend(*(column[timed] for column in columns))


def read_gpx(data: bytes, name: str, told: Told | None = None) -> list[Activity]:
    """The activities of a GPX file, one for tracks close together. Raises Unreadable where there is none."""
    gpx, fault = read_xml(data, _Gpx)
    tracks = [t for t in gpx.tracks if _keep_timed(t)]
    if not tracks:
        raise Unreadable(_why_nothing(gpx, fault))
    notes = []
    if fault:
        notes.append(f"{fault}; the {gpx.count} points before it are kept")
    if gpx.timeless:
        notes.append(f"{gpx.timeless} of {gpx.count} points have no time and are left out")
    return to_activities((_recording(outing, name, notes) for outing in _outings(tracks)), told)


def _keep_timed(track: _Track) -> bool:
    track.segments = [gathered.points() for gathered in track.gathered if len(gathered)]
    return sum(map(len, track.segments)) > 1


def _why_nothing(gpx: _Gpx, fault: str | None) -> str:
    if fault:
        return fault
    if gpx.root != "gpx":
        return "not a GPX file inside"
    if not gpx.count:
        return "a route, not a recording" if gpx.route_points else "no track in it"
    if gpx.timeless == gpx.count:
        return "no times: a drawn or cleaned track, not a recording"
    return "a single timed point, no recording"


def _outings(tracks: list[_Track]) -> Iterator[list[_Track]]:
    outing: list[_Track] = []
    for track in sorted(tracks, key=lambda t: t.begin):
        apart = outing and (
            track.begin - outing[-1].end > SAME_OUTING_S or sport_of(track.type) != sport_of(outing[-1].type)
        )
        if apart:
            yield outing
            outing = []
        outing.append(track)
    yield outing


def _recording(outing: list[_Track], name: str, notes: list[str]) -> Recording:
    return Recording(
        source=name,
        segments=[segment for track in outing for segment in track.segments],
        offset=next((t.offset for t in outing if t.offset is not None), None),
        sport=sport_of(outing[0].type),
        title_sport=sport_in_title(outing[0].name),
        heart_rate=average(np.concatenate([t.heart_rates for t in outing]), 30, 250),
        cadence=average(np.concatenate([t.cadences for t in outing]), 1, 250),
        notes=list(notes),
    )
