"""Scenario and decision files to values, with every fault told by file and field."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from backstride.cli.files import name_of, read
from backstride.cli.refusal import BadInput
from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.resolve import ScenarioError, check_names, faults, read_scenario
from backstride.scenario import Scenario


@contextmanager
def named(where: str) -> Iterator[None]:
    """Turns a fault of a scenario into bad input that names where it stands."""
    try:
        yield
    except ScenarioError as error:
        raise BadInput(f"{where}: {error}") from None


def scenario_in(path: Path, library: Library) -> Scenario:
    """The scenario in a file. Raises BadInput."""
    with named(name_of(path)):
        scenario = read_scenario(read(path))
        check_names(scenario, library)
    return scenario


def decision_in(path: Path) -> Decision:
    """The decision in a file. Raises BadInput."""
    try:
        return Decision.model_validate_json(read(path))
    except ValidationError as error:
        raise BadInput(f"{name_of(path)}: " + "\n".join(faults(error))) from None


def decided(scenario: Scenario, library: Library) -> Decision:
    """The decision. Raises BadInput where the calendar's own end is too near."""
    # Here and not above: this loads the solver, which takes longer than most commands.
    from backstride.decide import decide

    try:
        return decide(scenario, library)
    except OverflowError:
        raise BadInput(f"now: {scenario.now.year} is too near to the end of the calendar") from None


def as_line(value: BaseModel) -> bytes:
    """Sorted JSON on one line, in UTF-8: the same bytes on every machine."""
    return compact(value.model_dump(mode="json")).encode() + b"\n"


def compact(data: Any) -> str:
    """JSON with sorted keys and no spaces."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def pretty(data: Any) -> str:
    """JSON for a person to read and mend, its keys as they come."""
    return json.dumps(data, indent=1, ensure_ascii=False)


def as_file(scenario: Scenario) -> str:
    """A scenario as the text of a file that a person can read and replay."""
    return pretty(scenario.model_dump(mode="json")) + "\n"
