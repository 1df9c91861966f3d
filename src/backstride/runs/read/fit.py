"""FIT: the device's own sessions, with its timer, distance and sport; records where there is no session."""

from datetime import timedelta

import numpy as np

from backstride.runs.activity import Activity
from backstride.runs.read.fit_messages import Message, messages_of
from backstride.runs.read.fit_records import Records
from backstride.runs.read.fit_values import finite, seconds, word
from backstride.runs.read.recording import Recording, average, to_activities
from backstride.runs.read.sports import sport_of_fit, surface_of
from backstride.runs.read.times import offset_between
from backstride.runs.read.told import Told
from backstride.runs.read.unreadable import Unreadable

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


def read_fit(data: bytes, name: str, told: Told | None = None) -> list[Activity]:
    """The activities of a FIT file, one for each session. Raises Unreadable where there is none."""
    messages, records, notes = messages_of(data)
    kinds = [str(m.get("type")) for m in messages if m["message_type"] == "file_id"]
    if kinds and "activity" not in kinds:
        raise Unreadable(f"{_kind(kinds[0])}, no activity")
    sessions = [m for m in messages if m["message_type"] == "session" and seconds(m.get("start_time"))]
    offset = _offset(messages)
    if not sessions:
        if not len(records):
            raise Unreadable("; ".join(["no activity in it", *notes]))
        lost = "no summary in it: measured from its records"
        sport = next((m for m in messages if m["message_type"] in ("sport", "lap") and m.get("sport")), {})
        bare: Message = {str(k): sport[k] for k in ("sport", "sub_sport") if k in sport}
        return to_activities([_recording(bare, records, name, offset, [*notes, lost])], told)
    sessions.sort(key=lambda m: seconds(m["start_time"]) or 0.0)
    shares = _shares(sessions, records)
    recordings = [
        _recording(session, share, name, offset, notes)
        for session, share in zip(sessions, shares, strict=True)
    ]
    return to_activities(recordings, told)


def _kind(kind: str) -> str:
    return _KINDS.get(kind) or ("a monitoring file" if kind.startswith("monitoring") else f"a {kind} file")


def _offset(messages: list[Message]) -> timedelta | None:
    for message in messages:
        if message["message_type"] == "activity":
            utc, local = seconds(message.get("timestamp")), seconds(message.get("local_timestamp"))
            if utc is not None and local is not None:
                return offset_between(local, utc)
    return None


def _shares(sessions: list[Message], records: Records) -> list[Records]:
    """The records of each session, by time; what comes before the first belongs to it."""
    if len(sessions) == 1:
        return [records]
    timed = records.where(~np.isnan(records.t))
    starts = np.array([seconds(m["start_time"]) for m in sessions])
    owners = np.maximum(np.searchsorted(starts, timed.t, side="right") - 1, 0)
    return [timed.where(owners == owner) for owner in range(len(sessions))]


def _recording(
    session: Message, records: Records, name: str, offset: timedelta | None, notes: list[str]
) -> Recording:
    sub_sport = word(session.get("sub_sport"))
    # The mean that a session names is written to whole strides; the fraction stands beside it.
    cadence = finite(session, "avg_running_cadence", "avg_cadence")
    if cadence is not None:
        cadence += finite(session, "avg_fractional_cadence") or 0.0
    heart_rate = finite(session, "avg_heart_rate")
    of_session = average([] if heart_rate is None else [heart_rate], 30, 250)
    return Recording(
        source=name,
        segments=[records.points()],
        start=seconds(session.get("start_time")),
        offset=offset,
        sport=sport_of_fit(word(session.get("sport")), sub_sport),
        surface=surface_of(sub_sport),
        timer_s=finite(session, "total_timer_time"),
        elapsed_s=finite(session, "total_elapsed_time"),
        metres=finite(session, "total_distance"),
        cadence=cadence or average(records.cadence, 1, 250),
        heart_rate=of_session or average(records.heart_rate, 30, 250),
        ascent=finite(session, "total_ascent"),
        descent=finite(session, "total_descent"),
        notes=list(notes),
    )
