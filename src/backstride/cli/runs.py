"""`backstride runs`: what the watch files hold, and what was left out of them."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from backstride.cli import options
from backstride.cli.console import console, say_aside
from backstride.cli.importing import held, imported, taken
from backstride.cli.moment import moment, this_moment
from backstride.cli.plotting import check_picture, plot
from backstride.cli.refusal import BadInput, Finding
from backstride.cli.render_runs import as_data, show_import
from backstride.cli.render_store import show_taken, taken_data
from backstride.cli.scenarios import compact
from backstride.cli.signals import show_signals_of, signals_data
from backstride.runs.activity import Activity

Paths = Annotated[list[Path] | None, typer.Argument(metavar="PATH...", help="Files, folders or zips.")]
By = Annotated[
    str, typer.Option("--by", metavar="run|week|auto", help="A row for each run or for each week.")
]
Plot = Annotated[
    Path | None,
    typer.Option(
        "--plot", metavar="FILE.svg", help="Draw the last 52 weeks into a file: distance, longest run."
    ),
]
AllWeeks = Annotated[bool, typer.Option("--all-weeks", help="With --plot: every week.")]


def runs(
    paths: Paths = None,
    store: options.Store = None,
    by: By = "auto",
    now: options.Now = None,
    picture: Plot = None,
    every: AllWeeks = False,
    as_json: options.AsJson = False,
) -> None:
    """List the runs in watch files or a store, and what was left out and why; exit code 1 for no run.

    Files given beside a store are taken into it; what is known already is not read again.
    """
    if by not in ("run", "week", "auto"):
        raise BadInput(f"--by: run, week or auto is wanted (given: {by!r})")
    if picture is not None:
        check_picture(picture)
    elif every:
        raise BadInput("--all-weeks is about the picture: --plot FILE.svg is wanted with it")
    at = moment(now, "--now") if now is not None else this_moment()
    if paths and store is not None:
        activities = _take(paths, store, at, by, as_json=as_json)
        _draw(activities, at, picture, every=every)
        return
    if paths:
        found = imported(paths)
    elif store is not None:
        found = held(store)
    else:
        raise BadInput("files, folders or zips of runs are wanted, or a store with --store")
    if as_json:
        data = as_data(found, at) | signals_data(found.activities, at)
        typer.echo(compact(data).encode() + b"\n", nl=False)
    else:
        show_import(console(), found, at, by)
        show_signals_of(console(), found.activities, at)
    if not found.activities:
        raise Finding
    _draw(found.activities, at, picture, every=every)


def _draw(activities: Sequence[Activity], at: datetime, picture: Path | None, *, every: bool) -> None:
    if picture is not None:
        say_aside(plot(activities, at, picture, every=every))


def _take(paths: list[Path], store: Path, at: datetime, by: str, *, as_json: bool) -> Sequence[Activity]:
    """Takes files into a store and says what that changed. Raises Finding where it holds no run then."""
    found = taken(paths, store)
    if as_json:
        data = taken_data(found, at) | signals_data(found.runs.activities, at)
        typer.echo(compact(data).encode() + b"\n", nl=False)
    else:
        show_taken(console(), found, store, at, by)
        show_signals_of(console(), found.runs.activities, at)
    if not found.runs.activities:
        raise Finding
    return found.runs.activities
