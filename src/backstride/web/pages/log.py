"""A session to follow, and its log."""

from datetime import date, datetime, time
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from backstride.scenario import DoneSession
from backstride.terms import Slot
from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.sessions import change_session, delete_session, log_session
from backstride.web.deciding.sessions import lines, log_of, logs_of, planned_session
from backstride.web.deciding.weeks import current_week, decision_of, library_for
from backstride.web.forms.log import LogForm, Shown
from backstride.web.models import Runner, SessionLog
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.pages.paths import day_in, slot_in
from backstride.web.telling.done import done_told
from backstride.web.telling.following import followed
from backstride.wording import slot_words

_SHOWN_DAYS = 28


@require_safe
@for_runner
def session(request: HttpRequest, runner: Runner, day: str, slot: str) -> HttpResponse:
    """How each exercise of a session is done, and the log below it on the day itself."""
    when, kind = day_in(day), slot_in(slot)
    current_week(runner)
    planned = planned_session(runner, when, kind)
    if planned is None:
        return _none(request, runner, when, kind)
    library = library_for(runner)
    told = {
        "day": when,
        "today": clock.now_in(runner.time_zone).date(),
        "slot": kind,
        "session": followed(planned, library),
        "form": _form(runner, when, kind),
        "log": log_of(runner, when, kind),
    }
    return render(request, "backstride/session_page.html", told)


@for_runner
def log(request: HttpRequest, runner: Runner, day: str, slot: str) -> HttpResponse:
    """The log of a session: a new one with the plan filled in, or the one that there is."""
    when, kind = day_in(day), slot_in(slot)
    if when > clock.now_in(runner.time_zone).date():
        return redirect("session", day, slot)
    known = log_of(runner, when, kind)
    shown = Shown.read(request.POST.get("shown", "")) if request.method == "POST" else None
    if known is not None and shown is not None and shown.key != known.key:
        messages.info(request, _("This session is logged already. Here is what was noted."))
        return redirect("log", day, slot)
    form = _form(runner, when, kind, shown, request)
    if form is None:
        return _none(request, runner, when, kind)
    if shown is not None and form.is_valid():
        try:
            _store(request, runner, form, shown, _at(runner, when, known), kind, known)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Logged."))
            return redirect("today")
    told = {"form": form, "day": when, "slot": kind, "log": known, "heading": _heading(runner, kind)}
    return render(request, "backstride/log.html", told)


@require_POST
@for_runner
def log_delete(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """Takes a log out."""
    delete_session(runner, by=signed_in(request), log=get_object_or_404(SessionLog, pk=pk, runner=runner))
    messages.success(request, _("Taken out."))
    return redirect("logs")


@require_safe
@for_runner
def logs(request: HttpRequest, runner: Runner) -> HttpResponse:
    """The sessions of the last weeks, the latest first."""
    today = clock.now_in(runner.time_zone).date()
    first = date.fromordinal(today.toordinal() - _SHOWN_DAYS)
    library = library_for(runner)
    shown = done_told(reversed(logs_of(runner, first, today)), runner, library)
    return render(request, "backstride/logs.html", {"logs": shown, "days": _SHOWN_DAYS})


def _form(
    runner: Runner, day: date, slot: Slot, shown: Shown | None = None, request: HttpRequest | None = None
) -> LogForm | None:
    """The form; None for a day to come, or where nothing was planned or done."""
    known, library = log_of(runner, day, slot), library_for(runner)
    if shown is None:
        found = lines(planned_session(runner, day, slot), known, library)
        if not found or day > clock.now_in(runner.time_zone).date():
            return None
        shown = Shown(known.key if known is not None else uuid4().hex, found)
        request = None
    record = known.record if known is not None else None
    return LogForm(request.POST if request is not None else None, shown=shown, record=record, library=library)


def _store(
    request: HttpRequest,
    runner: Runner,
    form: LogForm,
    shown: Shown,
    at: datetime,
    slot: Slot,
    known: SessionLog | None,
) -> None:
    record = {"at": at.isoformat(), "slot": slot, **form.told()}
    if known is None:
        log_session(runner, by=signed_in(request), key=shown.key, record=record)
    elif DoneSession.model_validate(record).model_dump(mode="json") != known.record:
        change_session(runner, by=signed_in(request), log=known, record=record)


def _at(runner: Runner, day: date, known: SessionLog | None) -> datetime:
    """When it was: now, or some time of a day gone by; a log keeps its own."""
    now = clock.now_in(runner.time_zone)
    if known is not None:
        return datetime.fromisoformat(known.record["at"])
    return now if day == now.date() else datetime.combine(day, time(18), ZoneInfo(runner.time_zone))


def _none(request: HttpRequest, runner: Runner, day: date, slot: Slot) -> HttpResponse:
    """What to do where there is no such session; a week that stops says so itself."""
    if decision_of(current_week(runner)).week is None:
        return redirect("today")
    if abs((day - clock.now_in(runner.time_zone).date()).days) > 366:
        raise Http404("no such day")
    told = {"day": day, "heading": _heading(runner, slot)}
    return render(request, "backstride/session_none.html", told, status=404)


def _heading(runner: Runner, slot: Slot) -> str:
    return slot_words(slot, library_for(runner).word)
