"""From what was given to a decision, asking at a terminal for what is missing; and keeping the answers."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from backstride.cli.asking import ask_runner, ask_screening
from backstride.cli.console import console
from backstride.cli.files import write_text
from backstride.cli.inputs import Inputs
from backstride.cli.refusal import BadInput
from backstride.cli.scenarios import decided
from backstride.cli.terminal import Quit, Terminal
from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.profile import Facts
from backstride.scenario import Scenario


@dataclass(frozen=True)
class Outcome:
    """What was decided, on what, and whether anything was asked for it."""

    inputs: Inputs
    scenario: Scenario
    decision: Decision
    asked: bool


def decide_with(
    inputs: Inputs, library: Library, terminal: Terminal, *, ask: bool = True, sample: Facts | None = None
) -> Outcome:
    """Decides, asking first for the runner and the safety questions where they are missing.

    `sample` gives the answers that Enter takes. Raises BadInput where something is missing and nobody can be
    asked, and Quit where the person does not want to go on.
    """
    may_ask = ask and terminal.interactive
    asked = False
    absent = inputs.missing()
    if absent:
        if not may_ask:
            fields = ", ".join(f"runner.{field}" for field in absent)
            raise BadInput(f"{inputs.where}: {fields}: missing; write it into a profile, see --profile")
        inputs = inputs.with_facts(ask_runner(terminal, inputs.facts, inputs.now, sample))
        asked = True
    scenario = inputs.scenario(library)
    decision = decided(scenario, library)
    if decision.status == "needs_screening" and may_ask:
        facts = ask_screening(
            terminal, library, inputs.facts, inputs.now, decision.triage.ask, sample=sample is not None
        )
        inputs = inputs.with_facts(facts)
        asked = True
        scenario = inputs.scenario(library)
        decision = decided(scenario, library)
    return Outcome(inputs, scenario, decision, asked)


def offer_to_save(terminal: Terminal, outcome: Outcome) -> None:
    """Asks for a file to keep the answers in; none is kept unless one is named."""
    if not outcome.asked or outcome.decision.status != "planned":
        return
    console().print()
    try:
        path = terminal.ask(
            "Keep your answers for next time? A file name, such as me.yaml", _new_file, default="no"
        )
    except Quit:
        return
    if path is None:
        return
    text = yaml.safe_dump(outcome.inputs.facts, sort_keys=False, allow_unicode=True)
    write_text(
        path,
        "# A profile for Backstride: --profile with this file's name. Mend it by hand as you like.\n" + text,
    )
    console().print(f"Kept in {path}.")


def _new_file(text: str) -> Path | None:
    if text.lower() in ("", "no", "n"):
        return None
    path = Path(text).expanduser()
    if path.exists():
        raise ValueError(f"{path} is there already; another name, please.")
    if not path.absolute().parent.is_dir():
        raise ValueError(f"There is no folder {path.parent}.")
    return path
