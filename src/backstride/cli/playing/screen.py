"""What is on the screen at a moment of a session. A figure may stand above the words."""

from collections.abc import Callable
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.text import Text

from backstride.cli.page import ACCENT
from backstride.cli.playing.digits import large
from backstride.cli.playing.playback import Place
from backstride.cli.words import exercise_words, slot_words
from backstride.knowledge import Library
from backstride.sessions.script import Cue, Part, Script

# The figure of a cue's part at `into_s` seconds of the cue, as text; nothing where there is none.
Figure = Callable[[Cue, Part, float], RenderableType | None]

COUNTED_S = 5  # holds from here on are counted in seconds, shorter ones only named
_BAR = 40
_COLOUR = {"rep": "bold green", "hold": "bold green", "flow": "bold green", "rest": "bold yellow"}


def no_figure(cue: Cue, part: Part, into_s: float) -> None:
    """For terminals without figures."""


@dataclass(frozen=True)
class Screen:
    """Shows places of a script in the library's language. `width` and `height` are the terminal's."""

    library: Library
    script: Script
    figure: Figure = no_figure
    width: int = 80
    height: int = 24

    def at(self, place: Place, *, paused: bool) -> RenderableType:
        """Everything that is shown at that place."""
        key = "do.keys_paused" if paused else "do.keys"
        drawn = self.figure(place.cue, place.part, place.into_s) if place.part is not None else None
        blocks: list[list[RenderableType]] = [
            [self._head(place)],
            [drawn] if drawn is not None else [],
            [
                Text(self._name(place.cue), style="bold"),
                Text(place.cue.show, style=_COLOUR.get(place.cue.kind, f"bold {ACCENT}")),
            ],
            self._count(place),
            [self._bar(place), Text(self._breath(place)), Text(self._then(place.cue), style="dim")],
            [Text(self.library.messages[key], style="reverse" if paused else "dim")],
        ]
        apart: list[RenderableType] = [] if self._small else [Text()]
        lines = [line for block in blocks if block for line in (*block, *apart)]
        return Group(*lines[: len(lines) - len(apart)])

    @property
    def _small(self) -> bool:
        return self.height < 18 or self.width < 30

    def _head(self, place: Place) -> Text:
        done = sum(cue.seconds for cue in self.script.cues[: place.number]) + place.into_s
        left = max(0, round(self.script.seconds - done))
        slot = self.script.slot
        where = f"{slot_words(slot, self.library.word)}  " if slot is not None else ""
        return Text(f"{where}-{left // 60}:{left % 60:02}", style="dim")

    def _name(self, cue: Cue) -> str:
        if cue.exercise is None or cue.level is None:
            return ""
        name = exercise_words(self.library, cue.exercise, cue.level)
        return name if cue.set is None or cue.sets in (None, 1) else f"{name} ({cue.set}/{cue.sets})"

    def _count(self, place: Place) -> list[RenderableType]:
        number, part = self._number(place), place.part
        style = "bold" if part is not None and part.phase == "hold" else ""
        if self._small:
            return [Text(str(number), style="bold")]
        return [Text(row, style=style) for row in large(number)]

    def _number(self, place: Place) -> int:
        """The repetition; in what is timed, the whole seconds left."""
        part = _held(place)
        if part is not None:
            return _up(part.at_s + part.seconds - place.into_s)
        return place.cue.rep if place.cue.rep is not None else _up(place.left_s)

    def _bar(self, place: Place) -> Text:
        whole, gone = place.cue.seconds, place.into_s
        if (part := _held(place)) is not None:
            whole, gone = part.seconds, place.into_s - part.at_s
        width = max(10, min(_BAR, self.width - 2))
        full = round(width * min(1.0, gone / whole)) if whole else width
        return Text("━" * full, style="green").append("━" * (width - full), style="dim")

    def _breath(self, place: Place) -> str:
        if place.part is None or place.cue.kind not in ("rep", "hold", "flow"):
            return ""
        if place.part.phase == "hold":
            held = "" if place.cue.kind == "hold" else f"{self.library.messages['cue.hold']}. "
            return held + self.library.messages["cue.say_breathe"]
        keys = {"in": "cue.say_breathe_in", "out": "cue.say_breathe_out", "steady": "cue.say_breathe"}
        return self.library.messages[keys[place.part.breath]]

    def _then(self, cue: Cue) -> str:
        if cue.next is None:
            return self.library.messages["do.last"]
        return self.library.message("do.then", {"name": self.library.exercises[cue.next].name})


def _held(place: Place) -> Part | None:
    """The hold inside a repetition that is long enough to be counted."""
    part = place.part
    counted = place.cue.kind == "rep" and part is not None and part.phase == "hold"
    return part if counted and part is not None and part.seconds >= COUNTED_S else None


def _up(seconds: float) -> int:
    """Whole seconds left: 1 until the very end."""
    return max(0, -int(-seconds // 1))
