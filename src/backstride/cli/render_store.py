"""What an import has changed in a store."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from backstride.cli.render_runs import as_data, entry, left_out, runs_table, some, totals
from backstride.cli.words import day_words

if TYPE_CHECKING:
    from backstride.runs.store.take import Taken


def taken_data(found: "Taken", now: datetime) -> dict[str, Any]:
    """All runs of the store as JSON data, and under `taken` what this import did."""
    changes = found.changes
    taken = {
        "files_read": found.read,
        "files_known": found.known,
        "new": [run.source for run in changes.new],
        "replaced": [{"before": r.before, "now": r.run.source} for r in changes.replaced],
        "completed": [run.source for run in changes.completed],
        "left_out": [asdict(item) for item in found.left_out],
    }
    return as_data(found.runs, now) | {"taken": taken}


def show_taken(out: Console, found: "Taken", store: Path, now: datetime, by: str) -> None:
    """The files, the new runs, those that another record tells now, what was left out, and what is held."""
    changes = found.changes
    out.print(Text(f"{_files(found.read)} read, {found.known} known already."))
    if changes.new:
        out.print(Text(f"\nNew: {len(changes.new)}", style="bold"))
        out.print(runs_table(changes.new, now, by))
    else:
        out.print(Text("No new run."))
    if changes.replaced:
        out.print(Text(f"\nReplaced by a better record: {len(changes.replaced)}", style="bold"))
        for replaced in changes.replaced:
            day = replaced.run.start.astimezone(now.tzinfo).date()
            entry(out, f"{day_words(day)} {day.year}: {replaced.run.source}, before {replaced.before}")
    if changes.completed:
        out.print(Text(f"\nCompleted by another record: {len(changes.completed)}", style="bold"))
        entry(out, some([run.source for run in changes.completed]))
    left_out(out, found.left_out)
    out.print(Text(f"\n{store} holds {totals(found.runs.activities, now)}"))
    if found.runs.duplicates:
        out.print(Text(f"Further records of the same runs: {len(found.runs.duplicates)}."))


def _files(count: int) -> str:
    return f"{count} file" if count == 1 else f"{count} files"
