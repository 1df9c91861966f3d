"""`backstride explain`: what was weighed for a week, and what each exercise adds."""

from pathlib import Path
from typing import Annotated

import typer

from backstride.cli import options
from backstride.cli.console import console
from backstride.cli.language import library_told
from backstride.cli.page import Page
from backstride.cli.scenarios import as_line

Scenario = Annotated[Path, typer.Argument(metavar="SCENARIO.json", help="- is standard input.")]


def explain(scenario: Scenario, lang: options.Lang = None, as_json: options.AsJson = False) -> None:
    """Show the terms of a week in their order, what each exercise adds to them, and the proof."""
    from backstride.cli.asked import decided_behind
    from backstride.cli.render_explain import show_routine, show_weighed
    from backstride.planning.weighed import weighed

    library = library_told(lang, as_json=as_json)
    decision, work = decided_behind(scenario, library, as_json=as_json)
    found = weighed(work)
    page = Page(console(), library)
    if as_json:
        typer.echo(as_line(found), nl=False)
    elif decision.week is not None and decision.week.routine is not None:
        show_routine(page)
    else:
        show_weighed(page, found, decision.rules)
