"""Weeks of distance as bars, the longest run marked in each, and the line that it was not to pass."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from backstride.charts import palette
from backstride.charts.svg import svg_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDE, _HIGH = 520, 330  # units; legible at a width of 390 too
_DOTS = 72  # units to the inch, as text is measured
_TEXT, _SMALL = 17.0, 14.0
_WIDTH = 0.74  # of a bar, where there are gaps between them
_LINE = 1.7
_FEWEST = 6  # places, so that a single week is no wall
_GAPS_UP_TO = 60  # weeks; more stand side by side
_MOST_MARKS = 7
_ADVANCE = 0.0128  # of the width for each letter of a small text, in whatever font it is shown


@dataclass(frozen=True, slots=True)
class Bar:
    """A week from a day on, in the unit of the words; `longest` and `limit` may be unknown.

    A week under way is not `over`.
    """

    first: date
    distance: float
    longest: float | None
    limit: float | None
    over: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the picture, in the reader's language; `months` are twelve short names."""

    title: str
    description: str
    longest: str
    others: str
    limit: str
    months: Sequence[str]
    unit: str = "km"


def weeks_svg(bars: Sequence[Bar], words: Words) -> str:
    """The picture of at least one week, as SVG text. Raises ValueError for no week."""
    if not bars:
        raise ValueError("a chart of no week")
    return svg_of(lambda: _drawn(bars, words), words.title, words.description)


def _drawn(bars: Sequence[Bar], words: Words) -> "Figure":
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDE / _DOTS, _HIGH / _DOTS), dpi=_DOTS, facecolor=palette.GROUND.light)
    axes = figure.add_axes((0.085, 0.105, 0.895, 0.665))
    axes.set_facecolor("none")
    longest = [bar.longest or 0.0 for bar in bars]
    _bars(axes, bars, [0.0] * len(bars), longest, palette.ACCENT)
    _bars(axes, bars, longest, [max(bar.distance, bar.longest or 0.0) for bar in bars], palette.REST)
    _limit(axes, bars)
    _frame(axes, bars, words)
    _legend(figure, words)
    return figure


def _bars(
    axes: "Axes", bars: Sequence[Bar], feet: Sequence[float], heads: Sequence[float], colour: palette.Colour
) -> None:
    """Bars from feet to heads, paler for a week under way; of many weeks one outline."""
    if len(bars) > _GAPS_UP_TO:
        axes.stairs(heads, _edges(bars), baseline=list(feet), fill=True, color=colour.light, linewidth=0)
        return
    for at, (bar, foot, head) in enumerate(zip(bars, feet, heads, strict=True)):
        if head > foot:
            pale = 1.0 if bar.over else 0.5
            axes.bar(at, head - foot, _WIDTH, bottom=foot, color=colour.light, linewidth=0, alpha=pale)


def _edges(bars: Sequence[Bar]) -> list[float]:
    return [at - 0.5 for at in range(len(bars) + 1)]


def _limit(axes: "Axes", bars: Sequence[Bar]) -> None:
    """A step for each week, broken where nobody ran in the month before."""
    heights = [float("nan") if bar.limit is None else bar.limit for bar in bars]
    wide = _LINE if len(bars) <= _GAPS_UP_TO else _LINE / 2
    axes.stairs(heights, _edges(bars), baseline=None, color=palette.INK.light, linewidth=wide)


def _frame(axes: "Axes", bars: Sequence[Bar], words: Words) -> None:
    from matplotlib.ticker import MaxNLocator

    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(palette.QUIET.light)
    axes.grid(axis="y", color=palette.RULE.light, linewidth=1)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, labelsize=_SMALL, labelcolor=palette.QUIET.light, pad=5)
    axes.set_xlim(-0.7, max(len(bars), _FEWEST) - 0.3)
    highest = max(max(bar.distance, bar.limit or 0.0) for bar in bars)
    axes.set_ylim(0, highest * 1.06 or 1.0)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True, min_n_ticks=2, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}" if value else words.unit)
    places, names = _marks([bar.first for bar in bars], words.months)
    axes.set_xticks(places, names)


def _marks(mondays: Sequence[date], months: Sequence[str]) -> tuple[list[int], list[str]]:
    """Where the names under the bars stand: a few weeks by their days, else months, a January by its year."""
    if len(mondays) <= _MOST_MARKS - 1:
        return list(range(len(mondays))), [f"{day.day} {months[day.month - 1]}" for day in mondays]
    begins = [at for at, day in enumerate(mondays) if (day + timedelta(days=6)).day <= 7]
    ends = [mondays[at] + timedelta(days=6) for at in begins]
    if len(begins) > 4 * _MOST_MARKS:
        chosen = [(at, str(day.year)) for at, day in zip(begins, ends, strict=True) if day.month == 1]
    else:
        chosen = [
            (at, f"{day.year}" if day.month == 1 else months[day.month - 1])
            for at, day in zip(begins, ends, strict=True)
        ]
    step = -(-len(chosen) // _MOST_MARKS)
    january = next((place for place, (_, name) in enumerate(chosen) if name.isdecimal()), 0)
    chosen = chosen[january % step :: step]
    return [at for at, _ in chosen], [name for _, name in chosen]


def _legend(figure: "Figure", words: Words) -> None:
    """Title and key above the picture, each name in ink beside its colour."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle

    figure.text(0.02, 0.94, words.title, fontsize=_TEXT, color=palette.INK.light, va="center", weight="bold")
    at = 0.02
    for colour, name in (
        (palette.ACCENT, words.longest),
        (palette.REST, words.others),
        (palette.INK, words.limit),
    ):
        if colour is palette.INK:
            line = Line2D([at, at + 0.03], [0.855, 0.855], color=colour.light, linewidth=_LINE)
            line.set_transform(figure.transFigure)
            figure.add_artist(line)
        else:
            figure.add_artist(Rectangle((at, 0.84), 0.02, 0.03, color=colour.light, linewidth=0))
        swatch = 0.04 if colour is palette.INK else 0.03
        figure.text(at + swatch, 0.855, name, fontsize=_SMALL, color=palette.QUIET.light, va="center")
        at += swatch + _ADVANCE * len(name) + 0.035
