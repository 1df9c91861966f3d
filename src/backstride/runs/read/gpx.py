"""GPX 1.0 and 1.1: tracks of timed points; what sport it was is often a guess."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from xml.sax.xmlreader import AttributesImpl

from backstride.runs.activity import Activity
from backstride.runs.read.points import Point, Segments, placed
from backstride.runs.read.recording import Recording, average, to_activities
from backstride.runs.read.sports import sport_in_title, sport_of
from backstride.runs.read.times import parse_time
from backstride.runs.read.unreadable import Unreadable
from backstride.runs.read.xml import number, read_xml

# Tracks this close belong to one outing: several apps begin a new one after each pause.
SAME_OUTING_S = 1800.0


@dataclass(slots=True)
class _Track:
    type: str = ""
    name: str = ""
    segments: Segments = field(default_factory=list)
    heart_rates: list[float] = field(default_factory=list)
    cadences: list[float] = field(default_factory=list)
    offset: timedelta | None = None

    @property
    def begin(self) -> float:
        return self.segments[0][0].t

    @property
    def end(self) -> float:
        return self.segments[-1][-1].t


class _Gpx:
    wanted = frozenset({"time", "hr", "heartrate", "cad", "cadence", "type", "name"})
    parts = frozenset({"trk", "trkseg"})

    def __init__(self) -> None:
        self.root = ""
        self.tracks: list[_Track] = []
        self.points = self.timeless = self.route_points = 0
        self._track: _Track | None = None
        self._segment: list[Point] = []
        self._place: tuple[float | None, float | None] | None = None
        self._time: float | None = None
        self._in_link = False

    def start(self, name: str, attributes: AttributesImpl) -> None:
        self.root = self.root or name
        if name == "trkpt":
            self._place = placed(number(attributes.get("lat")), number(attributes.get("lon")))
            self._time = None
        elif name == "trk":
            self._track = _Track()
            self.tracks.append(self._track)
        elif name == "trkseg":
            self._segment = []
            if self._track is not None:
                self._track.segments.append(self._segment)
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
        elif name in ("hr", "heartrate"):
            track.heart_rates.append(number(text) or 0.0)
        elif name in ("cad", "cadence"):
            track.cadences.append(number(text) or 0.0)

    def _close_point(self) -> None:
        self.points += 1
        if self._time is None:
            self.timeless += 1
        elif self._place is not None:
            self._segment.append(Point(self._time, *self._place))
        self._place = None


def read_gpx(data: bytes, name: str) -> list[Activity]:
    """The activities of a GPX file, one for tracks close together. Raises Unreadable where there is none."""
    gpx, fault = read_xml(data, _Gpx)
    tracks = [t for t in gpx.tracks if _keep_timed(t)]
    if not tracks:
        raise Unreadable(_why_nothing(gpx, fault))
    notes = []
    if fault:
        notes.append(f"{fault}; the {gpx.points} points before it are kept")
    if gpx.timeless:
        notes.append(f"{gpx.timeless} of {gpx.points} points have no time and are left out")
    return to_activities(_recording(outing, name, notes) for outing in _outings(tracks))


def _keep_timed(track: _Track) -> bool:
    track.segments = [s for s in track.segments if s]
    return sum(map(len, track.segments)) > 1


def _why_nothing(gpx: _Gpx, fault: str | None) -> str:
    if fault:
        return fault
    if gpx.root != "gpx":
        return "not a GPX file inside"
    if not gpx.points:
        return "a route, not a recording" if gpx.route_points else "no track in it"
    if gpx.timeless == gpx.points:
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
        heart_rate=average((v for t in outing for v in t.heart_rates), 30, 250),
        cadence=average((v for t in outing for v in t.cadences), 1, 250),
        notes=list(notes),
    )
