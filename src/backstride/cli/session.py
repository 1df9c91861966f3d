"""`backstride session`: the script of a session, cue by cue, or as JSON."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.language import library_told
from backstride.cli.page import Page
from backstride.cli.playing.table import show_script
from backstride.cli.refusal import BadInput, Finding
from backstride.cli.routine import routine_named
from backstride.cli.scenarios import compact, decided, scenario_in
from backstride.cli.words import day_words
from backstride.decision import PlannedDay
from backstride.knowledge.figures import load_figures
from backstride.sessions.compile import day_scripts
from backstride.sessions.routine import routine_scripts
from backstride.sessions.script import Script

Scenario = Annotated[
    Path | None, typer.Argument(metavar="[SCENARIO.json]", help="- is standard input.", show_default=False)
]
OfDay = Annotated[
    str | None, typer.Option("--day", metavar="DAY", help="mon to sun, or a date; default: the first day.")
]
Slot = Annotated[
    str | None, typer.Option("--slot", metavar="SLOT", help="Only this time of the day, such as post_run.")
]
Routine = Annotated[
    str | None, typer.Option("--routine", metavar="ID", help="An article's routine as written, such as S2.")
]


def session(
    scenario: Scenario = None,
    day: OfDay = None,
    slot: Slot = None,
    routine: Routine = None,
    lang: options.Lang = None,
    as_json: options.AsJson = False,
) -> None:
    """Print a session's script: every cue with its second, its words and its side."""
    # Its words are what a player says, so JSON too is told in a language that was asked for.
    library = library_told(lang, as_json=as_json and lang is None)
    page = Page(console(), library)
    if routine is not None:
        if scenario is not None or day is not None:
            raise BadInput("--routine: a routine as written needs no scenario and no day")
        found = routine_named(routine, library)
        scripts = routine_scripts(found, library, load_figures().movements, library.rules())
        _show(page, found.name, None, _of_slot(scripts, slot), as_json=as_json)
        return
    if scenario is None:
        raise BadInput("give a scenario file, or --routine with a routine's id")
    decision = decided(scenario_in(scenario, library), library)
    if decision.week is None:
        from backstride.cli.asked import show_no_week

        show_no_week(decision, library, as_json=as_json)
        raise Finding
    chosen = _day(decision.week.days, day)
    scripts = day_scripts(decision, chosen, library, load_figures().movements)
    title = day_words(chosen.day, library.word)
    _show(page, title, chosen.day, _of_slot(scripts, slot), as_json=as_json)


def _day(days: tuple[PlannedDay, ...], wanted: str | None) -> PlannedDay:
    if wanted is None:
        return days[0]
    from backstride.cli.asked import day_named

    named = day_named("--day", wanted, days[0].day)
    return next(day for day in days if day.day == named)


def _of_slot(scripts: tuple[Script, ...], slot: str | None) -> tuple[Script, ...]:
    found = tuple(script for script in scripts if slot in (None, script.slot))
    if slot is not None and not found:
        slots = ", ".join(str(script.slot) for script in scripts) or "none"
        raise BadInput(f"--slot: {slot}: no such session; there are {slots}")
    return found


def _show(page: Page, title: str, day: date | None, scripts: tuple[Script, ...], *, as_json: bool) -> None:
    if as_json:
        data: dict[str, Any] = {"day": day.isoformat() if day is not None else None}
        data["scripts"] = [script.model_dump(mode="json") for script in scripts]
        typer.echo(compact(data).encode() + b"\n", nl=False)
        return
    page.title(title)
    for script in scripts:
        show_script(page, script)
    if not scripts:
        page.line(page.library.messages["cli.nothing_today"])
