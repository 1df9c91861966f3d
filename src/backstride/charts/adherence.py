"""Sessions by week: those done, and those that were planned and not done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from backstride.charts import frame, palette
from backstride.charts.svg import svg_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_WIDE, _HIGH = 520, 290
_FEWEST, _MOST_MARKS = 6, 6
_WIDTH = 0.66


@dataclass(frozen=True, slots=True)
class WeekDone:
    """A week from a Monday on; `planned` counts the done ones too. Not `over`: under way."""

    monday: date
    planned: int
    done: int
    over: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the picture, in the reader's language; `months` are twelve short names."""

    title: str
    description: str
    done: str
    planned: str
    months: Sequence[str]


def adherence_svg(weeks: Sequence[WeekDone], words: Words) -> str:
    """The picture of at least one week, oldest first, as SVG text. Raises ValueError for no week."""
    if not weeks:
        raise ValueError("a chart of no week")
    return svg_of(lambda: _drawn(weeks, words), words.title, words.description)


def _drawn(weeks: Sequence[WeekDone], words: Words) -> "Figure":
    from matplotlib.ticker import MaxNLocator

    figure = frame.figure(_WIDE, _HIGH)
    axes = figure.add_axes((0.06, 0.12, 0.92, 0.63))
    frame.plain(axes)
    for at, week in enumerate(weeks):
        pale = 1.0 if week.over else 0.55
        # Planned is an outline, done fills it: no colour has to be seen.
        axes.bar(
            at,
            week.planned,
            _WIDTH,
            facecolor="none",
            edgecolor=palette.REST.light,
            linewidth=1.5,
            alpha=pale,
        )
        axes.bar(at, week.done, _WIDTH, color=palette.ACCENT.light, linewidth=0, alpha=pale)
    axes.set_xlim(-0.6, max(len(weeks), _FEWEST) - 0.4)
    axes.set_ylim(0, max(2.0, max(week.planned for week in weeks) * 1.08))
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True, min_n_ticks=2, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    step = -(-len(weeks) // _MOST_MARKS)
    shown = range((len(weeks) - 1) % step, len(weeks), step)
    names = [f"{weeks[at].monday.day} {words.months[weeks[at].monday.month - 1]}" for at in shown]
    axes.set_xticks(list(shown), names)
    keys: tuple[tuple[palette.Colour, str, frame.Mark], ...] = (
        (palette.ACCENT, words.done, "bar"),
        (palette.REST, words.planned, "outline"),
    )
    frame.legend(figure, words.title, keys)
    return figure
