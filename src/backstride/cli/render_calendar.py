"""A plan read from a calendar: each session with the words it came from, and what was left out."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from rich.console import Console
from rich.text import Text

from backstride.cli.console import paragraph
from backstride.cli.inputs import Inputs
from backstride.cli.words import day_words, run_words
from backstride.decision import DayRun
from backstride.runs.guess.values import Entry, Guess, NotTaken, Plan, Told

MOST_NAMES = 3
_MEND = (
    "To mend a guess: 'backstride calendar show' with --json into a file, edit kind, distance_m or duration_s"
    " there, and give that file to --calendar."
)


def as_data(plan: Plan, first: date, last: date) -> dict[str, Any]:
    """The plan of these days as JSON data: `calendar` is what `--calendar` takes back."""
    return {
        "calendar": [
            entry.planned.model_dump(mode="json")
            | ({"title": entry.title} if entry.title else {})
            | ({"guess": _guess_data(entry.guess)} if entry.guess is not None else {})
            for entry in _within(plan, first, last)
        ],
        "left_out": [
            {"day": item.day.isoformat() if item.day else None, "title": item.title, "reason": item.reason}
            for item in plan.left_out
        ],
        "notes": list(plan.notes),
    }


def show_plan(out: Console, plan: Plan, name: str, first: date, last: date) -> None:
    """The plan of these days."""
    entries = _within(plan, first, last)
    span = f"{day_words(first)} to {day_words(last)} {last.year}"
    out.print(Text(f"{len(entries)} planned from {span} in {name}", style="bold"))
    for note in plan.notes:
        paragraph(out, f"Note: {note}.", style="yellow")
    for entry in entries:
        out.print()
        head = Text(day_words(entry.planned.day), style="bold").append("  ")
        head.append(run_words(_run(entry)), style="not bold")
        paragraph(out, head.append("" if entry.sure else "  (a guess)", style="yellow"), hang=12)
        if entry.guess is not None:
            paragraph(out, f"'{entry.title}': {_from_words(entry.guess)}", indent=2, style="dim")
        elif entry.title:
            paragraph(out, f"'{entry.title}'", indent=2, style="dim")
    outside = len(plan.entries) - len(entries)
    if outside:
        out.print()
        paragraph(out, f"{outside} more before or after these days.", style="dim")
    if plan.left_out:
        out.print(Text(f"\nLeft out: {len(plan.left_out)}", style="bold"))
        _show_left_out(out, plan.left_out)
    if any(not entry.sure for entry in entries):
        out.print()
        paragraph(out, _MEND, style="dim")


def calendar_notes(inputs: Inputs, days: int = 7) -> list[str]:
    """Where the runs of the next days were read, and which of them are guesses."""
    plan, today = inputs.plan, inputs.now.date()
    if plan is None:
        return []
    ahead = [entry for entry in plan.entries if entry.planned.day >= today]
    notes = [f"{note}." for note in plan.notes]
    if not ahead:
        return [
            *notes,
            f"Calendar {inputs.calendar}: nothing planned from today on, so every day counts as open.",
        ]
    guessed = [
        entry for entry in ahead if not entry.sure and (entry.planned.day - today) < timedelta(days=days)
    ]
    left = f", {len(plan.left_out)} events left out" if plan.left_out else ""
    if days > 1:
        notes.append(f"Calendar {inputs.calendar}: {len(ahead)} sessions from today on{left}.")
    if guessed:
        named = ", ".join(dict.fromkeys(day_words(entry.planned.day) for entry in guessed))
        which = f"Guessed from their titles: {named}" if days > 1 else "Guessed from its title"
        notes.append(f"{which} ('backstride calendar show' tells from which words, and how to mend it).")
    return notes


def _within(plan: Plan, first: date, last: date) -> list[Entry]:
    return [entry for entry in plan.entries if first <= entry.planned.day <= last]


def _run(entry: Entry) -> DayRun:
    planned = entry.planned
    return DayRun(kind=planned.kind, distance_m=planned.distance_m, duration_s=planned.duration_s)


def _from_words(guess: Guess) -> str:
    told = {"kind": guess.kind, "distance": guess.distance, "duration": guess.duration}
    return ", ".join(
        f"{what} from '{part.words}'" + ("" if part.sure else " (a guess)")
        for what, part in told.items()
        if part is not None
    )


def _guess_data(guess: Guess) -> dict[str, Any]:
    def part(told: Told[Any] | None) -> dict[str, Any] | None:
        return None if told is None else {"from": told.words, "sure": told.sure}

    return {
        "kind": part(guess.kind),
        "distance": part(guess.distance),
        "duration": part(guess.duration),
        "sure": guess.sure,
    }


def _show_left_out(out: Console, left_out: tuple[NotTaken, ...]) -> None:
    by_reason: dict[str, list[str]] = defaultdict(list)
    for item in left_out:
        day = f" ({day_words(item.day)})" if item.day is not None else ""
        by_reason[item.reason].append(f"{item.title or 'without a title'}{day}")
    for reason, names in sorted(by_reason.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        more = len(names) - MOST_NAMES
        some = "; ".join(names[:MOST_NAMES]) + (f"; and {more} more" if more > 0 else "")
        paragraph(out, f"- {len(names)} x {reason}: {some}", hang=2)
