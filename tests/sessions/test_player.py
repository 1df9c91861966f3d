"""The player with a clock and keys that a test sets: what it shows, when it rings, how it ends."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest
from rich.console import Console
from rich.text import Text

from backstride.cli.playing.loop import Ended, Player
from backstride.cli.playing.playback import Playback
from backstride.cli.playing.screen import Screen
from backstride.knowledge.translations import library_in, load_translation
from backstride.sessions.script import Cue, Part, Script
from sessions.made import LIBRARY, script

SHORT = script(("dead_bug", 0), ("side_plank", 0))


@dataclass
class Pressed:
    """Keys at given seconds; waiting for one moves the clock. `None` ends with Ctrl-C."""

    at: Mapping[float, str | None]
    now: float = 0.0
    lent: int = 0
    left: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.left = sorted(self.at)

    def __enter__(self) -> "Pressed":
        return self

    def __exit__(self, *of_an_error: object) -> None:
        self.lent += 1

    def poll(self, seconds: float) -> str | None:
        self.now += 2.5 * seconds
        if self.left and self.left[0] <= self.now:
            key = self.at[self.left.pop(0)]
            if key is None:
                raise KeyboardInterrupt
            return key
        return None

    def release(self) -> None:
        self.lent += 1

    def seize(self) -> None:
        self.lent -= 1


def played(
    keys: Mapping[float, str | None], hurts: Callable[[], bool] = lambda: False, of: Script = SHORT
) -> tuple[Ended, Playback, str, float]:
    """How it ended, what was played, everything shown, and when it ended."""
    out = Console(file=io.StringIO(), force_terminal=True, width=80, height=30)
    pressed = Pressed(keys)
    playback = Playback(of, 0.0)
    player = Player(out, Screen(LIBRARY, of), pressed, lambda: pressed.now, hurts)
    ended = player.play(playback)
    assert pressed.lent == 1  # the terminal is given back, whatever happened
    text = out.file.getvalue()  # type: ignore[attr-defined]
    return ended, playback, text, pressed.now


def test_a_session_is_played_to_its_end() -> None:
    ended, playback, text, now = played({})
    assert (ended, playback.over) == ("done", True)
    assert now == pytest.approx(SHORT.seconds, abs=0.25)
    for shown in ("Dead bug", "Side plank", "1 of 8, right side", "Change to the right side", "Breathe out"):
        assert shown in text


def test_the_bell_rings_at_each_end_but_not_between_repetitions() -> None:
    _, _, text, _ = played({})
    others = [
        cue
        for cue, after in zip(SHORT.cues, SHORT.cues[1:], strict=False)
        if not cue.kind == after.kind == "rep"
    ]
    assert text.count("\a") == len(others)


def test_space_pauses_and_goes_on() -> None:
    ended, _, text, now = played({20.0: "pause", 50.0: "pause"})
    assert ended == "done"
    assert now == pytest.approx(SHORT.seconds + 30, abs=0.6)
    assert "Paused" in text


def test_q_ends_it_with_what_was_done() -> None:
    ended, playback, _, now = played({31.0: "q"})
    assert (ended, now) == ("quit", 31.0)
    assert sum(playback.played.values()) == pytest.approx(31, abs=0.3)


def test_ctrl_c_ends_it_with_what_was_done() -> None:
    ended, playback, _, _ = played({31.0: None})
    assert ended == "interrupted"
    assert sum(playback.played.values()) == pytest.approx(31, abs=0.3)


@pytest.mark.parametrize(("stops", "end"), [(True, "red"), (False, "done")])
def test_when_it_hurts_a_red_light_ends_it_and_another_pauses(stops: bool, end: str) -> None:
    asked = []

    def hurts() -> bool:
        asked.append(True)
        return stops

    ended, playback, text, _ = played({31.0: "h", 60.0: "pause"}, hurts)
    assert (ended, asked, playback.over) == (end, [True], not stops)
    assert ("Paused" in text) is not stops


def test_skip_and_back() -> None:
    ended, _, _, now = played({5.0: "skip", 16.0: "skip", 17.0: "back", 25.0: "skip"})
    assert ended == "done"
    assert now < SHORT.seconds


def test_a_figure_may_stand_above_the_words() -> None:
    def figure(cue: Cue, part: Part, into_s: float) -> Text:
        return Text(f"<{cue.exercise} {part.phase} {part.side}>")

    screen = Screen(LIBRARY, SHORT, figure)
    out = Console(file=io.StringIO(), width=80)
    out.print(screen.at(Playback(SHORT, 0.0).tick(16), paused=False))
    assert "<dead_bug move right>" in out.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 12), (28, 40)])
def test_every_moment_fits_the_terminal(language: str, width: int, height: int) -> None:
    library = library_in(LIBRARY, load_translation(language))
    of = script(("side_plank", 1), ("wall_sit", 0), ("cat_cow", 0), ("hip_flexor_half_kneel", 0))
    screen = Screen(library, of, width=width, height=height)
    playback = Playback(of, 0.0)
    for n in range(0, of.seconds, 3):
        out = Console(file=io.StringIO(), width=width)
        out.print(screen.at(playback.tick(n), paused=n % 2 == 0))
        lines = out.file.getvalue().splitlines()  # type: ignore[attr-defined]
        assert max(map(len, lines)) <= width
        if width >= 40:
            assert len(lines) <= height
