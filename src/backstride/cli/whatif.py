"""`backstride whatif`: the week with another fact, held beside the week as it is."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.language import library_told
from backstride.cli.page import Page
from backstride.cli.refusal import BadInput, Finding
from backstride.cli.scenarios import as_line, decided, named, scenario_in
from backstride.knowledge import Library
from backstride.resolve import check_names
from backstride.scenario import Scenario

Given = Annotated[Path, typer.Argument(metavar="SCENARIO.json", help="- is standard input.")]
Sets = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="PATH=VALUE", help="Another value: runner.minutes.tue=25; may be repeated."
    ),
]
Moves = Annotated[
    list[str] | None,
    typer.Option("--move-run", metavar="DAY:DAY", help="The run of a day on another: sun:mon."),
]
Drops = Annotated[
    list[str] | None, typer.Option("--drop-run", metavar="DAY", help="The run of a day left out.")
]
Replan = Annotated[
    bool,
    typer.Option("--replan", help="Take the week as decided and change as little of it as there must be."),
]


def whatif(
    scenario: Given,
    sets: Sets = None,
    move_run: Moves = None,
    drop_run: Drops = None,
    replan: Replan = False,
    lang: options.Lang = None,
    as_json: options.AsJson = False,
) -> None:
    """Decide again with another fact and show what differs; exit code 1 where there would be no week."""
    from backstride.cli.asked import show_no_week
    from backstride.cli.render_whatif import show_differences
    from backstride.whatif import differences, replanned

    library = library_told(lang, as_json=as_json)
    given = scenario_in(scenario, library)
    if not (sets or move_run or drop_run):
        raise BadInput("whatif: nothing to change; give --set PATH=VALUE, --move-run or --drop-run")
    other = _changed(given, library, sets or [], move_run or [], drop_run or [])
    before = decided(given, library)
    after = decided(replanned(other, before) if replan else other, library)
    if as_json:
        typer.echo(as_line(differences(before, after)), nl=False)
    elif after.week is None:
        show_no_week(after, library, as_json=False)
    else:
        show_differences(Page(console(), library), differences(before, after))
    if after.week is None:
        raise Finding


def _changed(
    given: Scenario, library: Library, sets: list[str], moves: list[str], drops: list[str]
) -> Scenario:
    """The scenario with every change; each fault names the option and the path. Raises BadInput."""
    from backstride.cli.asked import day_named
    from backstride.whatif import with_run_dropped, with_run_moved, with_values

    rules, today = library.rules(given.rules), given.now.date()
    with named("--set"):
        scenario = with_values(given, [_pair(text) for text in sets])
        check_names(scenario, library)
    for text in moves:
        old, colon, new = text.partition(":")
        if not colon:
            raise BadInput(f"--move-run: {text!r}: give two days, such as sun:mon")
        days = day_named("--move-run", old, today), day_named("--move-run", new, today)
        with named("--move-run"):
            scenario = with_run_moved(scenario, rules, *days)
    for text in drops:
        with named("--drop-run"):
            scenario = with_run_dropped(scenario, rules, day_named("--drop-run", text, today))
    return scenario


def _pair(text: str) -> tuple[str, Any]:
    """A path and its value: JSON where it is, else the text as it stands."""
    path, equals, value = text.partition("=")
    if not equals or not path.strip():
        raise BadInput(f"--set: {text!r}: give PATH=VALUE, such as runner.minutes.tue=25")
    try:
        return path.strip(), json.loads(value)
    except (ValueError, RecursionError):
        return path.strip(), value.strip()
