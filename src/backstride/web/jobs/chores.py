"""What has to be done again and again; at home by a thread of the server."""

import logging
from collections.abc import Callable
from threading import Event, Thread

from django.db import close_old_connections

from backstride.web.jobs.calendars import fetch_due
from backstride.web.jobs.purge import purge
from backstride.web.jobs.reminders import remind_due

EVERY_S = 60.0
_CHORES: tuple[tuple[str, Callable[[], int]], ...] = (
    ("reminders", remind_due),
    ("calendars", fetch_due),
    ("purge", purge),
)
log = logging.getLogger(__name__)


def do_chores() -> None:
    """Everything that is due now; one that fails does not keep the others."""
    for name, chore in _CHORES:
        try:
            chore()
        except Exception as error:
            log.error("%s: %s", name, type(error).__name__)


def start_chores() -> None:
    """Starts the thread."""
    Thread(target=_run, name="chores", daemon=True).start()


def _run() -> None:
    never = Event()
    while not never.wait(EVERY_S):
        close_old_connections()
        do_chores()
        close_old_connections()
