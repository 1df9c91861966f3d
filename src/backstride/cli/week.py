"""`backstride week`: files and a profile to a week."""

from pathlib import Path
from typing import Annotated

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.deciding import decide_with, offer_to_save
from backstride.cli.files import write_text
from backstride.cli.inputs import gather
from backstride.cli.language import library_told
from backstride.cli.page import Page
from backstride.cli.refusal import Finding
from backstride.cli.render_week import show_decision
from backstride.cli.scenarios import as_file, as_line
from backstride.cli.terminal import terminal_of

Save = Annotated[
    Path | None,
    typer.Option("--save", metavar="FILE", help="Write the scenario too: 'replay' of it decides the same."),
]


def week(
    context: typer.Context,
    runs: options.Runs = None,
    store: options.Store = None,
    log: options.Log = None,
    profile: options.Profile = None,
    calendar: options.Calendar = None,
    now: options.Now = None,
    country: options.Country = None,
    save: Save = None,
    lang: options.Lang = None,
    as_json: options.AsJson = False,
) -> None:
    """Plan the week from today on, with a reason on every line; exit code 1 where there can be none yet."""
    library, terminal = library_told(lang, as_json=as_json), terminal_of(context)
    outcome = decide_with(
        gather(runs, profile, now, calendar, store, log), library, terminal, ask=not as_json
    )
    if save is not None:
        write_text(save, as_file(outcome.scenario))
    if as_json:
        typer.echo(as_line(outcome.decision), nl=False)
    else:
        show_decision(Page(console(), library), outcome.decision, outcome.inputs, country)
        offer_to_save(terminal, outcome)
    if outcome.decision.week is None:
        raise Finding
