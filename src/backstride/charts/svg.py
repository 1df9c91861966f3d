"""A drawn figure as SVG text: the same bytes each time, legible on light and dark, and told in words."""

import io
import re
from collections.abc import Callable
from html import escape
from threading import Lock
from typing import TYPE_CHECKING

from backstride.charts.palette import ALL

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
_FONT = "DejaVu Sans"  # comes with the library, so that a layout is the same on every machine
_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_PARTS = ("fill", "stroke")
_STYLE = re.compile(r'style="([^"]*)"')
_lock = Lock()  # the library's settings are those of the whole process


def svg_of(draw: "Callable[[], Figure]", title: str, description: str) -> str:
    """The figure that `draw` makes, as one SVG element; the title and description are for screen readers."""
    import matplotlib as mpl

    stream = io.StringIO()
    with _lock, mpl.rc_context():
        mpl.rcdefaults()
        # Ids that do not change from one drawing to the next, and text that stays text.
        mpl.rc("svg", hashsalt="backstride", fonttype="none")
        mpl.rc("font", family=_FONT)
        draw().savefig(stream, format="svg", metadata=_METADATA)
    return _finished(stream.getvalue(), title, description)


def _finished(drawn: str, title: str, description: str) -> str:
    """Without prologue and metadata; with words, classes for the colours, and fonts that are everywhere."""
    body = drawn[drawn.index("<svg") :]
    body = re.sub(r"\s*<metadata>.*?</metadata>", "", body, flags=re.DOTALL)
    opening, _, rest = body.partition(">")
    opening = re.sub(r'\b(width|height)="([\d.]+)pt"', r'\1="\2"', opening)
    words = f"<title>{escape(title)}</title>\n <desc>{escape(description)}</desc>\n <style>{_sheet()}</style>"
    rest = rest.replace(f"'{_FONT}'", FONTS).replace('<style type="text/css">*{', "<style>.bs-chart *{")
    rest = _STYLE.sub(_classed, rest)
    lines = (line.rstrip() for line in f'{opening} role="img" class="bs-chart">\n {words}{rest}'.splitlines())
    return "\n".join(lines) + "\n"


def _sheet() -> str:
    """The colours as variables. A viewer that knows none still has those that stand with each element."""
    light, dark = ("".join(f"--bs-{c.name}:{getattr(c, on)};" for c in ALL) for on in ("light", "dark"))
    classes = "".join(f".bs-{c.name}-{p}{{{p}:var(--bs-{c.name})!important}}" for c in ALL for p in _PARTS)
    return (
        f":where(.bs-chart){{{light}}}"
        f"@media (prefers-color-scheme:dark){{:where(.bs-chart){{{dark}}}}}"
        f"{classes}"
    )


def _classed(found: re.Match[str]) -> str:
    """A style together with the classes of the colours in it."""
    names = [f"bs-{c.name}-{part}" for c in ALL for part in _PARTS if f"{part}: {c.light}" in found[1]]
    return f'class="{" ".join(names)}" {found[0]}' if names else found[0]
