"""SVG to pixels: PNG, and moving pictures as APNG and GIF."""

import io
from typing import Literal

import numpy as np

from backstride.body.draw.style import LIGHT, Palette
from backstride.body.draw.svg import still
from backstride.body.track import Track

Moving = Literal["apng", "gif"]


def png(svg: str, width: int, background: str | None = None) -> bytes:
    """A PNG of that width in pixels, transparent unless a background colour is given.

    The SVG has to be drawn with a palette: what makes the pixels knows no custom properties.
    """
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(svg_string=svg, width=width, background=background, skip_system_fonts=True)
    )


def moving(track: Track, kind: Moving, size: int, count: int, palette: Palette = LIGHT) -> bytes:
    """The movement as an endless picture of `count` frames, `size` pixels wide, on the palette's paper."""
    from PIL import Image

    times = np.arange(count) * (track.seconds / count)
    pictures = []
    for seconds in times:
        drawn = still(track, track.at(float(seconds)), palette=palette)
        pictures.append(Image.open(io.BytesIO(png(drawn, size, palette.paper))).convert("RGB"))
    out = io.BytesIO()
    each = round(1000 * track.seconds / count)
    if kind == "gif":
        # One table of colours for all frames, so that none flickers.
        table = pictures[len(pictures) // 2].quantize(64)
        pictures = [picture.quantize(palette=table, dither=Image.Dither.NONE) for picture in pictures]
    first, rest = pictures[0], pictures[1:]
    form = "PNG" if kind == "apng" else "GIF"
    first.save(out, form, save_all=True, append_images=rest, duration=each, loop=0, optimize=kind == "gif")
    return out.getvalue()
