"""Whole calendars: from a file, or from an address that is asked every day."""

from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from backstride.runs.guess.values import Plan
from backstride.web import clock
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.keeping.names import shown_name
from backstride.web.keeping.plans import MOST_BYTES, NotRead, read_calendar, shown
from backstride.web.models import CalendarSource, PlannedRun, Runner

MOST_CALENDARS = 10
MOST_ENTRIES = 2000
MOST_ADDRESS = 2000  # letters
_TOLD = 200  # of what was left out


@command(facts=True)
def take_calendar_file(runner: Runner, *, file: UploadedFile | None) -> Details:
    """Reads a calendar file in place of an earlier one of the same name.

    Raises:
        Refused: no file, no calendar, too large, or too many calendars.
    """
    if file is None:
        raise Refused(_("Choose a calendar file."), "calendar")
    if (file.size or 0) > MOST_BYTES:
        raise Refused(_("That file is too large for a calendar."), "calendar")
    name = shown_name(file.name or "")
    try:
        plan = read_calendar(file.read(), name, clock.now_in(runner.time_zone))
    except NotRead as refusal:
        raise Refused(f"{name}: {shown_name(str(refusal), 300)}", "calendar") from None
    source = runner.calendars.filter(name=name, address="").first() or _new(runner, name, "calendar")
    return {"calendar": source.pk, **_store(source, plan)}


@command(facts=False)
def add_calendar_address(runner: Runner, *, address: str) -> Details:
    """Remembers an address; a job fetches it, at once and then every day.

    Raises:
        Refused: no web address, known already, or too many calendars.
    """
    from backstride.web.jobs.calendars import fetch_calendar

    clean = address.strip()
    if not clean.lower().startswith(("http://", "https://", "webcal://", "webcals://")):
        raise Refused(_("An address that begins with https:// or webcal:// is wanted."), "address")
    if len(clean) > MOST_ADDRESS or not clean.isprintable():
        raise Refused(_("That is no address."), "address")
    if runner.calendars.filter(address=clean).exists():
        raise Refused(_("This calendar is here already."), "address")
    source = _new(runner, shown_name(shown(clean), 150), "address", clean)
    fetch_calendar.enqueue(source.pk)
    return {"calendar": source.pk}


@command(facts=True)
def store_calendar(runner: Runner, *, source: CalendarSource, plan: Plan) -> Details:
    """The entries of a calendar that was read again, in place of its earlier ones."""
    return {"calendar": source.pk, "runner": runner.pk, **_store(source, plan)}


@command(facts=False)
def note_unread(runner: Runner, *, source: CalendarSource, reason: str) -> Details:
    """Notes that a calendar could not be read; what was read of it before stays."""
    source.reason, source.checked_at = shown_name(reason, 300), clock.now()
    source.save(update_fields=["reason", "checked_at"])
    return {"calendar": source.pk, "runner": runner.pk}


@command(facts=True)
def remove_calendar(runner: Runner, *, source: CalendarSource) -> Details:
    """Forgets a calendar with its entries."""
    if source.runner_id != runner.pk:
        raise Refused("no calendar of this runner")
    number = source.pk
    runner.planned_runs.filter(origin=source.name).delete()
    source.delete()
    return {"calendar": number}


def _new(runner: Runner, name: str, field: str, address: str = "") -> CalendarSource:
    """A calendar by a name that no other one has: a host may serve several."""
    if runner.calendars.count() >= MOST_CALENDARS:
        raise Refused(_("That is one calendar too many: remove another one first."), field)
    taken = set(runner.calendars.values_list("name", flat=True))
    names = [name, *(f"{name} ({n})" for n in range(2, MOST_CALENDARS + 2))]
    free = next(candidate for candidate in names if candidate not in taken)
    return CalendarSource.objects.create(runner=runner, name=free, address=address, at=clock.now())


def _store(source: CalendarSource, plan: Plan) -> Details:
    """From today on; what the runner has changed by hand stays as they put it, as long as it is planned."""
    runner, now = source.runner, clock.now()
    today = clock.now_in(runner.time_zone).date()
    before = runner.planned_runs.filter(origin=source.name, day__gte=today)
    entries = [entry for entry in plan.entries if today <= entry.planned.day <= today + timedelta(days=730)]
    there = {(entry.planned.day, entry.title[:200]) for entry in entries}
    kept: set[tuple[date, str]] = set()
    for row in before:
        key = (row.day, row.title)
        if row.edited and key in there:
            kept.add(key)
        else:
            row.delete()
    PlannedRun.objects.bulk_create(
        PlannedRun(
            runner=runner,
            day=entry.planned.day,
            kind=entry.planned.kind,
            distance_m=entry.planned.distance_m,
            duration_s=entry.planned.duration_s,
            guessed=not entry.sure,
            title=entry.title[:200],
            origin=source.name,
        )
        for entry in entries[:MOST_ENTRIES]
        if (entry.planned.day, entry.title[:200]) not in kept
    )
    source.read_at = source.checked_at = now
    source.reason = ""
    source.left_out = [_left(item.day, item.title, item.reason) for item in plan.left_out[:_TOLD]]
    source.notes = list(plan.notes[:_TOLD])
    source.save()
    return {"entries": min(len(entries), MOST_ENTRIES)}


def _left(day: date | None, title: str, reason: str) -> dict[str, Any]:
    told = day.isoformat() if day is not None else None
    return {"day": told, "title": shown_name(title), "reason": shown_name(reason, 300)}
