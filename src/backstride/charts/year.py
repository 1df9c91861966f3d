"""A year on one picture: levels as steps, the hard sets of each week as bars, the light of each day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from backstride.charts import palette
from backstride.charts.svg import svg_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDE, _HIGH = 720, 560
_DOTS = 72
_TEXT, _SMALL = 13.0, 11.0


@dataclass(frozen=True, slots=True)
class Path:
    """An exercise and the days on which its level changed, oldest first."""

    name: str
    levels: Sequence[tuple[date, int]]


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the picture; `months` are twelve short names."""

    title: str
    description: str
    levels: str
    sets: str
    lights: str
    months: Sequence[str]


def year_svg(
    paths: Sequence[Path], sets: Sequence[tuple[date, int]], lights: Sequence[tuple[date, str]], words: Words
) -> str:
    """The picture as SVG text; `sets` by the first day of each week. Raises ValueError for no week."""
    if not sets:
        raise ValueError("a chart of no week")
    return svg_of(lambda: _drawn(paths, sets, lights, words), words.title, words.description)


def _numbered(days: Sequence[date]) -> list[float]:
    """Days as the library counts them."""
    from matplotlib.dates import date2num

    return [float(date2num(day)) for day in days]  # type: ignore[no-untyped-call]


def _drawn(
    paths: Sequence[Path], sets: Sequence[tuple[date, int]], lights: Sequence[tuple[date, str]], words: Words
) -> "Figure":
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDE / _DOTS, _HIGH / _DOTS), dpi=_DOTS, facecolor=palette.GROUND.light)
    figure.text(0.03, 0.965, words.title, fontsize=_TEXT + 3, color=palette.INK.light, va="center")
    first, last = sets[0][0], sets[-1][0] + timedelta(days=7)
    high = 0.42 / max(1, len(paths))
    for n, path in enumerate(paths):
        _levels(figure.add_axes((0.33, 0.90 - (n + 1) * high, 0.64, high * 0.74)), path, first, last)
    bars = figure.add_axes((0.33, 0.17, 0.64, 0.25))
    middles = _numbered([day + timedelta(days=3) for day, _ in sets])
    bars.bar(middles, [n for _, n in sets], 5.6, color=palette.REST.light)
    _plain(bars, first, last)
    bars.tick_params(labelsize=_SMALL, labelcolor=palette.QUIET.light, length=0)
    bars.set_xticks([])
    figure.text(0.03, 0.295, words.sets, fontsize=_TEXT, color=palette.INK.light, va="center")
    strip = figure.add_axes((0.33, 0.085, 0.64, 0.045))
    _lights(strip, lights)
    _plain(strip, first, last)
    strip.set_yticks([])
    _months(strip, first, last, words)
    figure.text(0.03, 0.107, words.lights, fontsize=_TEXT, color=palette.INK.light, va="center")
    return figure


def _levels(axes: "Axes", path: Path, first: date, last: date) -> None:
    days = [day for day, _ in path.levels] + [last]
    levels = [level for _, level in path.levels]
    axes.step(_numbered(days), [*levels, levels[-1]], where="post", color=palette.ACCENT.light, linewidth=2)
    _plain(axes, first, last)
    axes.set_xticks([])
    axes.set_ylim(-0.6, max(levels) + 0.6)
    axes.set_yticks(sorted({0, max(levels)}))
    axes.tick_params(labelsize=_SMALL, labelcolor=palette.QUIET.light, length=0)
    axes.text(
        -0.465, 0.5, path.name, transform=axes.transAxes, fontsize=_TEXT, color=palette.INK.light, va="center"
    )


def _lights(axes: "Axes", lights: Sequence[tuple[date, str]]) -> None:
    """Told apart by height and tone, so that no colour has to be seen: red high, amber half, green a line."""
    tall = {"red": (1.0, palette.ACCENT), "amber": (0.6, palette.REST), "green": (0.18, palette.RULE)}
    for light, (height, colour) in tall.items():
        days = [day for day, lit in lights if lit == light]
        axes.bar(_numbered(days), [height] * len(days), 1.0, color=colour.light)
    axes.set_ylim(0, 1)


def _months(axes: "Axes", first: date, last: date, words: Words) -> None:
    starts = [date(year, month, 1) for year in (first.year, first.year + 1) for month in range(1, 13)]
    shown = [day for day in starts if first <= day < last]
    axes.set_xticks(_numbered(shown), [words.months[day.month - 1] for day in shown], ha="left")
    axes.tick_params(axis="x", labelsize=_SMALL, labelcolor=palette.QUIET.light, length=0)


def _plain(axes: "Axes", first: date, last: date) -> None:
    axes.set_facecolor("none")
    axes.set_xlim(*_numbered([first, last]))
    for name, spine in axes.spines.items():
        spine.set_visible(name == "bottom")
        spine.set_color(palette.RULE.light)
