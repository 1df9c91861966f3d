"""The planner's work behind a scenario, as its tests look at it."""

from backstride.behind import behind, solved
from backstride.knowledge import load
from backstride.planning.work import Work
from backstride.scenario import Scenario


def work_of(scenario: Scenario) -> Work:
    """The work behind a scenario that comes to a week."""
    decision, work = behind(scenario, load())
    assert work is not None
    # What is asked is asked of the week that was decided.
    assert decision.solver == work.solution.proof
    return work


def quick_work_of(scenario: Scenario) -> Work:
    """The same without the decision beside it, where many weeks are asked."""
    return solved(scenario, load())
