"""A plan read from a calendar: each session with the words it came from, and what was left out."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from rich.text import Text

from backstride.cli.calendar_words import retold
from backstride.cli.inputs import Inputs
from backstride.cli.page import Page
from backstride.cli.words import day_words, run_words
from backstride.decision import DayRun
from backstride.runs.guess.values import Entry, Guess, NotTaken, Plan, Told
from backstride.wording import Word, in_english

MOST_NAMES = 3
_MEND = (
    "To mend a guess: 'backstride calendar show' with --json into a file, edit kind, distance_m or duration_s"
    " there, and give that file to --calendar."
)


def as_data(plan: Plan, first: date, last: date) -> dict[str, Any]:
    """The plan of these days as JSON data: `calendar` is what `--calendar` takes back.

    What is a guess stands beside an entry, not in it: given back, the entry is the runner's own word.
    """
    return {
        "calendar": [
            entry.planned.model_dump(mode="json", exclude={"guessed"})
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


def show_plan(page: Page, plan: Plan, name: str, first: date, last: date) -> None:
    """The plan of these days, in the language of the page; titles and their words stay as they stand."""
    word, entries = page.word, _within(plan, first, last)
    span = {"first": day_words(first, word), "last": f"{day_words(last, word)} {last.year}"}
    page.title(word("{n} planned from {first} to {last} in {name}", n=len(entries), name=name, **span))
    for note in plan.notes:
        page.line(f"{word('Note')}: {retold(note, word)}.", style="yellow")
    for entry in entries:
        page.out.print()
        head = Text(day_words(entry.planned.day, word), style="bold").append("  ")
        head.append(run_words(_run(entry), word), style="not bold")
        page.line(head.append("" if entry.sure else f"  ({word('a guess')})", style="yellow"), hang=12)
        if entry.guess is not None:
            page.line(Text(f"'{entry.title}': {_from_words(entry.guess, word)}", style="dim"), indent=2)
        elif entry.title:
            page.line(Text(f"'{entry.title}'", style="dim"), indent=2)
    outside = len(plan.entries) - len(entries)
    if outside:
        page.out.print()
        page.line(word("{n} more before or after these days.", n=outside), style="dim")
    if plan.left_out:
        page.out.print(Text(f"\n{word('Left out')}: {len(plan.left_out)}", style="bold"))
        _show_left_out(page, plan.left_out)
    if any(not entry.sure for entry in entries):
        page.out.print()
        page.line(_MEND, style="dim")


def calendar_notes(inputs: Inputs, days: int = 7, word: Word = in_english) -> list[str]:
    """Where the runs of the next days were read, and which of them are guesses."""
    plan, today = inputs.plan, inputs.now.date()
    if plan is None:
        return []
    ahead = [entry for entry in plan.entries if entry.planned.day >= today]
    notes = [f"{retold(note, word)}." for note in plan.notes]
    name = inputs.calendar
    if not ahead:
        nothing = "Calendar {name}: nothing planned from today on, so every day counts as open."
        return [*notes, word(nothing, name=name)]
    guessed = [
        entry for entry in ahead if not entry.sure and (entry.planned.day - today) < timedelta(days=days)
    ]
    if days > 1:
        left = len(plan.left_out)
        told = "Calendar {name}: {n} sessions from today on, {left} events left out."
        whole = "Calendar {name}: {n} sessions from today on."
        notes.append(word(told if left else whole, name=name, n=len(ahead), left=left))
    if guessed:
        named = ", ".join(dict.fromkeys(day_words(entry.planned.day, word) for entry in guessed))
        which = "Guessed from their titles: {days}" if days > 1 else "Guessed from its title"
        how = word("'backstride calendar show' tells from which words, and how to mend it")
        notes.append(f"{word(which, days=named)} ({how}).")
    return notes


def _within(plan: Plan, first: date, last: date) -> list[Entry]:
    return [entry for entry in plan.entries if first <= entry.planned.day <= last]


def _run(entry: Entry) -> DayRun:
    planned = entry.planned
    return DayRun(kind=planned.kind, distance_m=planned.distance_m, duration_s=planned.duration_s)


def _from_words(guess: Guess, word: Word) -> str:
    told = {"kind": guess.kind, "distance": guess.distance, "duration": guess.duration}
    return ", ".join(
        word("{what} from '{words}'", what=word(what), words=_words_of(part, word))
        + ("" if part.sure else f" ({word('a guess')})")
        for what, part in told.items()
        if part is not None
    )


def _words_of(part: Told[Any], word: Word) -> str:
    """The words that it was read from, as they stand; what stands for words is told."""
    return word(part.words) if part.words in ("a field of its own", "the time set aside") else part.words


def _guess_data(guess: Guess) -> dict[str, Any]:
    def part(told: Told[Any] | None) -> dict[str, Any] | None:
        return None if told is None else {"from": told.words, "sure": told.sure}

    return {
        "kind": part(guess.kind),
        "distance": part(guess.distance),
        "duration": part(guess.duration),
        "sure": guess.sure,
    }


def _show_left_out(page: Page, left_out: tuple[NotTaken, ...]) -> None:
    word = page.word
    by_reason: dict[str, list[str]] = defaultdict(list)
    for item in left_out:
        day = f" ({day_words(item.day, word)})" if item.day is not None else ""
        by_reason[item.reason].append(f"{item.title or word('without a title')}{day}")
    for reason, names in sorted(by_reason.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        more = len(names) - MOST_NAMES
        rest = f"; {word('and {n} more', n=more)}" if more > 0 else ""
        some = "; ".join(names[:MOST_NAMES]) + rest
        page.line(Text(f"- {len(names)} x {retold(reason, word)}: {some}"), hang=2)
