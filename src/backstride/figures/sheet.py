"""All figures on one sheet, to look at: a PNG of strips, and a page of animations that needs nothing else."""

import io
from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

from backstride.body.draw.style import LIGHT, Palette
from backstride.body.draw.svg import animated, strip, thumbnail
from backstride.body.track import Track, track, usual_variant
from backstride.figures.raster import png
from backstride.knowledge.figures import load_figures
from backstride.knowledge.loader import load

_COLUMNS, _CELL, _LABEL = 2, (760, 250), 26

Which = Literal["usual", "hardest", "all"]

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Backstride: the figures</title>
<style>
:root{{color-scheme:light dark;--bs-paper:light-dark(#ffffff,#12161c);--bs-ink:light-dark(#1f3350,#e6edf6)}}
:root:has(#dark:checked){{color-scheme:dark}}:root:has(#light:checked){{color-scheme:light}}
:root:has(#mono:checked){{--bs-work:color-mix(in srgb,var(--bs-ink) 22%,var(--bs-paper))}}
body{{font:16px/1.4 system-ui,sans-serif;margin:1rem;background:var(--bs-paper);color:var(--bs-ink)}}
main{{display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:1rem}}
figure{{margin:0;border:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.5rem}}
figcaption{{display:flex;gap:.5rem;align-items:center;justify-content:space-between}}
svg{{display:block;width:100%;height:auto}}figcaption svg{{width:64px;flex:none}}
</style>
<p><label><input type="radio" name="look" id="auto" checked> as the system</label>
<label><input type="radio" name="look" id="light"> light</label>
<label><input type="radio" name="look" id="dark"> dark</label>
<label><input type="checkbox" id="mono"> without colour</label></p>
<main>{figures}</main></html>
"""


def all_tracks(which: Which = "usual") -> list[Track]:
    """The movement of every exercise that has one, in the library's order, in one variant or in all.

    The usual variant is that of the level a regular runner starts at. The hardest goes furthest, so that its
    pictures tell an exercise best to somebody who does not read its name.
    """
    found = []
    for exercise, movement in ((e, load_figures().movements.get(e)) for e in load().exercises):
        if movement is not None:
            hardest = load().exercises[exercise].ladder[-1].variant
            named = {"usual": [usual_variant(exercise)], "hardest": [hardest], "all": [*movement.variants]}
            found += [track(exercise, name) for name in named[which]]
    return found


def label(moving: Track, *, variant: bool) -> str:
    """The exercise's name, and its variant where that tells something."""
    name = load().exercises[moving.plan.exercise].name
    return f"{name} ({moving.plan.variant})" if variant else name


def page(tracks: Iterable[Track]) -> str:
    """An HTML page with every animation and thumbnail inside it."""
    figures = [
        f"<figure>{animated(each)}<figcaption>{escape(label(each, variant=True))}{thumbnail(each)}"
        "</figcaption></figure>"
        for each in tracks
    ]
    return _PAGE.format(figures="\n".join(figures))


def contact_sheet(tracks: Sequence[Track], palette: Palette = LIGHT, *, named: bool = True) -> bytes:
    """A PNG of each movement's strip, with its name below unless `named` is false."""
    from PIL import Image, ImageDraw, ImageFont

    width, height = _CELL
    rows = -(-len(tracks) // _COLUMNS)
    sheet = Image.new("RGB", (width * _COLUMNS, (height + _LABEL) * max(rows, 1)), palette.paper)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(16)
    for number, each in enumerate(tracks):
        picture = Image.open(io.BytesIO(png(strip(each, palette=palette), width * 2, palette.paper)))
        picture.thumbnail((width - 20, height - 10))
        x, y = number % _COLUMNS * width, number // _COLUMNS * (height + _LABEL)
        sheet.paste(picture, (x + (width - picture.width) // 2, y + (height - picture.height) // 2))
        told = label(each, variant=True) if named else str(number + 1)
        pen.text((x + 12, y + height), told, fill=palette.ink, font=font)
    out = io.BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()
