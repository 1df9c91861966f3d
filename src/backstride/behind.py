"""A decision together with the planner's work behind it, for questions about the week."""

from backstride.coaching.findings import findings
from backstride.coaching.light import lights
from backstride.coaching.signs import signs
from backstride.decide import decide
from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.known import Known
from backstride.planning.coached import coach
from backstride.planning.work import Work, work
from backstride.runs.calendar import calendar
from backstride.scenario import Scenario
from backstride.screening.triage import triage


def behind(scenario: Scenario, library: Library) -> tuple[Decision, Work | None]:
    """What is decided, and the solved problem behind a composed week; `None` where there is no such week.

    Raises:
        ScenarioError: a name in the scenario is unknown to the library.
    """
    decision = decide(scenario, library)
    return decision, None if decision.week is None else solved(scenario, library)


def solved(scenario: Scenario, library: Library) -> Work:
    """The composed week of a scenario that screening lets through, solved."""
    rules, known = library.rules(scenario.rules), Known(scenario)
    found = findings(known, rules)
    lit = lights(known, library, rules, found)
    _, tier = triage(known, library, rules, signs(known, rules, found, lit))
    return work(known, library, rules, calendar(known, rules), coach(known, library, rules, lit, tier))
