"""`backstride routine`: the articles' own routines, line by line, with their time."""

from difflib import get_close_matches
from typing import Annotated

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.refusal import BadInput
from backstride.cli.render_routine import as_data, show_list, show_routine
from backstride.cli.scenarios import compact
from backstride.knowledge import Library
from backstride.knowledge.loader import load
from backstride.knowledge.schema.routine import Routine

app = typer.Typer(help="The articles' own routines, as they are written.")

Id = Annotated[str, typer.Argument(metavar="ROUTINE", help="Its id, name or another name of it, such as S1.")]


@app.command("list")
def list_routines(as_json: options.AsJson = False) -> None:
    """List the routines with their source, times a week and minutes."""
    library = load()
    if as_json:
        found = [as_data(routine, library) for routine in library.routines.values()]
        typer.echo(compact(found).encode() + b"\n", nl=False)
    else:
        show_list(console(), library)


@app.command()
def show(routine: Id, as_json: options.AsJson = False) -> None:
    """Show a routine: each line with its dose and time, what the article says, and which numbers are ours."""
    library = load()
    found = routine_named(routine, library)
    if as_json:
        typer.echo(compact(as_data(found, library)).encode() + b"\n", nl=False)
    else:
        show_routine(console(), found, library)


def routine_named(wanted: str, library: Library) -> Routine:
    """The routine of that id, alias or name. Raises BadInput with near ids."""
    ids = {_plain(name): id_ for name, id_ in library.routine_names.items()}
    ids |= {_plain(routine.name): routine.id for routine in library.routines.values()}
    found = ids.get(_plain(wanted))
    if found is not None:
        return library.routines[found]
    near = dict.fromkeys(ids[name] for name in get_close_matches(_plain(wanted), list(ids), n=3, cutoff=0.5))
    hint = f"near it: {', '.join(near)}" if near else f"there are {', '.join(library.routines)}"
    raise BadInput(f"{wanted}: no routine of the library; {hint}")


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").replace("'", "").split())
