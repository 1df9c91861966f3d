"""Pain by day: the morning score with its baseline, the worst of the day, and the light below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from backstride.charts import frame, palette
from backstride.charts.svg import svg_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDE, _HIGH = 520, 360
_MOST = 10.0
# Told apart by height and tone, so that no colour has to be seen.
_HEIGHTS = {"red": (1.0, palette.ACCENT), "amber": (0.6, palette.REST), "green": (0.2, palette.QUIET)}


@dataclass(frozen=True, slots=True)
class PainPoint:
    """A day: scores 0-10, None where not known; `light` green, amber, red, or empty where not known."""

    day: date
    morning: float | None
    worst: float | None
    baseline: float | None
    light: str


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the picture, in the reader's language; `months` are twelve short names."""

    title: str
    description: str
    morning: str
    baseline: str
    worst: str
    light: str
    months: Sequence[str]


def pain_svg(points: Sequence[PainPoint], words: Words) -> str:
    """The picture of at least one day, oldest first, as SVG text. Raises ValueError for no day."""
    if not points:
        raise ValueError("a chart of no day")
    return svg_of(lambda: _drawn(points, words), words.title, words.description)


def _drawn(points: Sequence[PainPoint], words: Words) -> "Figure":
    figure = frame.figure(_WIDE, _HIGH)
    axes = figure.add_axes((0.06, 0.26, 0.92, 0.53))
    first, last = points[0].day, points[-1].day
    if (last - first).days < frame.FEWEST_DAYS:
        first = last - timedelta(days=frame.FEWEST_DAYS)
    frame.plain(axes)
    axes.set_ylim(-0.35, _MOST + 0.35)
    axes.set_yticks([0, 2, 4, 6, 8, 10])
    _scores(axes, points)
    strip = figure.add_axes((0.06, 0.13, 0.92, 0.07))
    frame.plain(strip, grid=False)
    strip.set_ylim(0, 1)
    strip.set_yticks([])
    for light, (height, colour) in _HEIGHTS.items():
        days = [frame.number(p.day) for p in points if p.light == light]
        strip.bar(days, [height] * len(days), 0.86, color=colour.light, linewidth=0)
    for each in (axes, strip):
        each.set_xlim(frame.number(first) - 0.7, frame.number(last) + 0.7)
    axes.set_xticks([])
    strip.set_xticks(*frame.day_marks(first, last, words.months))
    figure.text(0.02, 0.215, words.light, fontsize=frame.SMALL, color=palette.QUIET.light, va="center")
    keys: tuple[tuple[palette.Colour, str, frame.Mark], ...] = (
        (palette.ACCENT, words.morning, "line"),
        (palette.INK, words.baseline, "dashes"),
        (palette.REST, words.worst, "dot"),
    )
    frame.legend(figure, words.title, keys)
    return figure


def _scores(axes: "Axes", points: Sequence[PainPoint]) -> None:
    """A line breaks where a day is missing or not known: nothing is guessed between."""
    worst = [p for p in points if p.worst is not None]
    axes.plot(
        [frame.number(p.day) for p in worst],
        [p.worst or 0.0 for p in worst],
        linestyle="none",
        marker="o",
        markersize=5,
        color=palette.REST.light,
    )
    known = {p.day: p for p in points}
    days = [points[0].day + timedelta(days=n) for n in range((points[-1].day - points[0].day).days + 1)]
    places = [frame.number(day) for day in days]
    usual = [_of(known.get(day), "baseline") for day in days]
    axes.plot(places, usual, linestyle=(0, (4, 3)), color=palette.INK.light, linewidth=1.4)
    size = 5.5 if len(days) <= 60 else 3.5
    mornings = [_of(known.get(day), "morning") for day in days]
    axes.plot(places, mornings, marker="o", markersize=size, color=palette.ACCENT.light, linewidth=1.8)


def _of(point: PainPoint | None, name: str) -> float:
    value = getattr(point, name) if point is not None else None
    return float("nan") if value is None else float(value)
