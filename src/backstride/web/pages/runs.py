"""The runs that were read, by week, and what they say."""

from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backstride.web import clock
from backstride.web.deciding.weeks import current_week, decision_of, library_for
from backstride.web.models import Runner
from backstride.web.pages.asking import for_runner
from backstride.web.telling.days import WhyTold
from backstride.web.telling.runs import weeks_told
from backstride.web.telling.signals import signals_told

WEEKS = 8  # on a page


@require_safe
@for_runner
def runs(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Some weeks of runs, from today or from `?before=` back; the signals stand over the first ones."""
    now, library = clock.now_in(runner.time_zone), library_for(runner)
    before = _monday(request.GET.get("before", ""))
    counting = runner.recordings.filter(counts=True, start__lte=now)
    if before is not None:
        counting = counting.filter(start__lt=_at(before, now))
    newest = counting.last()
    shown: list[object] = []
    earlier = None
    if newest is not None:
        day = newest.start.astimezone(now.tzinfo).date()
        first = day - timedelta(days=day.weekday(), weeks=WEEKS - 1)
        shown = list(
            weeks_told(counting.filter(start__gte=_at(first, now)), now, library, miles=runner.miles)
        )
        earlier = first if counting.filter(start__lt=_at(first, now)).exists() else None
    notes: tuple[WhyTold, ...] = ()
    others: tuple[WhyTold, ...] = ()
    if before is None and newest is not None:
        notes, others = signals_told(decision_of(current_week(runner)).signals, library)
    told = {
        "weeks": shown,
        "earlier": earlier,
        "before": before,
        "notes": notes,
        "others": others,
        "total": runner.recordings.filter(counts=True, start__lte=now).count(),
        "imports": runner.imports.all()[:5] if before is None else (),
        "left_out": runner.recordings.filter(left_out=True) if before is None else (),
    }
    return render(request, "backstride/runs.html", told)


def _monday(told: str) -> date | None:
    """The Monday of a day in an address; None where there is none."""
    try:
        day = date.fromisoformat(told)
    except ValueError:
        return None
    # No watch is older, and the calendar's own ends are no moments in every zone.
    return day - timedelta(days=day.weekday()) if 1970 < day.year < 9999 else None


def _at(day: date, now: datetime) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=now.tzinfo)
