"""`backstride why`: why an exercise stands where it stands, or why it does not."""

from pathlib import Path
from typing import Annotated

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.language import library_told
from backstride.cli.page import Page
from backstride.cli.scenarios import as_line

Scenario = Annotated[Path, typer.Argument(metavar="SCENARIO.json", help="- is standard input.")]
ItemAsked = Annotated[
    str,
    typer.Option(
        "--item",
        metavar="DAY[/SLOT]/EXERCISE",
        help="What to ask about: sat/bird_dog, tue/post_run/bridge, sat/strength; a day may be a date.",
    ),
]


def why(
    scenario: Scenario, item: ItemAsked, lang: options.Lang = None, as_json: options.AsJson = False
) -> None:
    """Say why an exercise stands in the week: rules, points, what it beat; or which rules keep it out."""
    from backstride.cli.asked import asked_of, decided_behind
    from backstride.cli.render_why import show_answer
    from backstride.planning.why import Why

    library = library_told(lang, as_json=as_json)
    decision, work = decided_behind(scenario, library, as_json=as_json)
    assert decision.week is not None
    answer = Why(work, decision.week).answer(asked_of(item, work.known.today, library))
    if as_json:
        typer.echo(as_line(answer), nl=False)
    else:
        show_answer(Page(console(), library), answer)
