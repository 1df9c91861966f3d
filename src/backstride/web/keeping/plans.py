"""Calendars of other programs: fetched, and read into entries."""

from datetime import datetime

from django.conf import settings

from backstride.knowledge.loader import load
from backstride.runs.guess.values import Plan
from backstride.runs.read.any import ending_of
from backstride.runs.read.plans.fetch import MOST_BYTES, NotFetched, fetched, shown
from backstride.runs.read.plans.whole import read_plan
from backstride.runs.read.unreadable import Unreadable

__all__ = ["MOST_BYTES", "WEEKS", "NotRead", "fetch", "read_calendar", "shown"]

WEEKS = 26  # of an ICS file's endless repetitions


class NotRead(ValueError):
    """A calendar that cannot be fetched or read, and why, in one line."""


def read_calendar(data: bytes, name: str, now: datetime) -> Plan:
    """The plan in a calendar (ICS, CSV or JSON) from the day of `now` (aware) on. Raises NotRead."""
    if len(data) > MOST_BYTES:
        raise NotRead(f"larger than {MOST_BYTES // 2**20} MiB")
    try:
        return read_plan(data, ending_of(name), now, WEEKS, load().rules().number("infer.long_ratio"))
    except Unreadable as refusal:
        raise NotRead("; ".join(refusal.reason.splitlines()[:3])) from None


def fetch(address: str) -> bytes:
    """What stands at an address; at home of this machine's own network too, else of the internet alone.

    Raises NotRead, which names the host and never the rest of the address.
    """
    try:
        return fetched(address, public_only=not getattr(settings, "HOME", False))
    except NotFetched as refusal:
        raise NotRead(str(refusal)) from None
