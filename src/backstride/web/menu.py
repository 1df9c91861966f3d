"""The main menu, one line an entry."""

from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop


class Entry(NamedTuple):
    """A menu entry as a template shows it."""

    name: str
    address: str
    here: bool


# (name of the page, what it is called, other pages that belong below it)
_ENTRIES = (
    ("today", gettext_noop("Today"), ("session", "log", "checkin", "checkin_more", "worse")),
    ("week", gettext_noop("Week"), ("past_weeks", "past_week")),
    ("progress", gettext_noop("Progress"), ("logs",)),
    (
        "runs",
        gettext_noop("Runs"),
        (
            "run",
            "add_runs",
            "add_files",
            "add_calendar_file",
            "add_address",
            "add_usual",
            "import",
            "shoes",
            "shoes_change",
            "calendar",
            "planned",
        ),
    ),
    (
        "exercises",
        gettext_noop("Library"),
        ("exercise", "routines", "routine", "lessons", "lesson", "rules", "sources"),
    ),
    (
        "about",
        gettext_noop("You"),
        (
            "about_days",
            "about_you",
            "about_exercises",
            "feeling",
            "settings",
            "settings_delete",
            "tokens",
            "archive",
            "reminders",
        ),
    ),
)


def menu(request: HttpRequest) -> list[Entry]:
    """The entries, with the one marked that the page belongs to."""
    at = request.resolver_match.url_name if request.resolver_match else None
    return [
        Entry(gettext(name), reverse(page), here=at == page or at in below) for page, name, below in _ENTRIES
    ]
