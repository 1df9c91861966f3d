"""Today on one screen: what, how long, why now."""

from collections.abc import Sequence

from backstride.cli.page import Page
from backstride.cli.render_notes import FINE, show_runs
from backstride.cli.render_session import Sessions
from backstride.cli.render_triage import show_caution, show_questions, show_safety_net, show_stop
from backstride.cli.words import day_words, run_words, slot_words
from backstride.decision import Decision, Week


def show_today(page: Page, decision: Decision, country: str | None, notes: Sequence[str] = ()) -> None:
    """The sessions and the run of the first day; `notes` say where the run was read."""
    if decision.status == "stopped":
        show_stop(page, decision, country)
        return
    if decision.week is None:
        show_questions(page, decision)
        return
    week, day = decision.week, decision.week.days[0]
    runs = ", ".join(run_words(run, page.word) for run in (day.run, *day.also))
    page.title(f"{page.word('Today, {day}', day=day_words(day.day, page.word))}: {runs}")
    for note in notes:
        page.line(note, style="dim")
    show_caution(page, decision.triage)
    page.out.print()
    sessions = Sessions(page, full=True, plain=week.routine is not None)
    for session in day.sessions:
        sessions.show(session, day.day)
    first = next((item.exercise for session in day.sessions for item in session.items), None)
    if first is not None:
        page.out.print()
        command = f"'backstride library show {first}'"
        page.line(page.word("How each is done: {command} and so on.", command=command), style="dim")
    if not any(session.minutes for session in day.sessions):
        page.line(page.library.messages["cli.nothing_today"] + _next(page, week))
    advice = tuple(line for line in decision.runs if line.day == day.day)
    show_runs(page, tuple(line for line in advice if line.band != FINE) or advice)
    show_safety_net(page, decision.triage, short=True)


def _next(page: Page, week: Week) -> str:
    for day in week.days[1:]:
        for session in day.sessions:
            if session.minutes:
                slot = slot_words(session.slot, page.word).lower()
                day_name = day_words(day.day, page.word)
                return f" {page.word('Next')}: {day_name}, {slot}, {session.minutes} min."
    return ""
