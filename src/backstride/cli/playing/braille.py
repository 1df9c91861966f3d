"""The moving figure as text: each character of braille holds eight dots of the drawing."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from rich.text import Text

from backstride.body.draw.style import MONO
from backstride.body.draw.svg import still
from backstride.body.track import NoMovement, Track, track
from backstride.figures.raster import png
from backstride.knowledge import Library
from backstride.sessions.script import Cue, FigurePhase, Part

if TYPE_CHECKING:
    from PIL.Image import Image

# Dots of a character by row and column, as Unicode numbers them.
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BLANK = 0x2800
_DARK = 170  # greys below this are ink
_PIXELS = 400  # width of the drawing before it is made small
_STEPS = 4  # moments shown of each phase: each is drawn once


@dataclass
class Figures:
    """Figures of at most `rows` lines and `columns` characters. What was drawn once is kept."""

    library: Library
    rows: int
    columns: int
    _tracks: dict[tuple[str, str, str | None], Track | None] = field(default_factory=dict)
    _drawn: dict[tuple[int, float], "Image"] = field(default_factory=dict)
    _told: dict[tuple[int, float], Text] = field(default_factory=dict)

    def __call__(self, cue: Cue, part: Part, into_s: float) -> Text | None:
        """The figure `into_s` seconds into the cue; nothing where the exercise has no movement."""
        moving = self._track(cue, part)
        if moving is None:
            return None
        gone = min(1.0, max(0.0, (into_s - part.at_s) / part.seconds))
        begin, end = _span(moving, part.phase, part.turn)
        moment = round(begin + (end - begin) * round(gone * _STEPS) / _STEPS, 3)
        key = (id(moving), moment)
        if key not in self._told:
            self._told[key] = self._text(moving, moment)
        return self._told[key]

    def _track(self, cue: Cue, part: Part) -> Track | None:
        if cue.exercise is None or cue.level is None:
            return None
        variant = self.library.exercises[cue.exercise].ladder[cue.level].variant
        key = (cue.exercise, variant, part.side)
        if key not in self._tracks:
            try:
                self._tracks[key] = track(*key)
            except NoMovement:
                self._tracks[key] = None
        return self._tracks[key]

    def _text(self, moving: Track, moment: float) -> Text:
        ends = accumulate(phase.seconds for phase in moving.phases)
        boxes = [_box(self._picture(moving, round(end, 3))) for end in ends]
        # One frame for the whole movement, so that the ground stays where it is.
        box = (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )
        return Text(dotted(self._picture(moving, moment).crop(box), self.rows, self.columns), no_wrap=True)

    def _picture(self, moving: Track, moment: float) -> "Image":
        from PIL import Image

        key = (id(moving), moment)
        if key not in self._drawn:
            svg = still(moving, moving.at(moment), palette=MONO)
            data = io.BytesIO(png(svg, _PIXELS, MONO.paper))
            self._drawn[key] = Image.open(data).convert("L")
        return self._drawn[key]


def dotted(picture: "Image", rows: int, columns: int) -> str:
    """A grey picture as at most so many lines and characters of braille, its shape kept."""
    from PIL.Image import Resampling

    scale = min(4 * rows / picture.height, 2 * columns / picture.width)
    wide, high = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    small: Any = picture.resize((wide, high), Resampling.BOX).load()
    lines = []
    for top in range(0, high, 4):
        codes = [
            sum(
                dot
                for y, pair in enumerate(_DOTS[: high - top])
                for x, dot in enumerate(pair[: wide - left])
                if small[left + x, top + y] < _DARK
            )
            for left in range(0, wide, 2)
        ]
        lines.append("".join(chr(_BLANK + code) for code in codes).rstrip(chr(_BLANK)))
    return "\n".join(lines)


def _box(picture: "Image") -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is drawn."""
    found = picture.point([255 if grey < _DARK else 0 for grey in range(256)]).getbbox()
    return found or (0, 0, picture.width, picture.height)


def _span(moving: Track, phase: FigurePhase, turn: int) -> tuple[float, float]:
    """From when to when a phase lasts in a movement; for the second of two sides, in its second round."""
    rounds = _rounds([written.phase for written in moving.phases])
    own = rounds[min(turn, len(rounds) - 1)]
    ends = [0.0, *accumulate(written.seconds for written in moving.phases)]
    found = [number for number in own if moving.phases[number].phase == phase]
    if found:
        return ends[found[0]], ends[found[-1] + 1]
    # A hold that the movement does not show is the end of the way out.
    out = [number for number in own if moving.phases[number].phase == "move"]
    at = ends[out[-1] + 1] if phase == "hold" and out else 0.0
    return at, at


def _rounds(phases: Sequence[str]) -> list[list[int]]:
    """The phases' numbers, a new round with each way out that follows a way back."""
    rounds: list[list[int]] = [[]]
    for number, phase in enumerate(phases):
        if phase == "move" and number and phases[number - 1] == "return":
            rounds.append([])
        rounds[-1].append(number)
    return rounds
