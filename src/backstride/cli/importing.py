"""Watch files to runs, with a bar on stderr where somebody watches."""

from collections.abc import Sequence
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from backstride.cli.console import console, on_terminal
from backstride.cli.refusal import BadInput
from backstride.runs.activity import Import


def imported(paths: Sequence[Path]) -> Import:
    """The runs under these paths, and what was left out.

    Raises:
        BadInput: a path is missing, or there is no file at all under it.
    """
    from backstride.runs.read.collect import InputMissing, import_paths

    try:
        if not on_terminal():
            found = import_paths(paths)
        else:
            # Refreshed by hand: a thread of the bar's own would keep the readers from starting quickly.
            columns = (TextColumn("Reading runs"), BarColumn(), MofNCompleteColumn())
            with Progress(
                *columns, console=console(to_stderr=True), transient=True, auto_refresh=False
            ) as bar:
                task = bar.add_task("runs", total=None)

                def tell(done: int, total: int) -> None:
                    bar.update(task, completed=done, total=total, refresh=True)

                found = import_paths(paths, progress=tell)
    except InputMissing as error:
        raise BadInput(str(error)) from None
    if not found.activities and not found.left_out:
        raise BadInput(f"{', '.join(str(path) for path in paths)}: no file in it")
    return found
