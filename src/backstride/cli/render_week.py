"""The week as a person reads it, and what stands around it."""

from datetime import date

from rich.text import Text

from backstride.cli.inputs import Inputs
from backstride.cli.page import Page
from backstride.cli.render_calendar import calendar_notes
from backstride.cli.render_notes import (
    show_changes,
    show_lessons,
    show_lights,
    show_proof,
    show_runs,
    show_shortfalls,
    show_sources,
)
from backstride.cli.render_session import Sessions
from backstride.cli.render_signals import show_signals_of_week
from backstride.cli.render_swaps import show_swaps
from backstride.cli.render_triage import show_caution, show_questions, show_safety_net, show_stop
from backstride.cli.words import day_words, run_words
from backstride.decision import Decision, PlannedDay, Week

_MARKS = "new: not in your log yet; up, down: a step from the last time; no mark: as last time."


def show_decision(page: Page, decision: Decision, inputs: Inputs, country: str | None) -> None:
    """The whole decision."""
    if decision.status == "stopped":
        show_stop(page, decision, country)
        return
    if decision.week is None:
        show_questions(page, decision)
        return
    today = inputs.now.date()
    first = f"{day_words(today, page.word)} {today.year}"
    page.title(page.word("Your week from {day}", day=first))
    show_caution(page, decision.triage)
    notes = _headnotes(decision.week, inputs, page)
    if notes:
        page.out.print()
    for line in notes:
        page.line(line, style="dim")
    sessions = Sessions(page, plain=decision.week.routine is not None)
    for day in decision.week.days:
        show_day(page, day, sessions, today)
    page.out.print()
    page.line(_MARKS, style="dim")
    show_runs(page, decision.runs)
    show_signals_of_week(page, decision)
    show_lights(page, decision, today)
    show_shortfalls(page, decision.week.shortfalls)
    show_swaps(page, decision.week)
    show_changes(page, decision.week)
    show_lessons(page, decision.lessons)
    show_safety_net(page, decision.triage)
    show_sources(page)
    show_proof(page, decision)


def show_day(page: Page, day: PlannedDay, sessions: Sessions, today: date) -> None:
    """A day: its runs and its sessions."""
    page.out.print()
    heading = Text(day_words(day.day, page.word), style="bold").append("  ")
    runs = ", ".join(run_words(run, page.word) for run in (day.run, *day.also))
    page.line(heading.append(runs, style="not bold"))
    if not day.sessions:
        none = "No back work today." if day.day == today else "No back work."
        page.line(none, indent=2, style="dim")
    for session in day.sessions:
        sessions.show(session, day.day)


def _headnotes(week: Week, inputs: Inputs, page: Page) -> list[str]:
    notes = [week.calendar_why] if week.calendar != "given" and week.calendar_why else []
    if week.deload:
        notes.append("A lighter week: fewer sets of the same exercises.")
    if week.routine:
        yields = f"; rules that give way to it: {', '.join(week.yields)}" if week.yields else ""
        notes.append(f"Routine: {page.library.routines[week.routine].name}, as the article has it{yields}.")
    return notes + calendar_notes(inputs, word=page.word) + file_notes(page, inputs)


def file_notes(page: Page, inputs: Inputs) -> list[str]:
    """How many runs were read, and how many files or runs were not used."""
    if inputs.read is None or inputs.runs is None:
        return []
    counts = {
        "left out": len(inputs.read.left_out),
        "the same run twice": len(inputs.read.duplicates),
        "after this moment": inputs.runs.later,
    }
    unused = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    more = f" Not used: {unused} ('backstride runs' tells more)." if unused else ""
    return [page.word("Read {n} runs.", n=len(inputs.runs.runs)) + more]
