"""`backstride replay`: scenario files to decisions, a line each."""

from pathlib import Path
from typing import Annotated

import typer

from backstride.cli.scenarios import as_line, decided, scenario_in
from backstride.knowledge.loader import load

Files = Annotated[list[Path], typer.Argument(metavar="SCENARIO.json...", help="- is standard input.")]


def replay(scenarios: Files) -> None:
    """Decide scenario files and print each decision as sorted JSON on one line."""
    library = load()
    # All are read before the first is decided: a bad one leaves nothing behind.
    read = [scenario_in(path, library) for path in scenarios]
    for scenario in read:
        typer.echo(as_line(decided(scenario, library)), nl=False)
