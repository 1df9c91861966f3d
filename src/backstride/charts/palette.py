"""The colours by what they mean, on a light ground and on a dark one: contrast 4.5 for text, 3 for bars."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """One meaning; `name` is that of the CSS variable `--bs-NAME`, by which a page may set its own."""

    name: str
    light: str
    dark: str


GROUND = Colour("ground", "#fffaf4", "#1f1a17")
INK = Colour("ink", "#3f3630", "#efe6dc")
QUIET = Colour("quiet", "#74685f", "#b3a69a")  # axes and labels that explain
RULE = Colour("rule", "#ece2d7", "#372f2a")
REST = Colour("rest", "#9c8c7d", "#776a60")  # what is no accent
ACCENT = Colour("accent", "#c2572f", "#e8895f")

ALL = (GROUND, INK, QUIET, RULE, REST, ACCENT)
