"""`backstride schema`: the form of a scenario and of a decision."""

import json
from typing import Annotated

import typer
from pydantic import BaseModel

from backstride.cli.refusal import BadInput
from backstride.decision import Decision
from backstride.scenario import Scenario

MODELS: dict[str, type[BaseModel]] = {"scenario": Scenario, "decision": Decision}
What = Annotated[str, typer.Argument(metavar="scenario|decision")]


def schema(what: What) -> None:
    """Print the JSON Schema of a scenario or of a decision."""
    if what not in MODELS:
        raise BadInput(f"{what}: scenario or decision is wanted")
    text = json.dumps(MODELS[what].model_json_schema(), indent=2, sort_keys=True, ensure_ascii=False)
    typer.echo(text.encode() + b"\n", nl=False)
