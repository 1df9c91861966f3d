"""What the questions about a week share: the scenario decided with its work, days and exercises by name."""

from datetime import date, timedelta
from pathlib import Path

import typer

from backstride.cli.console import console
from backstride.cli.exercise_names import exercise_named
from backstride.cli.page import Page
from backstride.cli.refusal import BadInput, Finding
from backstride.cli.render_triage import show_questions, show_stop
from backstride.cli.scenarios import as_line, scenario_in
from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.planning.why import STRENGTH, Asked
from backstride.planning.work import Work
from backstride.terms import SLOTS, WEEKDAYS, Slot


def decided_behind(path: Path, library: Library, *, as_json: bool) -> tuple[Decision, Work]:
    """The decision on a scenario file and the work behind it.

    Raises Finding where there is no week, after showing why.
    """
    from backstride.behind import behind

    scenario = scenario_in(path, library)
    try:
        decision, work = behind(scenario, library)
    except OverflowError:
        raise BadInput(f"now: {scenario.now.year} is too near to the end of the calendar") from None
    if work is None:
        show_no_week(decision, library, as_json=as_json)
        raise Finding
    return decision, work


def show_no_week(decision: Decision, library: Library, *, as_json: bool) -> None:
    """Why there is no week: a stop, or the questions that come first."""
    page = Page(console(), library)
    if as_json:
        typer.echo(as_line(decision), nl=False)
    elif decision.status == "stopped":
        show_stop(page, decision, None)
    else:
        show_questions(page, decision)


def asked_of(text: str, today: date, library: Library) -> Asked:
    """`sat/bird_dog`, `2026-11-21/post_run/bridge` or `sat/strength`. Raises BadInput."""
    parts = text.strip().split("/")
    if len(parts) not in (2, 3) or not all(parts):
        raise BadInput(f"--item: {text!r}: give DAY/EXERCISE or DAY/SLOT/EXERCISE, such as sat/bird_dog")
    named = parts[-1].lower()
    exercise = STRENGTH if named == STRENGTH else exercise_named(parts[-1], library).id
    slot = _slot(parts[1]) if len(parts) == 3 else None
    return Asked(day=day_named("--item", parts[0], today), slot=slot, exercise=exercise)


def day_named(option: str, text: str, today: date) -> date:
    """A day of the seven from today on, by weekday or as ISO date. Raises BadInput."""
    week = [today + timedelta(days=n) for n in range(7)]
    name = text.strip().lower()[:3]
    if text.strip().isalpha() and name in WEEKDAYS:
        return next(day for day in week if day.weekday() == WEEKDAYS.index(name))
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise BadInput(f"{option}: {text!r} is no day; give mon to sun, or a date such as {today}") from None
    if day not in week:
        raise BadInput(f"{option}: {day} is not in the week from {week[0]} to {week[-1]}")
    return day


def _slot(text: str) -> Slot:
    for slot in SLOTS:
        if slot == text.strip().lower().replace("-", "_"):
            return slot
    raise BadInput(f"--item: {text!r} is no time of a day; known are {', '.join(SLOTS)}")
