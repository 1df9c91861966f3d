"""What the engine finds on the way to a decision, without the planner."""

from collections.abc import Mapping
from dataclasses import dataclass

from backstride.coaching.dose import Prescription, prescriptions, start_level
from backstride.coaching.findings import findings
from backstride.coaching.light import Lights, lights
from backstride.coaching.logs import entries
from backstride.coaching.phase import Phase, phase
from backstride.coaching.signs import signs
from backstride.decision import Decision
from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.scenario import Scenario
from backstride.screening.signs import Signs
from backstride.screening.triage import triage


@dataclass(frozen=True)
class Found:
    """The findings. `phase` and `doses` are coached whatever the status, so that each scenario tells all."""

    decision: Decision
    known: Known
    lights: Lights
    signs: Signs
    phase: Phase
    doses: Mapping[str, Prescription]
    start: int


def walk(scenario: Scenario, library: Library, rules: RuleSet) -> Found:
    """The walk of `decide` up to coaching."""
    known = Known(scenario)
    found = findings(known, rules)
    lit = lights(known, library, rules, found)
    seen = signs(known, rules, found, lit)
    status, tier = triage(known, library, rules, seen)
    log = entries(known, library)
    weeks = phase(known, library, rules, log, lit, tier.tier)
    doses = prescriptions(known, library, rules, log, lit, weeks)
    decision = Decision(status=status, triage=tier, lights=lit.lights, unlit=lit.unlit, rules=rules.version)
    return Found(decision, known, lit, seen, weeks, doses, start_level(known, rules, lit))
