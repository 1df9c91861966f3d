"""The figure as text: its shape kept, moving with the script, and turned round for the other side."""

import pytest
from PIL import Image

from backstride.cli.playing.braille import Figures, dotted
from backstride.knowledge.figures import load_figures
from backstride.sessions.script import Cue, Script
from sessions.made import LIBRARY, script


def shown(figures: Figures, cue: Cue, at_s: float) -> str:
    """The figure at that second of a cue."""
    part = next(part for part in reversed(cue.figure) if part.at_s <= at_s)
    text = figures(cue, part, at_s)
    assert text is not None
    return text.plain


def work(of: Script, kind: str) -> list[Cue]:
    return [cue for cue in of.cues if cue.kind == kind]


def test_each_character_holds_eight_dots() -> None:
    picture = Image.new("L", (4, 4), 255)
    for dot in ((0, 0), (1, 3), (2, 1)):
        picture.putpixel(dot, 0)
    assert dotted(picture, 1, 2) == "\u2881\u2802"


@pytest.mark.parametrize(("rows", "columns"), [(3, 40), (14, 8)])
def test_a_shape_is_kept_in_the_room_there_is(rows: int, columns: int) -> None:
    lines = dotted(Image.new("L", (300, 200), 0), rows, columns).splitlines()
    assert len(lines) <= rows
    assert max(map(len, lines)) <= columns
    assert 2 * len(lines[0]) / (4 * len(lines)) == pytest.approx(1.5, rel=0.2)


def test_a_repetition_moves_out_and_back() -> None:
    figures = Figures(LIBRARY, 8, 60)
    rep = work(script(("bridge", 0)), "rep")[0]
    start, up, later = (shown(figures, rep, at) for at in (0.0, 2.0, 7.9))
    assert start != up
    assert later == up
    assert shown(figures, rep, 9.99) == start


def test_the_other_side_of_an_alternating_exercise_is_its_second_round() -> None:
    figures = Figures(LIBRARY, 8, 60)
    one, other = work(script(("dead_bug", 0)), "rep")[:2]
    assert shown(figures, one, 0) == shown(figures, other, 0)
    assert shown(figures, one, 3) != shown(figures, other, 3)


def test_the_other_side_of_a_hold_is_the_mirror_image() -> None:
    figures = Figures(LIBRARY, 8, 60)
    left, right = work(script(("side_plank", 0)), "hold")
    assert shown(figures, left, 1) != shown(figures, right, 1)


@pytest.mark.parametrize("exercise", load_figures().movements)
def test_every_exercise_has_a_figure_for_its_work(exercise: str) -> None:
    figures = Figures(LIBRARY, 6, 60)
    of = script((exercise, 0))
    cue = next(cue for cue in of.cues if cue.kind in ("rep", "hold", "flow"))
    drawn = shown(figures, cue, cue.figure[0].seconds)
    assert 2 <= len(drawn.splitlines()) <= 6
