"""`backstride coach`: what each exercise has done, step by step, and why."""

from pathlib import Path
from typing import Annotated

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.exercise_names import exercise_named
from backstride.cli.language import library_told
from backstride.cli.page import Page
from backstride.cli.refusal import Finding
from backstride.cli.render_coach import show_coach
from backstride.cli.render_triage import show_questions, show_stop
from backstride.cli.scenarios import compact, decided, scenario_in

Scenario = Annotated[Path, typer.Argument(metavar="SCENARIO.json", help="- is standard input.")]
One = Annotated[
    str | None, typer.Option("--exercise", metavar="ID", help="Only this one: its id, name or another name.")
]


def coach(
    scenario: Scenario,
    exercise: One = None,
    country: options.Country = None,
    lang: options.Lang = None,
    as_json: options.AsJson = False,
) -> None:
    """Show each exercise's path: every step with its reason, this week's dose, what earns the next step."""
    from backstride.planning.paths import paths

    library = library_told(lang, as_json=as_json)
    given = scenario_in(scenario, library)
    wanted = exercise_named(exercise, library).id if exercise is not None else None
    decision = decided(given, library)
    found = [path for path in paths(given, library, decision) if wanted in (None, path.exercise)]
    if as_json:
        data = {"status": decision.status, "paths": [path.model_dump(mode="json") for path in found]}
        typer.echo(compact(data).encode() + b"\n", nl=False)
    elif decision.status == "stopped":
        show_stop(Page(console(), library), decision, country)
    elif decision.week is None:
        show_questions(Page(console(), library), decision)
    else:
        show_coach(Page(console(), library), found, wanted)
    if decision.week is None:
        raise Finding
