"""Watch files to runs, kept in a store or not, with a bar on stderr where somebody watches."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from backstride.cli.console import console, on_terminal
from backstride.cli.refusal import BadInput
from backstride.runs.activity import Import

if TYPE_CHECKING:
    from backstride.runs.store.take import Taken

_Tell = Callable[[int, int], None]


def imported(paths: Sequence[Path]) -> Import:
    """The runs under these paths, and what was left out.

    Raises:
        BadInput: a path is missing, or there is no file at all under it.
    """
    from backstride.runs.read.collect import InputMissing, import_paths

    try:
        with _watched() as tell:
            found = import_paths(paths, progress=tell)
    except InputMissing as error:
        raise BadInput(str(error)) from None
    if not found.activities and not found.left_out:
        raise _nothing(paths)
    return found


def taken(paths: Sequence[Path], store: Path) -> "Taken":
    """What came of taking the files under these paths into a store, which is made where there is none.

    Raises:
        BadInput: a path is missing, there is no file at all under it, or the store cannot be used.
    """
    from backstride.runs.read.collect import InputMissing
    from backstride.runs.store.refused import StoreRefused
    from backstride.runs.store.store import Store
    from backstride.runs.store.take import take_in

    missing = next((path for path in paths if not path.exists()), None)
    try:
        if missing is not None:
            raise InputMissing(missing)
        with _watched() as tell:
            found = take_in(Store(store, create=True), paths, progress=tell)
    except (InputMissing, StoreRefused) as error:
        raise BadInput(str(error)) from None
    if not (found.read or found.known or found.left_out):
        raise _nothing(paths)
    return found


def held(store: Path) -> Import:
    """The runs in a store, and what was left out of it. Raises BadInput where the store cannot be used."""
    from backstride.runs.store.refused import StoreRefused
    from backstride.runs.store.store import Store
    from backstride.runs.store.take import runs_in

    try:
        return runs_in(Store(store).held())
    except StoreRefused as error:
        raise BadInput(str(error)) from None


@contextmanager
def _watched() -> Iterator[_Tell | None]:
    """What is to be told of the progress; None where nobody watches."""
    if not on_terminal():
        yield None
        return
    # Refreshed by hand: a thread of the bar's own would keep the readers from starting quickly.
    columns = (TextColumn("Reading runs"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console(to_stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("runs", total=None)

        def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, refresh=True)

        yield tell


def _nothing(paths: Sequence[Path]) -> BadInput:
    return BadInput(f"{', '.join(str(path) for path in paths)}: no file in it")
