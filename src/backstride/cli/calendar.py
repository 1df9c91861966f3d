"""`backstride calendar`: what a calendar plans, and from which words each session was read."""

from typing import Annotated

import typer

from backstride.cli import options
from backstride.cli.calendars import WEEKS, last_day, name_of_source, plan_in
from backstride.cli.console import console
from backstride.cli.language import library_told
from backstride.cli.moment import moment, this_moment
from backstride.cli.page import Page
from backstride.cli.refusal import Finding
from backstride.cli.render_calendar import as_data, show_plan
from backstride.cli.scenarios import pretty

app = typer.Typer(help="Look at a calendar of planned runs.")

Source = Annotated[str, typer.Argument(metavar="FILE", help="An .ics, .csv or .json file, or an address.")]
Weeks = Annotated[int, typer.Option("--weeks", min=1, max=26, help="How many weeks from today on.")]


@app.callback()
def calendar() -> None:
    """Look at a calendar of planned runs."""


@app.command()
def show(
    source: Source,
    now: options.Now = None,
    weeks: Weeks = WEEKS,
    lang: options.Lang = None,
    as_json: options.AsJson = False,
) -> None:
    """Show each planned session with the words it was read from, and what was left out and why.

    Exit code 1 where nothing is planned. What --json prints can be mended and given back to --calendar.
    """
    library = library_told(lang, as_json=as_json)
    at = moment(now, "--now") if now is not None else this_moment()
    plan, last = plan_in(source, at, weeks), last_day(at, weeks)
    if as_json:
        typer.echo(pretty(as_data(plan, at.date(), last)).encode() + b"\n", nl=False)
    else:
        show_plan(Page(console(), library), plan, name_of_source(source), at.date(), last)
    if not any(at.date() <= entry.planned.day <= last for entry in plan.entries):
        raise Finding
