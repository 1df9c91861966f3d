"""A script as a table: a line for each set, rest and change, with what is said first."""

from collections.abc import Iterator
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.table import Table

from backstride.cli.page import Page
from backstride.cli.words import dose_words, exercise_words, slot_words
from backstride.sessions.script import Cue, Script


def show_script(page: Page, script: Script) -> None:
    """One script: heading, then its cues, or the moves of a card."""
    library, word = page.library, page.word
    length = f", {_clock(script.seconds)}" if script.seconds else ""
    page.heading((slot_words(script.slot, word) if script.slot is not None else "") + length)
    for card in script.cards:
        name = exercise_words(library, card.exercise, card.level)
        page.line(f"{name}: {dose_words(card, word)}", indent=2)
    if script.cues:
        page.out.print(_table(page, script))


def _table(page: Page, script: Script) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for title, side in (("At", "right"), ("s", "right"), ("Shown", "left"), ("Said first", "left")):
        table.add_column(page.word(title), justify="right" if side == "right" else "left")
    for cues in _blocks(script):
        first, seconds = cues[0], sum(cue.seconds for cue in cues)
        table.add_row(_clock(first.start_s), f"{seconds:g}", _shown(page, cues), _said(cues))
    return table


def _blocks(script: Script) -> Iterator[list[Cue]]:
    """The repetitions of a set together, each other cue by itself."""

    def block(numbered: tuple[int, Cue]) -> object:
        number, cue = numbered
        return (cue.exercise, cue.set, cue.reps) if cue.kind == "rep" else number

    # Two sides of one set have a change of sides between them, so they are not taken together.
    for _, found in groupby(enumerate(script.cues), block):
        yield [cue for _, cue in found]


def _shown(page: Page, cues: list[Cue]) -> str:
    first = cues[0]
    if first.kind != "rep" or first.exercise is None or first.level is None:
        return first.show
    sides = {cue.side for cue in cues}
    told = f"{first.reps} {page.word('each side')}" if len(sides) > 1 else f"{len(cues)}"
    where = "" if len(sides) > 1 or first.side is None else f", {page.library.messages[_side(first)]}"
    return f"{exercise_words(page.library, first.exercise, first.level)}: {told}{where}"


def _side(cue: Cue) -> str:
    return "cue.left" if cue.side == "left" else "cue.right"


def _said(cues: list[Cue]) -> str:
    return next((said.text for cue in cues for said in cue.say), "")


def _clock(seconds: float) -> str:
    return f"{int(seconds // 60)}:{seconds % 60:04.1f}".removesuffix(".0")
