"""FIT: the device's own sessions, with its timer, distance and sport; records where there is no session."""

import math
from bisect import bisect_right
from datetime import timedelta
from typing import Any

from backstride.runs.activity import Activity
from backstride.runs.read.fit_messages import Message, messages_of, seconds
from backstride.runs.read.points import Point, placed
from backstride.runs.read.recording import Recording, average, to_activities
from backstride.runs.read.sports import sport_of_fit, surface_of
from backstride.runs.read.times import offset_between
from backstride.runs.read.unreadable import Unreadable

_DEGREES = 180 / 2**31  # positions are written in halves of a full turn over 2^31

_KINDS = {
    "device": "a device file",
    "settings": "a settings file",
    "sport": "a settings file",
    "workout": "a workout file",
    "schedules": "a schedule file",
    "course": "a course",
    "weight": "a weight-scale file",
    "blood_pressure": "a blood-pressure file",
    "goals": "a goals file",
    "totals": "a totals file",
    "segment": "a segment file",
}


def read_fit(data: bytes, name: str) -> list[Activity]:
    """The activities of a FIT file, one for each session. Raises Unreadable where there is none."""
    messages, notes = messages_of(data)
    kinds = [str(m.get("type")) for m in messages if m["message_type"] == "file_id"]
    if kinds and "activity" not in kinds:
        raise Unreadable(f"{_kind(kinds[0])}, no activity")
    records = [m for m in messages if m["message_type"] == "record"]
    sessions = [m for m in messages if m["message_type"] == "session" and seconds(m.get("start_time"))]
    offset = _offset(messages)
    if not sessions:
        if not records:
            raise Unreadable("; ".join(["no activity in it", *notes]))
        lost = "no summary in it: measured from its records"
        sport = next((m for m in messages if m["message_type"] in ("sport", "lap") and m.get("sport")), {})
        bare: Message = {str(k): sport[k] for k in ("sport", "sub_sport") if k in sport}
        return to_activities([_recording(bare, records, name, offset, [*notes, lost])])
    sessions.sort(key=lambda m: seconds(m["start_time"]) or 0.0)
    shares = _shares(sessions, records)
    return to_activities(
        _recording(session, share, name, offset, notes)
        for session, share in zip(sessions, shares, strict=True)
    )


def _kind(kind: str) -> str:
    return _KINDS.get(kind) or ("a monitoring file" if kind.startswith("monitoring") else f"a {kind} file")


def _offset(messages: list[Message]) -> timedelta | None:
    for message in messages:
        if message["message_type"] == "activity":
            utc, local = seconds(message.get("timestamp")), seconds(message.get("local_timestamp"))
            if utc is not None and local is not None:
                return offset_between(local, utc)
    return None


def _shares(sessions: list[Message], records: list[Message]) -> list[list[Message]]:
    """The records of each session, by time; what comes before the first belongs to it."""
    if len(sessions) == 1:
        return [records]
    starts = [seconds(m["start_time"]) or 0.0 for m in sessions]
    shares: list[list[Message]] = [[] for _ in sessions]
    for record in records:
        t = seconds(record.get("timestamp"))
        if t is not None:
            shares[max(bisect_right(starts, t) - 1, 0)].append(record)
    return shares


def _recording(
    session: Message, records: list[Message], name: str, offset: timedelta | None, notes: list[str]
) -> Recording:
    sub_sport = _word(session.get("sub_sport"))
    # The mean that a session names is written to whole strides; the fraction stands beside it.
    cadence = _number(session, "avg_running_cadence", "avg_cadence")
    if cadence is not None:
        cadence += _number(session, "avg_fractional_cadence") or 0.0
    heart_rate = average([_number(session, "avg_heart_rate")], 30, 250)
    return Recording(
        source=name,
        segments=[[p for p in map(_point, records) if p is not None]],
        start=seconds(session.get("start_time")),
        offset=offset,
        sport=sport_of_fit(_word(session.get("sport")), sub_sport),
        surface=surface_of(sub_sport),
        timer_s=_number(session, "total_timer_time"),
        elapsed_s=_number(session, "total_elapsed_time"),
        metres=_number(session, "total_distance"),
        cadence=cadence or average((_number(r, "cadence") for r in records), 1, 250),
        heart_rate=heart_rate or average((_number(r, "heart_rate") for r in records), 30, 250),
        notes=list(notes),
    )


def _point(record: Message) -> Point | None:
    t = seconds(record.get("timestamp"))
    if t is None:
        return None
    lat, lon = _number(record, "position_lat"), _number(record, "position_long")
    if lat is None or lon is None:
        return Point(t, metres=_number(record, "distance"))
    return Point(t, *placed(lat * _DEGREES, lon * _DEGREES), _number(record, "distance"))


def _number(message: Message, *names: str) -> float | None:
    for name in names:
        value: Any = message.get(name)
        if isinstance(value, int | float) and math.isfinite(value):
            return float(value)
    return None


def _word(value: object) -> str | None:
    """A name of FIT's profile; a number without a name there says nothing."""
    return value if isinstance(value, str) else None
