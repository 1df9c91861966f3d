"""The pictures of progress with their words."""

import logging
from collections.abc import Callable
from functools import lru_cache

from django.utils.dates import MONTHS_3
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from backstride.charts import adherence, levels, pain, weeks
from backstride.knowledge import Library
from backstride.web.forms.amounts import METRES, MILE
from backstride.web.telling.progress import Progress

_KEPT = 32  # pictures; the same data give the same bytes, so a second look costs nothing
_pain_svg = lru_cache(_KEPT)(pain.pain_svg)
_adherence_svg = lru_cache(_KEPT)(adherence.adherence_svg)
_levels_svg = lru_cache(_KEPT)(levels.levels_svg)
_weeks_svg = lru_cache(_KEPT)(weeks.weeks_svg)

logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it remarks on fonts


def pain_picture(told: Progress, _library: Library, *, miles: bool) -> str:  # noqa: ARG001
    """Morning scores, the baseline, the worst of each day, the lights."""
    points = tuple(
        pain.PainPoint(d.day, d.morning, d.worst, d.baseline, d.light.light if d.light else "")
        for d in told.pain
    )
    words = pain.Words(
        title=_("Pain, 0 to 10"),
        description=_("The table behind this picture has every day."),
        morning=_("morning"),
        baseline=_("your usual"),
        worst=_("worst of the day"),
        light=_("Light: tall is red, half amber, low green"),
        months=_months(),
    )
    return _pain_svg(points, words)


def sessions_picture(told: Progress, _library: Library, *, miles: bool) -> str:  # noqa: ARG001
    """Sessions done against planned."""
    bars = tuple(adherence.WeekDone(w.monday, w.planned, w.done, w.over) for w in told.weeks)
    words = adherence.Words(
        title=_("Sessions by week"),
        description=_("The table behind this picture has every week."),
        done=_("done"),
        planned=_("planned"),
        months=_months(),
    )
    return _adherence_svg(bars, words)


def levels_picture(told: Progress, _library: Library, *, miles: bool) -> str:  # noqa: ARG001
    """The level of each exercise."""
    last = max(day for ladder in told.ladders for day, _level in ladder.done)
    rows = tuple(
        levels.Ladder(ladder.name, ladder.top - 1, tuple((day, level - 1) for day, level in ladder.done))
        for ladder in told.ladders
    )
    words = levels.Words(
        title=_("Level of each exercise"),
        description=_("The table behind this picture has every exercise."),
        months=_months(),
    )
    return _levels_svg(rows, last, words)


def runs_picture(told: Progress, library: Library, *, miles: bool) -> str:
    """Distance by week with the longest run."""
    unit = MILE if miles else METRES
    bars = tuple(
        weeks.Bar(w.monday, w.distance_m / unit, _in(w.longest_m, unit), _in(w.limit_m, unit), w.over)
        for w in told.runs
    )
    rules = library.rules()
    share = number_format(rules.series("run.ratio_bands")[0], 2)
    words = weeks.Words(
        title=_("Distance by week"),
        description=_("The table behind this picture has every week."),
        longest=_("longest run"),
        others=_("other runs"),
        limit=_("%(share)s × longest of %(days)s days before")
        % {"share": share, "days": rules.whole("run.window_days")},
        months=_months(),
        unit=_("mi") if miles else _("km"),
    )
    return _weeks_svg(bars, words)


PICTURES: dict[str, tuple[str, Callable[..., str]]] = {
    "pain": ("pain", pain_picture),
    "sessions": ("weeks", sessions_picture),
    "levels": ("ladders", levels_picture),
    "runs": ("runs", runs_picture),
}


def _months() -> tuple[str, ...]:
    return tuple(str(capfirst(str(MONTHS_3[n]))) for n in range(1, 13))


def _in(metres: float | None, unit: float) -> float | None:
    return None if metres is None else metres / unit
