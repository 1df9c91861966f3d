"""Small files of watches, written here: a runner going due north at an even pace."""

import io
import zipfile
from datetime import UTC, datetime, timedelta

from pyfitparsernative import write_fit_bytes

START = datetime(2024, 5, 1, 6, 0, tzinfo=UTC)
METRE = 1 / 111_195.08  # degrees of latitude
LAT, LON = 48.0, 11.0


def track(seconds, speed=3.0, step=5, start=START, metres=0.0):
    """(time, latitude, longitude) each `step` seconds, `metres` from the origin on, in m/s."""
    return [
        (start + timedelta(seconds=t), LAT + (metres + t * speed) * METRE, LON)
        for t in range(0, seconds + 1, step)
    ]


def stamp(when):
    return when.isoformat().replace("+00:00", "Z")


def gpx(points, *, kind="running", name="", namespace=True, extra="", version="1.1"):
    ns = f' xmlns="http://www.topografix.com/GPX/1/{version[-1]}"' if namespace else ""
    body = "".join(
        f'<trkpt lat="{lat:.7f}" lon="{lon:.7f}">'
        + (f"<time>{stamp(when)}</time>" if when else "")
        + f"{extra}</trkpt>"
        for when, lat, lon in points
    )
    head = (f"<name>{name}</name>" if name else "") + (f"<type>{kind}</type>" if kind else "")
    return f'<gpx version="{version}"{ns}><trk>{head}<trkseg>{body}</trkseg></trk></gpx>'.encode()


def tcx_activity(points, *, sport="Running", timer=None, metres=None, cadence=None, laps=1):
    out = [f'<Activity Sport="{sport}"><Id>{stamp(points[0][0])}</Id>']
    share = len(points) // laps
    for lap in range(laps):
        mine = points[lap * share : (lap + 1) * share if lap < laps - 1 else None]
        out.append(f'<Lap StartTime="{stamp(mine[0][0])}">')
        if timer is not None:
            out.append(f"<TotalTimeSeconds>{timer / laps}</TotalTimeSeconds>")
        if metres is not None:
            out.append(f"<DistanceMeters>{metres / laps}</DistanceMeters>")
        out.append("<Track>")
        for when, lat, lon in mine:
            beat = "<HeartRateBpm><Value>150</Value></HeartRateBpm>"
            step = (
                f"<Extensions><TPX><RunCadence>{cadence}</RunCadence></TPX></Extensions>" if cadence else ""
            )
            out.append(
                f"<Trackpoint><Time>{stamp(when)}</Time><Position><LatitudeDegrees>{lat:.7f}</LatitudeDegrees>"
                f"<LongitudeDegrees>{lon:.7f}</LongitudeDegrees></Position>{beat}{step}</Trackpoint>"
            )
        out.append("</Track></Lap>")
    return "".join([*out, "</Activity>"])


def tcx(*activities):
    ns = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
    inner = "".join(activities)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return (
        f'{head}<TrainingCenterDatabase xmlns="{ns}"><Activities>{inner}</Activities>'
        "</TrainingCenterDatabase>"
    ).encode()


def fit_time(when):
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def fit_records(points, *, cadence=85, heart_rate=150):
    first = points[0][1]
    return [
        {
            "message_type": "record",
            "timestamp": fit_time(when),
            "position_lat": round(lat * 2**31 / 180),
            "position_long": round(lon * 2**31 / 180),
            "distance": round((lat - first) / METRE, 2),
            "heart_rate": heart_rate,
            "cadence": cadence,
        }
        for when, lat, lon in points
    ]


def fit_session(points, *, sport="running", sub_sport="generic", timer=None, metres=None, **more):
    span = (points[-1][0] - points[0][0]).total_seconds()
    session = {
        "message_type": "session",
        "timestamp": fit_time(points[-1][0]),
        "start_time": fit_time(points[0][0]),
        "sport": sport,
        "sub_sport": sub_sport,
        "total_timer_time": float(span if timer is None else timer),
        "total_elapsed_time": float(span),
    }
    if metres is not None:
        session["total_distance"] = float(metres)
    return session | more


def fit(*messages, kind="activity", zone_hours=None, end=None):
    head = {
        "message_type": "file_id",
        "type": kind,
        "manufacturer": "development",
        "product": 1,
        "time_created": fit_time(START),
    }
    tail = []
    if zone_hours is not None:
        local = (end or START) + timedelta(hours=zone_hours)
        tail = [
            {
                "message_type": "activity",
                "type": "manual",
                "num_sessions": 1,
                "timestamp": fit_time(end or START),
                "local_timestamp": fit_time(local),
            }
        ]
    return write_fit_bytes([head, *messages, *tail])


def fit_run(seconds=1800, speed=3.0, start=START, **session):
    points = track(seconds, speed, start=start)
    return fit(*fit_records(points), fit_session(points, metres=seconds * speed, **session))


def zipped(members, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()
