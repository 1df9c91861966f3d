"""Days and slots in addresses."""

from datetime import date
from typing import cast, get_args

from django.http import Http404

from backstride.terms import Slot


def day_in(path: str) -> date:
    """The day that an address names as `2026-11-20`. Raises Http404."""
    try:
        return date.fromisoformat(path)
    except ValueError:
        raise Http404("no such day") from None


def slot_in(path: str) -> Slot:
    """The time of day that an address names; the card for a run is no session. Raises Http404."""
    if path == "mid_run" or path not in get_args(Slot):
        raise Http404("no such session")
    return cast("Slot", path)
