"""`backstride runs`: what the watch files hold, and what was left out of them."""

from pathlib import Path
from typing import Annotated

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.importing import imported
from backstride.cli.moment import moment, this_moment
from backstride.cli.refusal import BadInput, Finding
from backstride.cli.render_runs import as_data, show_import
from backstride.cli.scenarios import compact

Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, folders or zips.")]
By = Annotated[
    str, typer.Option("--by", metavar="run|week|auto", help="A row for each run or for each week.")
]


def runs(
    paths: Paths,
    by: By = "auto",
    now: options.Now = None,
    as_json: options.AsJson = False,
) -> None:
    """List the runs in watch files, and say what was left out and why; exit code 1 where no run was found."""
    if by not in ("run", "week", "auto"):
        raise BadInput(f"--by: run, week or auto is wanted (given: {by!r})")
    at = moment(now, "--now") if now is not None else this_moment()
    found = imported(paths)
    if as_json:
        typer.echo(compact(as_data(found, at)).encode() + b"\n", nl=False)
    else:
        show_import(console(), found, at, by)
    if not found.activities:
        raise Finding
