"""The level of each exercise over time, one below the other, each on its own ladder."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from backstride.charts import frame, palette
from backstride.charts.svg import svg_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDE, _ROW, _HEAD, _FOOT = 520, 62, 40, 30


@dataclass(frozen=True, slots=True)
class Ladder:
    """An exercise, the highest level of its ladder from 0, and the level of each session, oldest first."""

    name: str
    top: int
    done: Sequence[tuple[date, int]]


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the picture, in the reader's language; `months` are twelve short names."""

    title: str
    description: str
    months: Sequence[str]


def levels_svg(ladders: Sequence[Ladder], last: date, words: Words) -> str:
    """The picture of at least one exercise up to a day, as SVG text. Raises ValueError for none."""
    if not ladders or not all(ladder.done for ladder in ladders):
        raise ValueError("a chart of no session")
    return svg_of(lambda: _drawn(ladders, last, words), words.title, words.description)


def _drawn(ladders: Sequence[Ladder], last: date, words: Words) -> "Figure":
    high = _HEAD + _ROW * len(ladders) + _FOOT
    figure = frame.figure(_WIDE, high)
    frame.legend(figure, words.title, ())
    first = min(ladder.done[0][0] for ladder in ladders)
    first = min(first, last - timedelta(days=frame.FEWEST_DAYS))
    for row, ladder in enumerate(ladders):
        foot = high - _HEAD - _ROW * (row + 1)
        axes = figure.add_axes((0.06, (foot + 4) / high, 0.92, (_ROW - 28) / high))
        _row(axes, ladder, last)
        axes.set_xlim(frame.number(first) - 0.7, frame.number(last) + 0.7)
        if row == len(ladders) - 1:
            axes.set_xticks(*frame.day_marks(first, last, words.months))
        else:
            axes.set_xticks([])
        name_at = (foot + _ROW - 12) / high
        figure.text(0.02, name_at, ladder.name, fontsize=frame.SMALL, color=palette.INK.light, va="center")
    return figure


def _row(axes: "Axes", ladder: Ladder, last: date) -> None:
    """A step for each change, a dot for each session; every level that there is as a quiet line."""
    frame.plain(axes)
    axes.set_ylim(-0.5, ladder.top + 0.5)
    axes.set_yticks(range(ladder.top + 1), [""] * (ladder.top + 1))
    axes.tick_params(labelsize=frame.SMALL - 3)
    days = [frame.number(day) for day, _ in ladder.done]
    levels = [level for _, level in ladder.done]
    axes.step(
        [*days, frame.number(last)],
        [*levels, levels[-1]],
        where="post",
        color=palette.ACCENT.light,
        linewidth=1.8,
    )
    axes.plot(days, levels, linestyle="none", marker="o", markersize=4, color=palette.ACCENT.light)
