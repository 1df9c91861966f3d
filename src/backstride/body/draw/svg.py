"""A scene as SVG: still, animated without a script, a strip for print, a thumbnail."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape
from zlib import crc32

import numpy as np

from backstride.body.draw.figure import Layer, Shape
from backstride.body.draw.keys import keys
from backstride.body.draw.scene import HEIGHT, MARGIN, WIDTH, Scene, corners, scene, sheet_view
from backstride.body.draw.shape import HALVES, path
from backstride.body.draw.style import Palette, still_instead, style
from backstride.body.skeleton import Array
from backstride.body.track import Frame, Track

# Units of paper by which an outline may stir and still count as still.
_STILL = 1.5
MOST_BYTES = 38_000
# How far an outline may stray between two keys, in units of paper, from smooth to small.
_SLACKS = (1.2, 2.0, 3.0, 4.5, 7.0, 11.0, 16.0, 24.0, 34.0)
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
    text = ""
    for slack in _SLACKS:
        text = _animated(track, slack, palette, title)
        if len(text) <= MOST_BYTES:
            break

    return text


def thumbnail(track: Track, size: int = 64, *, palette: Palette | None = None) -> str:
    """The telling pose in a square: stouter, without what is lost when it is small."""
    shown = track.pose(track.plan.show)
    seen = sheet_view(track, [shown.stance], WIDTH, WIDTH, 30)
    drawn = scene(track, [shown], seen, stout=1.18, plain=True, with_arrows=False)
    body = [*_fixed(drawn), *_layers(drawn.layers, _prefix(track) + "o")]
    return _document(body, WIDTH, WIDTH, style(palette), _title(track), size)


def moments(track: Track, count: int = 4) -> list[Frame]:
    """The frames that tell the movement in a row: its poses in turn, and halves of the way between."""
    if count < 2:
        return [track.pose(track.plan.show)]
    done, times = 0.0, [0.0]
    for number, phase in enumerate(track.phases):
        done += phase.seconds
        if track.moves(number) and number < len(track.phases) - 1:
            times.append(done)
    while len(times) < min(count, 3):
        gaps = np.diff(times)
        wide = int(np.argmax(gaps))
        first = track.phases[0].seconds if wide == 0 else times[wide]
        times.insert(wide + 1, (first + times[wide + 1]) / 2)
    if len(times) > count:
        times = [times[round(n * (len(times) - 1) / (count - 1))] for n in range(count)]
    return [track.at(seconds) for seconds in times]


def strip(track: Track, count: int = 4, *, palette: Palette | None = None, title: str = "") -> str:
    """The movement's moments in a row with an arrow from each to the next, for paper."""
    frames = moments(track, count)
    ground = [f.stance for f in track.frames(_STEPS)]
    seen = sheet_view(track, ground)
    (left, top), (right, bottom) = corners(track, ground, seen)
    left, top = left - MARGIN, top - MARGIN
    wide, high = right + MARGIN - left, bottom + MARGIN - top
    gap, body = 70, []
    for number, frame in enumerate(frames):
        drawn = scene(track, [frame], seen, ground=ground, with_arrows=False)
        inner = [*_fixed(drawn), *_layers(drawn.layers, f"{_prefix(track)}{'pqrstuvw'[number]}")]
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


def _animated(track: Track, slack: float, palette: Palette | None, title: str) -> str:
    frames = track.frames(_STEPS)
    stances = [f.stance for f in frames]
    seen = sheet_view(track, stances)
    moving = scene(track, frames, seen)
    shown = scene(track, [track.pose(track.plan.show)], seen, ground=stances)
    times = np.array([f.seconds for f in frames]) / track.seconds
    prefix = _prefix(track)
    body = [
        *_fixed(moving),
        '<g class="moving">',
        *_layers(moving.layers, f"{prefix}m", times, track.seconds, slack),
        '</g><g class="still">',
        *_layers(shown.layers, f"{prefix}n"),
        "</g>",
        *_arrows(moving),
    ]
    return _document(body, WIDTH, HEIGHT, style(palette) + still_instead(), title or _title(track))


def _fixed(drawn: Scene) -> Iterator[str]:
    yield from (_path(shape, 0) for shape in drawn.behind)


def _arrows(drawn: Scene) -> Iterator[str]:
    yield from (_path(shape, 0) for shape in drawn.arrows)


def _layers(
    layers: Sequence[Layer], prefix: str, times: Array | None = None, seconds: float = 0.0, slack: float = 0.0
) -> Iterator[str]:
    number = 0
    for layer in layers:
        paths, halos = [], []
        # One part keeps the same frames throughout, lest its outlines drift apart between them.
        keep = [] if times is None else keys(np.hstack([s.points for s in layer.shapes]), times, slack)
        for shape in layer.shapes:
            name = f"{prefix}{number}" if shape.line else ""
            number += 1
            inner = "" if times is None else _animate(shape, times, seconds, keep)
            paths.append(_path(shape, 0, name, inner))
            if name:
                halos.append(f'<use href="#{name}"/>')
        halo = f'<g class="halo">{"".join(halos)}</g>' if halos else ""
        yield f'<g class="{"f" if layer.far else "n"}">{halo}{"".join(paths)}</g>'


def _path(shape: Shape, frame: int, name: str = "", inner: str = "") -> str:
    identity = f' id="{name}"' if name else ""
    start = f'<path{identity} class="{shape.tone}" d="{path(shape.points[frame], shape.kind)}"'
    return f"{start}>{inner}</path>" if inner else f"{start}/>"


def _animate(shape: Shape, times: Array, seconds: float, keep: Sequence[int]) -> str:
    """The outline's way through the frames; nothing where it stays."""
    if len(shape.points) < 2 or np.abs(shape.points - shape.points[0]).max() <= _STILL:
        return ""
    values = ";".join(path(shape.points[n], shape.kind) for n in keep)
    marks = ";".join(f"{times[n]:.3f}".rstrip("0").rstrip(".").replace("0.", ".", 1) or "0" for n in keep)
    return (
        f'<animate attributeName="d" dur="{seconds:g}s" repeatCount="indefinite" '
        f'keyTimes="{marks}" values="{values}"/>'
    )


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
