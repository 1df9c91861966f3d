"""Training Center XML: activities of laps, with the device's own timer and distance for each lap."""

from array import array
from dataclasses import dataclass, field
from datetime import timedelta
from xml.sax.xmlreader import AttributesImpl

import numpy as np

from backstride.runs.activity import Activity
from backstride.runs.read.columns import number
from backstride.runs.read.peel import Run
from backstride.runs.read.points import Gather
from backstride.runs.read.recording import Recording, average, to_activities
from backstride.runs.read.shapes import Kind
from backstride.runs.read.sports import sport_of
from backstride.runs.read.times import parse_time
from backstride.runs.read.told import Told
from backstride.runs.read.unreadable import Unreadable
from backstride.runs.read.xml import read_xml

_OF_POINTS = ("LatitudeDegrees", "LongitudeDegrees", "DistanceMeters", "AltitudeMeters")
_CADENCE = ("RunCadence", "Cadence")


def _column() -> "array[float]":
    return array("d")


@dataclass(slots=True)
class _Activity:
    sport: str
    start: float | None = None
    offset: timedelta | None = None
    segments: list[Gather] = field(default_factory=list)
    laps: list[dict[str, float]] = field(default_factory=list)
    heart_rates: "array[float]" = field(default_factory=_column)
    cadences: "array[float]" = field(default_factory=_column)

    def of_laps(self, name: str) -> list[float]:
        """What the laps say under a name, where all of them do; an empty list otherwise."""
        values = [lap[name] for lap in self.laps if lap.get(name, -1.0) >= 0]
        return values if len(values) == len(self.laps) else []

    def began(self, text: str) -> None:
        when = parse_time(text)
        if when is not None and self.start is None:
            self.start, self.offset = when

    @property
    def segment(self) -> Gather:
        """The segment that is open."""
        if not self.segments:
            self.segments.append(Gather())
        return self.segments[-1]


class _Tcx:
    wanted = frozenset({"Id", "Time", "TotalTimeSeconds", "Value", *_OF_POINTS, *_CADENCE, "AvgRunCadence"})
    parts = frozenset({"Activity", "Lap", "Track"})
    points = Kind(
        tag="Trackpoint",
        attributes=(),
        numbers=frozenset({"Value", *_OF_POINTS, *_CADENCE}),
        times=frozenset({"Time"}),
        foreign=frozenset({"Activity", "Lap", "Track", "Course", "Id"}),
    )

    def __init__(self) -> None:
        self.root = ""
        self.activities: list[_Activity] = []
        self.courses = self.count = self.timeless = 0
        self._now: _Activity | None = None
        self._in_point = False
        self._heart = ""
        self._lap: dict[str, float] | None = None
        self._values: dict[str, float] = {}

    def start(self, name: str, attributes: AttributesImpl) -> None:
        self.root = self.root or name
        if name == "Trackpoint":
            self._in_point, self._values = True, {}
        elif name.endswith("HeartRateBpm"):
            self._heart = name
        elif name == "Activity":
            self._now = _Activity(attributes.get("Sport", ""))
            self.activities.append(self._now)
        elif name == "Lap" and self._now is not None:
            self._lap = {}
            self._now.laps.append(self._lap)
            self._now.began(attributes.get("StartTime", ""))
        elif name == "Track" and self._now is not None:
            self._now.segments.append(Gather())
        elif name == "Course":
            self.courses += 1

    def end(self, name: str, text: str) -> None:
        now = self._now
        if now is None:
            return
        if name == "Trackpoint":
            self._close_point(now)
        elif name == "Lap":
            self._lap = None
        elif name == "Activity":
            self._now = None
        elif name == "Time" and self._in_point:
            if (when := parse_time(text)) is not None:
                self._values["t"] = when[0]
                now.offset = now.offset or when[1]
        elif name in self.wanted:
            value = number(text)
            if value is None:
                if name == "Id" and not now.laps:
                    now.began(text)
            elif self._in_point:
                self._values[name] = value
            elif self._lap is not None and (name != "Value" or self._heart == "AverageHeartRateBpm"):
                self._lap.setdefault(name, value)  # extensions that follow may count in other ways

    def _close_point(self, now: _Activity) -> None:
        self.count += 1
        values = self._values
        self._in_point = False
        if "Value" in values:
            now.heart_rates.append(values["Value"])
        cadence = values.get("RunCadence", values.get("Cadence"))
        if cadence is not None:
            now.cadences.append(cadence)
        if "t" not in values:
            self.timeless += 1
            return
        now.segment.add(values["t"], *(values.get(name) for name in _OF_POINTS))

    def take(self, run: Run) -> None:
        now = self._now
        if now is None:
            return
        self.count += run.count
        now.heart_rates.frombytes(run.numbers("Value").tobytes())
        of_runner, of_any = (run.numbers(name) for name in _CADENCE)
        now.cadences.frombytes(np.where(np.isnan(of_runner), of_any, of_runner).tobytes())
        t, offsets = run.times("Time")
        now.offset = now.offset or (offsets[0] if offsets else None)
        timed = ~np.isnan(t)
        self.timeless += run.count - int(np.count_nonzero(timed))
        now.segment.extend(t[timed], *(run.numbers(name)[timed] for name in _OF_POINTS))


def read_tcx(data: bytes, name: str, told: Told | None = None) -> list[Activity]:
    """The activities of a TCX file. Raises Unreadable where there is none."""
    tcx, fault = read_xml(data, _Tcx)
    found = [a for a in tcx.activities if any(map(len, a.segments)) or sum(a.of_laps("TotalTimeSeconds")) > 0]
    if not found:
        raise Unreadable(_why_nothing(tcx, fault))
    notes = []
    if fault:
        notes.append(f"{fault}; the {tcx.count} points before it are kept")
    if tcx.timeless:
        notes.append(f"{tcx.timeless} of {tcx.count} points have no time and are left out")
    return to_activities(
        (_recording(activity, name, notes, cut=fault is not None) for activity in found), told
    )


def _why_nothing(tcx: _Tcx, fault: str | None) -> str:
    if fault:
        return fault
    if tcx.activities:
        return "no times: its activity has neither laps nor points"
    if tcx.courses:
        return "a course, not a recording"
    return "no activity in it"


def _recording(now: _Activity, name: str, notes: list[str], *, cut: bool) -> Recording:
    # The last lap of a file that was cut short claims more than its points show.
    lap_seconds = [] if cut else now.of_laps("TotalTimeSeconds")
    lap_metres = [] if cut else now.of_laps("DistanceMeters")
    heart_rate = average(now.heart_rates, 30, 250)
    cadence = average(now.cadences, 1, 250)
    return Recording(
        source=name,
        segments=[gathered.points() for gathered in now.segments if len(gathered)],
        start=now.start,
        offset=now.offset,
        sport=sport_of(now.sport),
        timer_s=sum(lap_seconds),
        metres=sum(lap_metres),
        heart_rate=heart_rate or average(now.of_laps("Value"), 30, 250),
        cadence=cadence or average(now.of_laps("AvgRunCadence") or now.of_laps("Cadence"), 1, 250),
        notes=list(notes),
    )
