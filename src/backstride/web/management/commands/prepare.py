"""`prepare`: what a server needs before it starts, each time it is updated."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Brings the database up to date, gathers the static files, and looks for what is unsafe."""

    help = "Migrate the database, make the cache table, collect static files, check the settings."

    def handle(self, *_args: Any, **_options: Any) -> None:
        call_command("check", deploy=True, fail_level="WARNING")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write("ready")
