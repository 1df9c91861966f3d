"""Whether an activity is a run that can have been."""

from datetime import datetime

from backstride.runs.activity import Activity
from backstride.runs.read import limits
from backstride.runs.read.words import spell

# Over a mile and more nobody averages this on foot: it was recorded as a run by mistake.
_TOO_FAST = 7.5
_TOO_FAST_FROM_M = 1600.0


def why_not(activity: Activity, latest: datetime | None) -> str | None:
    """The reason why an activity is no run that can have been, or None; `latest` (aware) bounds its start."""
    if activity.start < limits.EARLIEST or (latest is not None and activity.start > latest):
        return f"impossible date: {activity.start.date().isoformat()}"
    if activity.duration_s > limits.LONGEST_S:
        return f"impossible duration: {spell(activity.duration_s)}"
    if activity.sport != "running":
        guessed = ", by its speed or title" if activity.sport_guessed else ""
        return f"not a run: {activity.sport}{guessed}"
    metres = activity.distance_m or 0.0
    speed = metres / activity.duration_s
    if metres > _TOO_FAST_FROM_M and speed > _TOO_FAST:
        return f"not a run: called running, but at {speed:.1f} m/s"
    if metres > limits.FARTHEST_M:
        return f"impossible distance: {metres / 1000:,.0f} km"
    return None
