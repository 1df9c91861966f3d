"""`backstride lesson`: the lessons, and each of them to read."""

from difflib import get_close_matches
from typing import Annotated

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.refusal import BadInput
from backstride.cli.render_lesson import as_data, show_lesson, show_list
from backstride.cli.scenarios import compact
from backstride.knowledge import Library
from backstride.knowledge.loader import load
from backstride.knowledge.schema.lesson import Lesson

app = typer.Typer(help="Short lessons, each with its sources and how sure they are.")

Id = Annotated[str, typer.Argument(metavar="LESSON", help="Its id or title.")]


@app.command("list")
def list_lessons(as_json: options.AsJson = False) -> None:
    """List the lessons with how sure they are and what brings each up in a week."""
    library = load()
    if as_json:
        found = [as_data(lesson) for lesson in library.lessons.values()]
        typer.echo(compact(found).encode() + b"\n", nl=False)
    else:
        show_list(console(), library)


@app.command()
def show(lesson: Id, as_json: options.AsJson = False) -> None:
    """Read a lesson: its text, what is weak in it, and its sources."""
    library = load()
    found = _find(lesson, library)
    if as_json:
        typer.echo(compact(as_data(found)).encode() + b"\n", nl=False)
    else:
        show_lesson(console(), found, library)


def _find(wanted: str, library: Library) -> Lesson:
    """The lesson of that id or title. Raises BadInput with near ids."""
    ids = {_plain(name): entry.id for entry in library.lessons.values() for name in (entry.title, entry.id)}
    found = ids.get(_plain(wanted))
    if found is not None:
        return library.lessons[found]
    near = dict.fromkeys(ids[name] for name in get_close_matches(_plain(wanted), list(ids), n=3, cutoff=0.5))
    hint = f"; near it: {', '.join(near)}" if near else "; 'backstride lesson list' names all"
    raise BadInput(f"{wanted}: no lesson of the library{hint}")


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").replace("'", "").split()).rstrip("?")
