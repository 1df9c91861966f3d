"""A scene as SVG: still, animated without a script, a strip for print, a thumbnail."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import count
from xml.sax.saxutils import escape
from zlib import crc32

from backstride.body.draw.arrow import pushes
from backstride.body.draw.figure import Layer, Shape
from backstride.body.draw.group import grouped, named, opened
from backstride.body.draw.moments import moments
from backstride.body.draw.motion import moving_layers
from backstride.body.draw.scene import HEIGHT, MARGIN, WIDTH, Scene, corners, scene, sheet_view
from backstride.body.draw.shape import HALVES, paths
from backstride.body.draw.style import Palette, still_instead, style
from backstride.body.track import Frame, Track

MOST_BYTES = 38_000
# How far an outline may stray between two keys, in units of paper, from smooth to small.
_SLACKS = tuple(1.2 * 1.12**n for n in range(32))
_STEPS = 8


def still(
    track: Track, frame: Frame | None = None, *, palette: Palette | None = None, title: str = ""
) -> str:
    """One frame, by default the pose that tells most, on a sheet that holds the whole movement."""
    frames = track.frames(_STEPS)
    seen = sheet_view(track, [f.stance for f in frames])
    shown = frame or track.pose(track.plan.show)
    drawn = scene(track, [shown], seen, ground=[f.stance for f in frames])
    body = [*_fixed(drawn), *_layers(drawn.layers, _prefix(track) + "k"), *_arrows(drawn)]
    return _document(body, WIDTH, HEIGHT, style(palette), title or _title(track))


def animated(track: Track, *, palette: Palette | None = None, title: str = "") -> str:
    """The movement, over and over, as smooth as the size allows; who wants less motion sees a still."""
    frames = track.frames(_STEPS)
    stances = [f.stance for f in frames]
    seen = sheet_view(track, stances)
    moving = scene(track, frames, seen)
    shown = scene(track, [track.pose(track.plan.show)], seen, ground=stances)
    prefix = _prefix(track)
    before = [*_fixed(moving), '<g class="moving">']
    after = ['</g><g class="still">', *_layers(shown.layers, f"{prefix}n"), "</g>", *_arrows(moving)]
    layers = moving_layers(moving.layers, f"{prefix}m", [f.seconds for f in frames])
    css, named = style(palette) + still_instead(), title or _title(track)
    room = MOST_BYTES - len(_document([*before, *after], WIDTH, HEIGHT, css, named).encode())
    # The finest that there is room for: the more slack, the smaller.
    last = len(_SLACKS) - 1
    slack = _SLACKS[bisect_left(_SLACKS, -room, hi=last, key=lambda each: -layers.length(each))]
    return _document([*before, *layers.drawn(slack), *after], WIDTH, HEIGHT, css, named)


def thumbnail(track: Track, size: int = 64, *, palette: Palette | None = None) -> str:
    """The telling pose in a square: stouter, without what is lost when it is small."""
    shown = track.pose(track.plan.show)
    seen = sheet_view(track, [shown.stance], WIDTH, WIDTH, 30)
    drawn = scene(track, [shown], seen, stout=1.18, plain=True, with_arrows=False)
    body = [*_fixed(drawn), *_layers(drawn.layers, _prefix(track) + "o")]
    return _document(body, WIDTH, WIDTH, style(palette), _title(track), size)


def strip(track: Track, count: int | None = None, *, palette: Palette | None = None, title: str = "") -> str:
    """The movement's moments in a row with an arrow from each to the next, for paper.

    `count`: at most so many, 2 to 5. Where the movement is small, arrows at the telling one show it.
    """
    frames = moments(track, count)
    ground = [f.stance for f in track.frames(_STEPS)]
    seen = sheet_view(track, ground)
    (left, top), (right, bottom) = corners(track, ground, seen)
    left, top = left - MARGIN, top - MARGIN
    wide, high = right + MARGIN - left, bottom + MARGIN - top
    gap, body = 70, []
    told = track.pose(track.plan.show).seconds
    for number, frame in enumerate(frames):
        drawn = scene(track, [frame], seen, ground=ground, with_arrows=False)
        inner = [*_fixed(drawn), *_layers(drawn.layers, f"{_prefix(track)}{'pqrstuvw'[number]}")]
        if frame.seconds == told:
            inner += [_path(shape, 0) for shape in pushes(track, seen)]
        x = number * (wide + gap)
        body.append(
            f'<g transform="translate({HALVES * (x - left):.0f} {-HALVES * top:.0f})">{"".join(inner)}</g>'
        )
        if number:
            x, y = round(HALVES * (x - gap / 2)), round(HALVES * high / 2)
            body.append(f'<path class="line" d="M{x - 44} {y}h88m-32-32l32 32-32 32"/>')
    width = len(frames) * (wide + gap) - gap
    return _document(body, round(width), round(high), style(palette), title or _title(track))


def sized(drawn: str, width: int) -> str:
    """The picture shown at that width in pixels, its height in proportion."""
    return drawn.replace("<svg ", f'<svg width="{width}" ', 1)


def _fixed(drawn: Scene) -> Iterator[str]:
    yield from (_path(shape, 0) for shape in drawn.behind)


def _arrows(drawn: Scene) -> Iterator[str]:
    yield from (_path(shape, 0) for shape in drawn.arrows)


def _layers(layers: Sequence[Layer], prefix: str) -> Iterator[str]:
    numbers = count()
    for layer in layers:
        shapes = named(layer, prefix, numbers)
        drawn = [_path(shape, 0, name) for shape, name in shapes]
        yield grouped(layer, drawn, [name for _, name in shapes])


def _path(shape: Shape, frame: int, name: str = "") -> str:
    return opened(shape, paths(shape.points[[frame]], shape.kind)[0], name) + "/>"


def _document(
    body: Sequence[str], width: float, height: float, css: str, title: str, size: int | None = None
) -> str:
    shown = f' width="{size}" height="{size}"' if size else ""
    box = f"0 0 {HALVES * width:g} {HALVES * height:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bsf" viewBox="{box}"{shown} '
        f'role="img"><title>{escape(title)}</title><style>{css}</style>{"".join(body)}</svg>\n'
    )


def _prefix(track: Track) -> str:
    """What the ids of a figure begin with, so that several stand on one page."""
    name = f"{track.plan.exercise}/{track.plan.variant}/{track.side}"
    return f"b{crc32(name.encode()):x}"


def _title(track: Track) -> str:
    side = f", {track.side} side" if track.side else ""
    return f"{track.plan.exercise.replace('_', ' ')}: {track.plan.variant}{side}"
