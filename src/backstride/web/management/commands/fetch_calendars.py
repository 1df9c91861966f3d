"""`fetch_calendars`: has every calendar fetched that is a day old; for a server's timer."""

from typing import Any

from django.core.management.base import BaseCommand

from backstride.web.jobs.calendars import fetch_due


class Command(BaseCommand):
    """Hands the jobs out; `db_worker` does them."""

    help = "Have every calendar fetched that nobody has asked for a day."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"{fetch_due()} to fetch")
