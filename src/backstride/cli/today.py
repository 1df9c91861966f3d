"""`backstride today`: what to do today."""

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.deciding import decide_with, offer_to_save
from backstride.cli.inputs import gather
from backstride.cli.language import library_told
from backstride.cli.page import Page
from backstride.cli.refusal import Finding
from backstride.cli.render_calendar import calendar_notes
from backstride.cli.render_today import show_today
from backstride.cli.terminal import terminal_of


def today(
    context: typer.Context,
    runs: options.Runs = None,
    store: options.Store = None,
    log: options.Log = None,
    profile: options.Profile = None,
    calendar: options.Calendar = None,
    now: options.Now = None,
    country: options.Country = None,
    lang: options.Lang = None,
) -> None:
    """Show today alone: what, how long, and why now."""
    library, terminal = library_told(lang), terminal_of(context)
    outcome = decide_with(gather(runs, profile, now, calendar, store, log), library, terminal)
    notes = calendar_notes(outcome.inputs, days=1, word=library.word)
    show_today(Page(console(), library), outcome.decision, country, notes)
    offer_to_save(terminal, outcome)
    if outcome.decision.week is None:
        raise Finding
