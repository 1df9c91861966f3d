"""The paths of a decided scenario's exercises."""

from functools import partial

from backstride.coaching.findings import findings
from backstride.coaching.light import lights
from backstride.coaching.past import Past
from backstride.coaching.path import Path, Walker
from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.known import Known
from backstride.planning.coached import coach
from backstride.planning.fitness import fits_runner
from backstride.scenario import Scenario


def paths(scenario: Scenario, library: Library, decision: Decision) -> tuple[Path, ...]:
    """The path of every exercise that was ever done or is in the decided week; none without a week."""
    if decision.week is None:
        return ()
    rules, known = library.rules(scenario.rules), Known(scenario)
    lit = lights(known, library, rules, findings(known, rules))
    found = coach(known, library, rules, lit, decision.triage)
    soon = found.phase.low_load_week and not lit.triple
    past = Past(scenario, library, rules, partial(fits_runner, known), known.screened_on if soon else None)
    walker = Walker(known, library, found.log, lit, found.prescriptions, found.phase, past, decision.week)
    return walker.paths()
