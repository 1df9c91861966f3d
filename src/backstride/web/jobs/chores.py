"""What has to be done again and again; at home by a thread of the server."""

import logging
from threading import Event, Thread

from django.db import close_old_connections

from backstride.web.jobs.calendars import fetch_due

EVERY_S = 600.0
log = logging.getLogger(__name__)


def do_chores() -> None:
    """Everything that is due now; one that fails does not keep the others."""
    try:
        fetch_due()
    except Exception as error:
        log.error("calendars: %s", type(error).__name__)


def start_chores() -> None:
    """Starts the thread."""
    Thread(target=_run, name="chores", daemon=True).start()


def _run() -> None:
    never = Event()
    while not never.wait(EVERY_S):
        close_old_connections()
        do_chores()
        close_old_connections()
