"""Calendars at addresses: fetched when they are new, and once a day."""

from datetime import timedelta

from django.db.models import Q
from django_tasks import task

from backstride.web import clock
from backstride.web.commands.calendars import note_unread, store_calendar
from backstride.web.keeping.plans import NotRead, fetch, read_calendar
from backstride.web.models import CalendarSource

EVERY = timedelta(hours=24)


@task()
def fetch_calendar(source_id: int) -> None:
    """Fetches a calendar and stores its entries; a failure is noted on it, and its entries stay."""
    source = CalendarSource.objects.select_related("runner__user").filter(pk=source_id).first()
    if source is None or not source.address:
        return
    runner = source.runner
    try:
        plan = read_calendar(fetch(source.address), "", clock.now_in(runner.time_zone))
    except NotRead as refusal:
        note_unread(runner, by=runner.user, source=source, reason=str(refusal))
    else:
        store_calendar(runner, by=runner.user, source=source, plan=plan)


def fetch_due() -> int:
    """Has every calendar fetched that nobody has asked for a day; how many those are."""
    due = Q(checked_at=None, at__lt=clock.now() - EVERY) | Q(checked_at__lt=clock.now() - EVERY)
    sources = list(CalendarSource.objects.filter(due).exclude(address=""))
    for source in sources:
        # Asked now: a second call finds nothing to do while the first one's jobs still wait.
        CalendarSource.objects.filter(pk=source.pk).update(checked_at=clock.now())
        fetch_calendar.enqueue(source.pk)
    return len(sources)
