"""Runs by week as a page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from backstride.knowledge import Library
from backstride.knowledge.loader import load
from backstride.web.deciding.activities import counted
from backstride.web.forms.amounts import METRES, MILE
from backstride.web.forms.kinds import SURFACES, kind_words
from backstride.web.models import Recording


@dataclass(frozen=True)
class RunTold:
    """A run: metres, seconds, and in words what else is known; `long` marks the week's long run."""

    pk: int
    start: datetime
    distance_m: float | None
    duration_s: float
    pace: str
    kind: str
    long: bool
    surface: str
    shoe: str
    pain: str
    cadence: int | None


@dataclass(frozen=True)
class WeekTold:
    """A week of runs from a Monday on, the latest first; its distance in metres and its time in seconds."""

    monday: date
    distance_m: float
    duration_s: float
    runs: tuple[RunTold, ...]


def weeks_told(
    recordings: Iterable[Recording], now: datetime, library: Library, *, miles: bool
) -> tuple[WeekTold, ...]:
    """The weeks that have runs, the latest first."""
    by_week: dict[date, list[Recording]] = {}
    for recording in recordings:
        day = recording.start.astimezone(now.tzinfo).date()
        by_week.setdefault(day - timedelta(days=day.weekday()), []).append(recording)
    return tuple(
        _week(monday, by_week[monday], now, library, miles=miles) for monday in sorted(by_week, reverse=True)
    )


def run_told(
    recording: Recording, now: datetime, library: Library, *, miles: bool, long: bool = False
) -> RunTold:
    """One run, its start by the clock of `now`."""
    activity = counted(recording)
    surface = recording.surface or activity.surface or ""
    pain = recording.pain_during
    return RunTold(
        pk=recording.pk,
        start=recording.start.astimezone(now.tzinfo),
        distance_m=activity.distance_m or None,
        duration_s=activity.duration_s,
        pace=_pace(activity.distance_m, activity.duration_s, miles=miles),
        kind=kind_words(recording.kind, library) if recording.kind else "",
        long=long,
        surface=str(dict(SURFACES).get(surface, surface)) if surface else "",
        shoe=recording.shoe or activity.shoe or "",
        pain="" if pain is None else _("pain %(n)s of 10") % {"n": number_format(round(pain))},
        cadence=round(activity.cadence_spm) if activity.cadence_spm else None,
    )


def _week(
    monday: date, recordings: list[Recording], now: datetime, library: Library, *, miles: bool
) -> WeekTold:
    ordered = sorted(recordings, key=lambda r: r.start, reverse=True)
    long = _long_ones(ordered)
    runs = tuple(run_told(r, now, library, miles=miles, long=r.pk in long) for r in ordered)
    return WeekTold(
        monday=monday,
        distance_m=sum(run.distance_m or 0 for run in runs),
        duration_s=sum(run.duration_s for run in runs),
        runs=runs,
    )


def _long_ones(recordings: list[Recording]) -> set[int]:
    """The runs called long and, where none is, the one that stands out among the week's others."""
    told = {recording.pk for recording in recordings if recording.kind == "long"}
    metres = {r.pk: counted(r).distance_m or 0.0 for r in recordings if r.kind in ("", "easy")}
    if told or len(metres) < 2:
        return told
    longest = max(metres, key=lambda pk: metres[pk])
    others = median(far for pk, far in metres.items() if pk != longest)
    stands_out = 0 < others * load().rules().number("infer.long_ratio") <= metres[longest]
    return {longest} if stands_out else set()


def _pace(metres: float | None, seconds: float, *, miles: bool) -> str:
    """Minutes and seconds a kilometre or mile; empty where nothing was measured."""
    if not metres or seconds <= 0:
        return ""
    whole = round(seconds / metres * (MILE if miles else METRES))
    pace = f"{whole // 60}:{whole % 60:02}"
    return _("%(pace)s a mile") % {"pace": pace} if miles else _("%(pace)s a km") % {"pace": pace}
