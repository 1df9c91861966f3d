"""The terminal's face. Exit codes: 0 done; 1 a finding (a violation, no week); 2 bad input; 130 stopped."""

import os
import sys
from collections.abc import Sequence
from typing import cast

import typer

from backstride.cli.app import app
from backstride.cli.refusal import BadInput, Finding, one_line
from backstride.cli.terminal import Quit, Terminal

__all__ = ["main", "run"]

BAD_INPUT, FINDING, STOPPED = 2, 1, 130
# What the parser of the command line raises for an unknown option and its like, wherever it comes from.
_USAGE = cast("type[Exception]", typer.BadParameter.__mro__[2])


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Runs a command and returns its exit code; what is wrong is said in one line on stderr."""
    try:
        code = app(args=list(arguments), prog_name="backstride", standalone_mode=False, obj=terminal)
    except (BadInput, _USAGE) as error:
        _complain(_text(error))
        return BAD_INPUT
    except Finding:
        return FINDING
    except Quit:
        typer.echo("Nothing was decided or saved.", err=True)
        return FINDING
    except (KeyboardInterrupt, typer.Abort):
        return STOPPED
    except RecursionError:
        _complain("the input is nested too deeply")
        return BAD_INPUT
    except BrokenPipeError:
        # Who reads has gone; nothing more can be said, not even when Python flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDING
    return code if isinstance(code, int) else 0


def main() -> None:
    """The script's entry: the arguments and streams of this process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    code = run(sys.argv[1:], Terminal.of_this_process())
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = code or FINDING
    sys.exit(code)


def _text(error: BaseException) -> str:
    message = getattr(error, "format_message", None)
    return str(message()) if message is not None else str(error)


def _complain(message: str) -> None:
    typer.echo(f"backstride: {one_line(message)}", err=True)
