"""What the pictures of a runner's own data share: the sheet, the axes, the names of days, the key above."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from backstride.charts import palette

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LineStyle = Literal["-", "--", "none"]
DOTS = 72  # units to the inch, as text is measured
TEXT, SMALL = 17.0, 14.0
FEWEST_DAYS = 13  # shown, so that two days are no wall
_MOST_MARKS = 6
_ADVANCE = 0.0128  # of a width of 520 for each letter of a small text, in whatever font it is shown
_USUAL_WIDE = 520
_STYLES: dict[str, "LineStyle"] = {"line": "-", "dashes": "--", "dot": "none"}
Mark = Literal["line", "dashes", "dot", "bar", "outline"]


def figure(wide: float, high: float) -> "Figure":
    """An empty sheet of that size in units."""
    from matplotlib.figure import Figure

    return Figure(figsize=(wide / DOTS, high / DOTS), dpi=DOTS, facecolor=palette.GROUND.light)


def plain(axes: "Axes", *, grid: bool = True) -> None:
    """Axes with nothing but a floor and quiet lines."""
    axes.set_facecolor("none")
    for name, spine in axes.spines.items():
        spine.set_visible(name == "bottom")
        spine.set_color(palette.QUIET.light)
    if grid:
        axes.grid(axis="y", color=palette.RULE.light, linewidth=1)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, labelsize=SMALL, labelcolor=palette.QUIET.light, pad=5)


def number(day: date) -> float:
    """Where a day stands on an axis."""
    return float(day.toordinal())


def day_marks(first: date, last: date, months: Sequence[str]) -> tuple[list[float], list[str]]:
    """Where names stand below the days: some days of a few weeks, else first days of months."""
    days = (last - first).days
    if days <= 62:
        step = -(-(days + 1) // _MOST_MARKS)
        shown = [last - timedelta(days=n) for n in range(step // 2, days + 1, step)]
        return [number(d) for d in shown], [f"{d.day} {months[d.month - 1]}" for d in shown]
    begins = [d for n in range(days + 1) if (d := first + timedelta(days=n)).day == 1]
    begins = begins[:: -(-len(begins) // _MOST_MARKS)]
    names = [f"{d.year}" if d.month == 1 else months[d.month - 1] for d in begins]
    return [number(d) for d in begins], names


def legend(sheet: "Figure", title: str, keys: Iterable[tuple[palette.Colour, str, Mark]]) -> None:
    """Title and key above the picture, each name beside its mark."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle

    high = sheet.get_figheight() * DOTS
    top, below = 1 - 20 / high, 1 - 48 / high
    scale = _USUAL_WIDE / (sheet.get_figwidth() * DOTS)
    sheet.text(0.02, top, title, fontsize=TEXT, color=palette.INK.light, va="center", weight="bold")
    at = 0.02
    for colour, name, mark in keys:
        if mark in ("bar", "outline"):
            corner, size = (at, below - 5 / high), (0.03 * scale, 10 / high)
            inside = colour.light if mark == "bar" else "none"
            sheet.add_artist(
                Rectangle(corner, *size, facecolor=inside, edgecolor=colour.light, linewidth=1.5)
            )
        else:
            line = Line2D(
                [at, at + 0.015 * scale, at + 0.03 * scale],
                [below] * 3,
                color=colour.light,
                linewidth=1.8,
                linestyle=_STYLES[mark],
                marker="o" if mark != "dashes" else "",
                markevery=[1],
                markersize=5,
            )
            line.set_transform(sheet.transFigure)
            sheet.add_artist(line)
        sheet.text(at + 0.04 * scale, below, name, fontsize=SMALL, color=palette.QUIET.light, va="center")
        at += (0.04 + _ADVANCE * len(name) + 0.03) * scale
