"""Whether a person sits there, and how they are asked; handed in, so that a test can answer."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import typer

from backstride.cli.console import console, paragraph

T = TypeVar("T")


class Quit(Exception):
    """The person does not want to go on."""


@dataclass(frozen=True)
class Terminal:
    """`read` shows a prompt and gives back a line; it raises EOFError when there are no more."""

    interactive: bool
    read: Callable[[str], str] = input

    @classmethod
    def of_this_process(cls) -> "Terminal":
        """Interactive where both input and output are a terminal; a closed stream is none."""
        streams = (sys.stdin, sys.stdout)
        return cls(all(stream is not None and not stream.closed and stream.isatty() for stream in streams))

    def ask(
        self,
        prompt: str,
        accept: Callable[[str], T],
        *,
        default: str | None = None,
        on_request: str | None = None,
    ) -> T:
        """Asks until `accept` takes the answer (its ValueError is shown). Enter takes the default, if any.

        `on_request` is shown for `?`. Raises Quit for `q` and at the end of the input.
        """
        shown = f"{prompt} [{default}]: " if default is not None else f"{prompt}: "
        while True:
            try:
                text = self.read(shown).strip()
            except EOFError:
                console().print()
                raise Quit from None
            if text.lower() in ("q", "quit"):
                raise Quit
            if text == "?" and on_request is not None:
                paragraph(console(), on_request, indent=2, style="dim")
                continue
            try:
                return accept(text or (default if default is not None else ""))
            except ValueError as error:
                paragraph(console(), str(error), indent=2)


def terminal_of(context: typer.Context) -> Terminal:
    """The terminal that the command was started with."""
    found = context.find_object(Terminal)
    return found if found is not None else Terminal.of_this_process()
