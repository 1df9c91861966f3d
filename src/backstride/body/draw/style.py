"""The colours: one file for light, dark and print, by custom properties that fall back on the text's colour.

A page sets `--bs-ink`, `--bs-paper` or `--bs-work` to taste. A picture that stands alone follows the reader's
light or dark setting. Shades are ink mixed into paper, so that all is told by lightness too.
"""

from dataclasses import dataclass

# Share of ink, near and far.
SHADES = {
    "skin": (58, 30),
    "shirt": (80, 44),
    "shorts": (93, 54),
    "hair": (100, 100),
    "mark": (100, 100),
    "prop": (34, 34),
    "cushion": (20, 20),
    "mat": (13, 13),
    "edge": (24, 24),
    "ground": (9, 9),
    "arrow": (52, 52),
}


@dataclass(frozen=True)
class Palette:
    """Three colours as #rrggbb."""

    ink: str
    paper: str
    work: str


LIGHT = Palette("#1f3350", "#ffffff", "#e8590c")
DARK = Palette("#e6edf6", "#12161c", "#ff8a3d")
MONO = Palette("#000000", "#ffffff", "#c8c8c8")  # what works is light where no colour tells it


def style(palette: Palette | None = None) -> str:
    """The style sheet: with custom properties, or of one palette for what knows no properties."""
    if palette is None:
        head = (
            f".bsf:root{{color:{LIGHT.ink};--bs-paper:{LIGHT.paper}}}"
            f"@media(prefers-color-scheme:dark){{.bsf:root{{color:{DARK.ink};--bs-paper:{DARK.paper};"
            f"--bs-work:{DARK.work}}}}}"
            f".bsf{{--i:var(--bs-ink,currentColor);--p:var(--bs-paper,Canvas);--w:var(--bs-work,{LIGHT.work})}}"
            "@media(forced-colors:active),(monochrome){.bsf{--w:color-mix(in srgb,var(--i) 22%,var(--p))}}"
        )
    else:
        head = ""
    rules = []
    for number, group in enumerate(("n", "f")):
        for tone, shades in SHADES.items():
            if number and shades[0] == shades[1]:
                continue
            scope = f".bsf .{group} " if shades[0] != shades[1] else ".bsf "
            rules.append(f"{scope}.{tone}{{fill:{_mixed(shades[number], palette)}}}")
    paper = "var(--p)" if palette is None else palette.paper
    work = "var(--w)" if palette is None else palette.work
    arrow = _mixed(SHADES["arrow"][0], palette)
    strap = _mixed(78, palette)
    rules += [
        f".bsf .work{{fill:{work}}}",
        ".bsf .f .work{opacity:.62}",
        f".bsf .halo{{stroke:{paper};stroke-width:10;stroke-linejoin:round}}",
        ".bsf .line,.bsf .rim,.bsf .strap{fill:none;stroke-linecap:round;stroke-linejoin:round}",
        f".bsf .line{{stroke:{arrow};stroke-width:13}}.bsf .rim{{stroke:{paper};stroke-width:27}}",
        f".bsf .cushion{{stroke:{_mixed(70, palette)};stroke-width:9}}",
        f".bsf .strap{{stroke:{strap};stroke-width:16}}",
    ]
    return head + "".join(rules)


def still_instead() -> str:
    """The rule that shows the still instead of the animation to who wants less motion."""
    return (
        ".bsf .still{display:none}@media(prefers-reduced-motion:reduce)"
        "{.bsf .moving{display:none}.bsf .still{display:inline}}"
    )


def _mixed(share: int, palette: Palette | None) -> str:
    if palette is None:
        return "var(--i)" if share == 100 else f"color-mix(in srgb,var(--i) {share}%,var(--p))"
    ink, paper = (_channels(colour) for colour in (palette.ink, palette.paper))
    mixed = (round((i * share + p * (100 - share)) / 100) for i, p in zip(ink, paper, strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[n : n + 2], 16) for n in (1, 3, 5))
