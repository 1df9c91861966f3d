"""`backstride check`: a decision held against every hard rule."""

from pathlib import Path
from typing import Annotated

import typer

from backstride.cli.files import STDIN
from backstride.cli.refusal import BadInput, Finding
from backstride.cli.scenarios import decision_in, scenario_in
from backstride.knowledge.loader import load

Scenario = Annotated[Path, typer.Argument(metavar="SCENARIO.json", help="What was decided on.")]
Decided = Annotated[
    Path, typer.Argument(metavar="DECISION.json", help="What was decided; - is standard input.")
]


def check(scenario: Scenario, decision: Decided) -> None:
    """Hold a decision against every hard rule; exit code 1 for any violation."""
    from backstride.planning.check import check as violations_of

    if scenario == decision == STDIN:
        raise BadInput("DECISION.json: standard input is already read for the scenario")
    library = load()
    found = violations_of(scenario_in(scenario, library), decision_in(decision), library)
    if not found:
        typer.echo("No violation.")
        return
    for violation in found:
        typer.echo(": ".join(filter(None, (f"{violation.rule}  {violation.where}", violation.text))))
    raise Finding
