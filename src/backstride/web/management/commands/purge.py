"""`purge`: removes what has had its time; for a server's timer, each day."""

from typing import Any

from django.core.management.base import BaseCommand

from backstride.web.jobs.purge import purge


class Command(BaseCommand):
    """Ended sessions, tokens long over, jobs long done."""

    help = "Remove ended sessions, tokens and jobs that are over for a month."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"{purge()} removed")
