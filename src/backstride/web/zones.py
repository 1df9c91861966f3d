"""The time zones to choose from, the country of each, and the zone of this machine."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from zoneinfo import available_timezones

UTC = "UTC"
_LOCALTIME = Path("/etc/localtime")


def zones() -> tuple[str, ...]:
    """One name a place, such as `Asia/Kuala_Lumpur`, in the order of the alphabet; UTC last."""
    return (*sorted(_countries()), UTC)


def country_of(zone: str) -> str | None:
    """The country (ISO 3166-1 alpha-2) that the zone is kept for; None for UTC, and for names of old."""
    return _countries().get(zone)


def machine_zone() -> str:
    """The zone that this machine is set to, UTC where it does not say."""
    # The environment's TZ says nothing here: Django sets it to its own.
    _, found, name = str(_LOCALTIME.resolve()).partition("zoneinfo/")
    return name if found and name in _countries() else UTC


@cache
def _countries() -> dict[str, str]:
    """Zone to country, as the time zone database lists them, where this machine knows the zone too."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    known = available_timezones()
    return {row[2]: row[0] for row in rows if row[2] in known}
