"""The web's one clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone


def now() -> datetime:
    """The moment, in UTC. Tests put another in its place."""
    return timezone.now()


def now_in(zone: str) -> datetime:
    """The moment in a zone of the IANA database."""
    return now().astimezone(ZoneInfo(zone))
