"""`remind`: sends the reminders that are due; for a server's timer, each minute."""

from typing import Any

from django.core.management.base import BaseCommand

from backstride.web.jobs.reminders import remind_due


class Command(BaseCommand):
    """Hands the jobs out; `db_worker` does them."""

    help = "Have every reminder sent that is due."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"{remind_due()} due")
