"""Stored recordings as activities, and as the runs of a scenario."""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from backstride.runs.activity import Activity
from backstride.runs.history import history
from backstride.web.models import Recording, Runner


def as_json(activity: Activity) -> dict[str, Any]:
    """An activity as it is stored."""
    return {**asdict(activity), "start": activity.start.isoformat(), "notes": list(activity.notes)}


def from_json(stored: dict[str, Any]) -> Activity:
    """A stored activity; fields that an older version did not know are unknown."""
    return Activity(
        **{**stored, "start": datetime.fromisoformat(stored["start"]), "notes": tuple(stored["notes"])}
    )


def runs_of(runner: Runner, now: datetime, days: int | None = None) -> list[dict[str, Any]]:
    """The runs that count, each with what the runner added to it by hand; `days` limits how old they are."""
    counting = runner.recordings.filter(counts=True, start__lte=now)
    if days is not None:
        counting = counting.filter(start__gt=now - timedelta(days=days))
    return [run_of(recording, now) for recording in counting.iterator()]


def run_of(recording: Recording, now: datetime) -> dict[str, Any]:
    """A recording that counts as a run of a scenario; it started at or before `now` (aware)."""
    (run,) = history([counted(recording)], now).runs
    return {**run.model_dump(), **_told(recording)}


def counted(recording: Recording) -> Activity:
    """The activity as it counts: with what other recordings of the same run knew."""
    return from_json(recording.counted) if recording.counted else recorded(recording)


def recorded(recording: Recording) -> Activity:
    """The activity as it was recorded, by the name that its file goes by now."""
    return from_json({**recording.activity, "source": recording.source})


def _told(recording: Recording) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if recording.kind:
        told["kind"] = recording.kind
    if recording.surface:
        told["surface"] = recording.surface
    if recording.shoe:
        told["shoe"] = recording.shoe
    if recording.pain_during is not None:
        told["pain_during"] = recording.pain_during
    return told
