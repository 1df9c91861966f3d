"""Runs that were read as a table, and what was left out with its reason."""

from collections import Counter, defaultdict
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from backstride.cli.console import paragraph
from backstride.cli.words import day_words, km, minutes
from backstride.runs.activity import Activity, Import, LeftOut

# Beyond about a screen of runs the weeks say more.
MOST_ROWS = 40
MOST_NAMES = 3


def as_data(found: Import, now: datetime) -> dict[str, Any]:
    """The import as JSON data; starts as ISO 8601 in the offset of `now`."""
    rows = [asdict(a) | {"start": a.start.astimezone(now.tzinfo).isoformat()} for a in found.activities]
    return {
        "runs": rows,
        "later": sum(activity.start > now for activity in found.activities),
        "left_out": [asdict(item) for item in found.left_out],
        "duplicates": [asdict(item) for item in found.duplicates],
    }


def show_import(out: Console, found: Import, now: datetime, by: str) -> None:
    """The table, totals, what was left out grouped by reason, and duplicates."""
    runs = found.activities
    if runs:
        out.print(runs_table(runs, now, by))
        out.print("\n" + totals(runs, now))
    else:
        out.print("No run was found.")
    left_out(out, found.left_out)
    if found.duplicates:
        out.print(Text(f"\nThe same run twice: {len(found.duplicates)}", style="bold"))
        kept: dict[str, list[str]] = defaultdict(list)
        for pair in found.duplicates:
            kept[pair.kept].append(pair.dropped)
        for source, dropped in kept.items():
            entry(out, f"{some(dropped)}: as {source}")
    notes = Counter(note for activity in runs for note in activity.notes)
    if notes:
        out.print(Text("\nNoticed", style="bold"))
        for note, count in sorted(notes.items(), key=lambda pair: (-pair[1], pair[0])):
            entry(out, f"{count} x {note}")


def left_out(out: Console, items: tuple[LeftOut, ...]) -> None:
    """What was left out by reason, the most frequent first; nothing where there is none."""
    if not items:
        return
    out.print(Text(f"\nLeft out: {len(items)}", style="bold"))
    names: dict[str, list[str]] = defaultdict(list)
    for item in items:
        names[item.reason].append(item.source)
    for reason, sources in sorted(names.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        entry(out, f"{len(sources)} x {reason}: {some(sources)}")


def runs_table(runs: tuple[Activity, ...], now: datetime, by: str) -> Table:
    """A row for each `run` or each `week`; by `auto`, runs as long as they fit on about a screen."""
    weekly = by == "week" or (by == "auto" and len(runs) > MOST_ROWS)
    return _weeks(runs, now) if weekly else _each(runs, now)


def _each(runs: tuple[Activity, ...], now: datetime) -> Table:
    table = _table("Date", "km", "Time", "Steps/min", "File")
    for run in runs:
        start = run.start.astimezone(now.tzinfo)
        mark = " (later)" if run.start > now else ""
        table.add_row(
            f"{day_words(start.date())} {start:%Y %H:%M}{mark}",
            _km(run.distance_m),
            minutes(run.duration_s),
            _rounded(run.cadence_spm),
            run.source,
        )
    return table


def _weeks(runs: tuple[Activity, ...], now: datetime) -> Table:
    weeks: dict[date, list[Activity]] = defaultdict(list)
    for run in runs:
        day = run.start.astimezone(now.tzinfo).date()
        weeks[day - timedelta(days=day.weekday())].append(run)
    table = _table("Week from", "Runs", "km", "Time", "Longest km", "Steps/min")
    for monday, members in sorted(weeks.items()):
        steps = [run.cadence_spm for run in members if run.cadence_spm]
        table.add_row(
            f"{day_words(monday)} {monday.year}",
            str(len(members)),
            _km(sum(run.distance_m or 0 for run in members)),
            minutes(sum(run.duration_s for run in members)),
            _km(max((run.distance_m or 0 for run in members), default=0)),
            _rounded(sum(steps) / len(steps) if steps else None),
        )
    return table


def _table(*columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for name in columns:
        table.add_column(name, justify="left" if name in (columns[0], "File") else "right", overflow="fold")
    return table


def totals(runs: tuple[Activity, ...], now: datetime) -> str:
    """How many, how far and how long, in a line."""
    metres = sum(run.distance_m or 0 for run in runs)
    blind = sum(not run.distance_m for run in runs)
    later = sum(run.start > now for run in runs)
    count = "1 run" if len(runs) == 1 else f"{len(runs)} runs"
    parts = [f"{count}, {km(metres)} km, {minutes(sum(run.duration_s for run in runs))}."]
    if blind:
        parts.append(f"{blind} without a distance.")
    if later:
        parts.append(f"{later} after this moment: not used for a week.")
    return " ".join(parts)


def entry(out: Console, text: str) -> None:
    """A line of a list."""
    paragraph(out, f"- {text}", hang=2)


def some(names: list[str]) -> str:
    """The first few names, the others counted."""
    unique = list(dict.fromkeys(names))
    more = len(unique) - MOST_NAMES
    return ", ".join(unique[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def _km(metres: float | None) -> str:
    return km(metres) if metres else "-"


def _rounded(value: float | None) -> str:
    return f"{value:.0f}" if value else "-"
