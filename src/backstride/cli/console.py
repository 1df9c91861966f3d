"""Where text goes: plain where it is no terminal, and never read as markup, since names come from files."""

import sys

import typer
from rich.console import Console
from rich.text import Text


def console(*, to_stderr: bool = False) -> Console:
    """A console as wide as the terminal, or COLUMNS, or 80."""
    return Console(stderr=to_stderr, markup=False, highlight=False, emoji=False)


def paragraph(out: Console, text: str | Text, *, indent: int = 0, hang: int = 0, style: str = "") -> None:
    """A paragraph, every line of it indented, those after the first by `hang` more."""
    whole = Text(text, style=style) if isinstance(text, str) else text
    # Wrapped here: a layout of the console's own would fill every line with spaces to its end.
    for number, part in enumerate(whole.wrap(out, max(20, out.width - indent - hang))):
        part.rstrip()
        out.print(Text(" " * (indent + (hang if number else 0))).append_text(part))


def say_aside(text: str) -> None:
    """A line beside the result, to stderr."""
    typer.echo(text, err=True)


def on_terminal() -> bool:
    """Whether stderr is watched by a person."""
    return sys.stderr is not None and sys.stderr.isatty()
