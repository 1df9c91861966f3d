"""A made-up run as the bytes of a FIT, GPX or TCX file, with the fields that a watch of today writes."""

from datetime import datetime, timedelta
from typing import Any

from bench.imports.shapes import Moment
from pyfitparsernative import write_fit_bytes

_SEMICIRCLES = 2**31 / 180
_LAP_S = 360


def fit(run: list[Moment]) -> bytes:
    """Records of ten fields, laps, a session and the local time, as FIT."""
    start, end = run[0].when, run[-1].when
    head = {"message_type": "file_id", "type": "activity", "manufacturer": "development", "product": 1}
    laps = [_total("lap", run[at : at + _LAP_S + 1]) for at in range(0, len(run) - 1, _LAP_S)]
    local = (end + timedelta(hours=1)).replace(tzinfo=None)
    return bytes(
        write_fit_bytes(
            [
                head | {"time_created": _utc(start)},
                {"message_type": "event", "timestamp": _utc(start), "event": "timer", "event_type": "start"},
                *map(_record, run),
                *laps,
                _total("session", run) | {"sub_sport": "street", "num_laps": len(laps)},
                {
                    "message_type": "activity",
                    "timestamp": _utc(end),
                    "local_timestamp": local.isoformat(),
                    "num_sessions": 1,
                    "type": "manual",
                },
            ]
        )
    )


def _record(at: Moment) -> dict[str, Any]:
    return {
        "message_type": "record",
        "timestamp": _utc(at.when),
        "position_lat": round(at.lat * _SEMICIRCLES),
        "position_long": round(at.lon * _SEMICIRCLES),
        "distance": round(at.metres, 2),
        "enhanced_speed": round(at.speed, 3),
        "enhanced_altitude": round(at.height * 5) / 5,
        "heart_rate": at.heart_rate,
        "cadence": at.cadence,
        "fractional_cadence": 0.5,
        "temperature": 17,
    }


def _total(kind: str, part: list[Moment]) -> dict[str, Any]:
    seconds = (part[-1].when - part[0].when).total_seconds()
    return {
        "message_type": kind,
        "timestamp": _utc(part[-1].when),
        "start_time": _utc(part[0].when),
        "sport": "running",
        "total_timer_time": seconds,
        "total_elapsed_time": seconds,
        "total_distance": round(part[-1].metres - part[0].metres, 2),
        "avg_heart_rate": round(sum(at.heart_rate for at in part) / len(part)),
        "avg_cadence": round(sum(at.cadence for at in part) / len(part)),
    }


def _utc(when: datetime) -> str:
    return when.replace(tzinfo=None).isoformat()


def gpx(run: list[Moment]) -> bytes:
    """GPX 1.1 with height, heart rate, cadence and temperature, laid out as Strava lays it out."""
    points = "".join(
        f'   <trkpt lat="{at.lat:.7f}" lon="{at.lon:.7f}">\n    <ele>{at.height:.1f}</ele>\n'
        f"    <time>{_zulu(at.when)}</time>\n    <extensions>\n     <gpxtpx:TrackPointExtension>\n"
        f"      <gpxtpx:atemp>17</gpxtpx:atemp>\n      <gpxtpx:hr>{at.heart_rate}</gpxtpx:hr>\n"
        f"      <gpxtpx:cad>{at.cadence}</gpxtpx:cad>\n     </gpxtpx:TrackPointExtension>\n"
        "    </extensions>\n   </trkpt>\n"
        for at in run
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gpx creator="bench" version="1.1"'
        ' xmlns="http://www.topografix.com/GPX/1/1"'
        ' xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">\n'
        f" <metadata>\n  <time>{_zulu(run[0].when)}</time>\n </metadata>\n <trk>\n"
        f"  <name>Morning Run</name>\n  <type>running</type>\n  <trkseg>\n{points}"
        "  </trkseg>\n </trk>\n</gpx>\n"
    ).encode()


def tcx(run: list[Moment]) -> bytes:
    """TCX with laps of six minutes, heart rate, speed and cadence, after the blanks that Strava leaves."""
    laps = "".join(_lap(run[at : at + _LAP_S + 1]) for at in range(0, len(run) - 1, _LAP_S))
    return (
        '          <?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase'
        ' xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"'
        ' xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2">\n <Activities>\n'
        f'  <Activity Sport="Running">\n   <Id>{_zulu(run[0].when)}</Id>\n{laps}'
        "  </Activity>\n </Activities>\n</TrainingCenterDatabase>\n"
    ).encode()


def _lap(part: list[Moment]) -> str:
    points = "".join(
        f"     <Trackpoint>\n      <Time>{_zulu(at.when)}</Time>\n      <Position>\n"
        f"       <LatitudeDegrees>{at.lat:.7f}</LatitudeDegrees>\n"
        f"       <LongitudeDegrees>{at.lon:.7f}</LongitudeDegrees>\n      </Position>\n"
        f"      <AltitudeMeters>{at.height:.1f}</AltitudeMeters>\n"
        f"      <DistanceMeters>{at.metres:.2f}</DistanceMeters>\n"
        f"      <HeartRateBpm>\n       <Value>{at.heart_rate}</Value>\n      </HeartRateBpm>\n"
        f"      <Extensions>\n       <ns3:TPX>\n        <ns3:Speed>{at.speed:.3f}</ns3:Speed>\n"
        f"        <ns3:RunCadence>{at.cadence}</ns3:RunCadence>\n       </ns3:TPX>\n"
        "      </Extensions>\n     </Trackpoint>\n"
        for at in part[:-1]
    )
    seconds = (part[-1].when - part[0].when).total_seconds()
    return (
        f'   <Lap StartTime="{_zulu(part[0].when)}">\n    <TotalTimeSeconds>{seconds}</TotalTimeSeconds>\n'
        f"    <DistanceMeters>{part[-1].metres - part[0].metres:.2f}</DistanceMeters>\n"
        "    <Intensity>Active</Intensity>\n    <TriggerMethod>Manual</TriggerMethod>\n"
        f"    <Track>\n{points}    </Track>\n   </Lap>\n"
    )


def _zulu(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
