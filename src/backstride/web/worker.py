"""Jobs without a second process: at home a thread of the server takes them from the database."""

from threading import Thread

from django.conf import settings
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

INTERVAL_S = 0.5


def start_worker() -> None:
    """Starts the thread. Jobs that an earlier process left half done are run again, so they must bear it."""
    DBTaskResult.objects.filter(status="RUNNING").update(status="READY", started_at=None)
    worker = Worker(
        queue_names=["*"],
        interval=INTERVAL_S,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="home",
        excluded_queue_names=[],
    )
    Thread(target=worker.run, name="jobs", daemon=True).start()


def start_worker_at_home() -> None:
    """Starts the thread where the settings are those of home; a server runs `db_worker` by itself."""
    if getattr(settings, "HOME", False):
        start_worker()
        # Imported late: jobs need the applications in place.
        from backstride.web.jobs.chores import start_chores

        start_chores()
