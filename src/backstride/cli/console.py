"""Where text goes: plain where it is no terminal, and never read as markup, since names come from files."""

import sys

import typer
from rich.console import Console


def console(*, to_stderr: bool = False) -> Console:
    """A console as wide as the terminal, or COLUMNS, or 80."""
    return Console(stderr=to_stderr, markup=False, highlight=False, emoji=False)


def say_aside(text: str) -> None:
    """A line beside the result, to stderr."""
    typer.echo(text, err=True)


def on_terminal() -> bool:
    """Whether stderr is watched by a person."""
    return sys.stderr is not None and sys.stderr.isatty()
