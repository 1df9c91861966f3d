"""Written times to seconds since 1970, and the zone where it is told."""

from datetime import UTC, datetime, timedelta, timezone

_QUARTER_S = 900.0
_SLACK_S = 60.0  # a watch writes its two clocks at slightly different moments
_WIDEST_S = 14 * 3600.0


def parse_time(text: str) -> tuple[float, timedelta | None] | None:
    """Seconds since 1970 and the offset if other than UTC; None where the text is no time.

    A time without zone counts as UTC, which both GPX and TCX demand.
    """
    try:
        when = datetime.fromisoformat(text.strip())
        offset = when.utcoffset()
        if offset is None:
            when = when.replace(tzinfo=UTC)
        return when.timestamp(), offset or None
    except (ValueError, OverflowError):
        return None


def offset_between(local_s: float, utc_s: float) -> timedelta | None:
    """The zone's offset from one moment written in both clocks; None where the two cannot belong together."""
    difference = local_s - utc_s
    rounded = round(difference / _QUARTER_S) * _QUARTER_S
    if abs(difference - rounded) > _SLACK_S or abs(rounded) > _WIDEST_S:
        return None
    return timedelta(seconds=rounded)


def moment(seconds: float, offset: timedelta | None) -> datetime:
    """An aware datetime in the zone, or in UTC where it is unknown. Raises OverflowError, ValueError."""
    zone = UTC if offset is None else timezone(offset)
    return datetime(1970, 1, 1, tzinfo=UTC).astimezone(zone) + timedelta(seconds=round(seconds, 3))
