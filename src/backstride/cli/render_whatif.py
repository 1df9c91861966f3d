"""Two decisions side by side, as a person reads it."""

from backstride.cli.page import Page
from backstride.cli.render_notes import FINE, show_shortfalls
from backstride.cli.words import day_words, dose_words, exercise_words, run_words, slot_words
from backstride.decision import Item
from backstride.terms import SLOTS
from backstride.whatif import Differences, ItemDiff, SessionDiff


def show_differences(page: Page, found: Differences) -> None:
    """Runs, sessions and doses by day, then shortfalls and advice that come or go."""
    page.title("What would differ")
    if not (found.runs or found.items or found.sessions):
        page.line("Every day stays as it is.")
    for run in found.runs:
        before, after = run_words(run.before, page.word), run_words(run.after, page.word)
        page.line(f"- {day_words(run.day, page.word)}: {before} -> {after}", hang=2)
    days = dict.fromkeys([*(s.day for s in found.sessions), *(i.day for i in found.items)])
    for day in sorted(days):
        page.out.print()
        page.line(day_words(day, page.word), style="bold")
        slots = dict.fromkeys(
            [
                *(s.slot for s in found.sessions if s.day == day),
                *(i.slot for i in found.items if i.day == day),
            ]
        )
        for slot in sorted(slots, key=SLOTS.index):
            session = next((s for s in found.sessions if (s.day, s.slot) == (day, slot)), None)
            page.line(f"{slot_words(slot, page.word)}{_minutes(session)}", indent=2)
            for item in found.items:
                if (item.day, item.slot) == (day, slot):
                    page.line(_item(page, item), indent=4, hang=2)
    _notes(page, found)


def _notes(page: Page, found: Differences) -> None:
    still = {short.rule for short in found.shortfalls_new}
    gone = [short for short in found.shortfalls_gone if short.rule not in still]
    if gone:
        page.heading("No longer missing")
        page.bullets(short.wanted for short in gone)
    show_shortfalls(page, found.shortfalls_new)
    advice = [line for line in found.advice_new if line.band != FINE]
    if advice:
        page.heading("Your runs")
        page.bullets(f"{day_words(line.day, page.word)}: {line.advice}" for line in advice)
    if found.changes:
        page.heading("Why it changes")
        causes = dict.fromkeys((change.rule, change.because) for change in found.changes if change.because)
        page.bullets(f"{rule}  {because}" for rule, because in causes)


def _minutes(session: SessionDiff | None) -> str:
    return "" if session is None else f", {session.before} -> {session.after} min"


def _item(page: Page, item: ItemDiff) -> str:
    shown = item.after or item.before
    assert shown is not None
    name = exercise_words(page.library, item.exercise, shown.level)
    if item.before is None or item.after is None:
        return f"{'+' if item.before is None else '-'} {name}, {_dose(page, shown)}"
    return f"~ {name}: {_dose(page, item.before)} -> {_dose(page, item.after)}"


def _dose(page: Page, item: Item) -> str:
    return dose_words(item, page.word)
