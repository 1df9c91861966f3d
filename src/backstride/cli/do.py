"""`backstride do`: plays today's session in the terminal, and logs what was done."""

from functools import partial
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.deciding import Outcome, decide_with, offer_to_save
from backstride.cli.inputs import gather
from backstride.cli.language import library_told
from backstride.cli.page import Page
from backstride.cli.playing.keys import TerminalKeys
from backstride.cli.playing.log import append, default_log
from backstride.cli.playing.loop import Ended, Player, interruptible
from backstride.cli.playing.playback import Playback
from backstride.cli.playing.record import Record
from backstride.cli.playing.screen import Figure, Screen, no_figure
from backstride.cli.refusal import BadInput, Finding
from backstride.cli.render_today import show_today
from backstride.cli.terminal import Quit, Terminal, terminal_of
from backstride.cli.words import slot_words
from backstride.knowledge import Library
from backstride.knowledge.figures import load_figures
from backstride.sessions.compile import day_scripts
from backstride.sessions.script import Script

Slot = Annotated[
    str | None, typer.Option("--slot", metavar="SLOT", help="Which of today's sessions, such as post_run.")
]
Log = Annotated[
    Path | None,
    typer.Option(
        "--log", metavar="FILE", help="Where sessions done are kept; default: among your data for Backstride."
    ),
]
Drawn = Annotated[bool, typer.Option("--figure/--no-figure", help="Draw the figure where there is room.")]
Speed = Annotated[float, typer.Option("--speed", min=0.1, max=100, help="How many times as fast.")]

# Lines of the words below a figure, and lines from which and to which a figure is worth drawing.
WORDS_ROWS, LEAST_ROWS, MOST_ROWS = 17, 6, 14


def do(
    context: typer.Context,
    runs: options.Runs = None,
    store: options.Store = None,
    profile: options.Profile = None,
    calendar: options.Calendar = None,
    now: options.Now = None,
    country: options.Country = None,
    lang: options.Lang = None,
    log: Log = None,
    slot: Slot = None,
    speed: Speed = 1.0,
    figure: Drawn = True,
) -> None:
    """Play today's session: counts, holds, sides and rests; then log what was done."""
    library, terminal = library_told(lang), terminal_of(context)
    if not terminal.interactive:
        raise BadInput(library.messages["do.no_terminal"])
    kept = log or default_log()
    inputs = gather(runs, profile, now, calendar, store, kept if kept.exists() else None)
    outcome = decide_with(inputs, library, terminal)
    page = Page(console(), library)
    if outcome.decision.week is None:
        show_today(page, outcome.decision, country)
        raise Finding
    script = _chosen(outcome, library, terminal, slot)
    if script is None:
        page.line(library.messages["do.all_done"])
        return
    with interruptible():
        ended, record = _play(page, outcome, script, terminal, speed, figure=figure)
        try:
            if ended != "interrupted":
                record.ask(terminal, page)
        except Quit:
            pass  # the rest of the questions stays open
        except KeyboardInterrupt:
            ended = "interrupted"
        finally:
            _keep(page, record, kept)
    if ended == "interrupted":
        raise KeyboardInterrupt
    offer_to_save(terminal, outcome)


def _chosen(outcome: Outcome, library: Library, terminal: Terminal, slot: str | None) -> Script | None:
    """The session to play: the one asked for, else the only one, else the one that the person names."""
    week = outcome.decision.week
    if week is None:
        return None
    scripts = day_scripts(outcome.decision, week.days[0], library, load_figures().movements)
    found = {str(script.slot): script for script in scripts if script.seconds}
    names = ", ".join(found)

    def accept(text: str) -> str:
        if text not in found:
            raise ValueError(library.message("do.one_of", {"slots": names}))
        return text

    if slot is not None and slot not in found:
        told = {"slot": slot, "slots": names or library.word("none")}
        raise BadInput(library.message("do.no_such_slot", told))
    if not found:
        return None
    first = next(iter(found))
    if slot is None and len(found) > 1:
        slot = terminal.ask(library.message("do.which", {"slots": names}), accept, default=first)
    return found[slot or first]


def _play(
    page: Page, outcome: Outcome, script: Script, terminal: Terminal, speed: float, *, figure: bool
) -> tuple[Ended, Record]:
    library, out = page.library, page.out
    slot = slot_words(script.slot, library.word) if script.slot is not None else ""
    shown = library.message("do.begin", {"slot": slot, "minutes": -(-script.seconds // 60)})
    shows = _figures(page) if figure else no_figure
    screen = Screen(library, script, shows, width=out.width, height=out.height)
    terminal.ask(shown, lambda text: text)
    began = monotonic()
    playback = Playback(script, began, speed)
    record = Record(script, playback, outcome, library, outcome.inputs.now)
    hurts = partial(record.hurt, terminal, page)
    ended = Player(out, screen, TerminalKeys(), monotonic, hurts).play(playback)
    return ended, record


def _figures(page: Page) -> Figure:
    """Figures as large as the terminal has room for; none where it has too little, or no such characters."""
    rows = min(MOST_ROWS, page.out.height - WORDS_ROWS)
    if rows < LEAST_ROWS or not page.out.encoding.startswith("utf"):
        return no_figure
    # Here and not above: arrays and drawing take longer to load than the rest.
    from backstride.cli.playing.braille import Figures

    return Figures(page.library, rows, page.out.width - 2)


def _keep(page: Page, record: Record, path: Path) -> None:
    """Writes what was done, whatever ended it."""
    session = record.session()
    if session is None:
        page.line(page.library.messages["do.not_logged"])
        return
    append(path, session)
    page.line(page.library.message("do.logged", {"path": str(path)}))
    page.line(page.library.messages["do.tomorrow"], style="dim")
