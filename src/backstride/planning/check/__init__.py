"""An independent check of a decision: every hard rule read anew, apart from everything that decides."""

from collections.abc import Callable, Iterator

from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.planning.check.case import Case
from backstride.planning.check.contract import contract
from backstride.planning.check.doses import doses
from backstride.planning.check.h01 import h01
from backstride.planning.check.h02 import h02
from backstride.planning.check.h03 import h03
from backstride.planning.check.h04 import h04
from backstride.planning.check.h05 import h05
from backstride.planning.check.h06 import h06
from backstride.planning.check.h07 import h07
from backstride.planning.check.h08 import h08
from backstride.planning.check.h09 import h09
from backstride.planning.check.h10 import h10
from backstride.planning.check.h11 import h11
from backstride.planning.check.h12 import h12
from backstride.planning.check.h13 import h13
from backstride.planning.check.h14 import h14
from backstride.planning.check.h15 import h15
from backstride.planning.check.h16 import h16
from backstride.planning.check.lights import lights
from backstride.planning.check.reasons import reasons
from backstride.planning.check.routine import YIELDING
from backstride.planning.check.violation import Violation
from backstride.scenario import Scenario

__all__ = ["RULES", "Case", "Violation", "check"]

Rule = Callable[[Case], Iterator[Violation]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("H1", h01),
    ("H2", h02),
    ("H3", h03),
    ("H4", h04),
    ("H5", h05),
    ("H6", h06),
    ("H7", h07),
    ("H8", h08),
    ("H9", h09),
    ("H10", h10),
    ("H11", h11),
    ("H12", h12),
    ("H13", h13),
    ("H14", h14),
    ("H15", h15),
    ("H16", h16),
    ("contract", contract),
    ("contract", doses),
    ("contract", reasons),
    ("contract", lights),
)

# What is asked of a decision without a week; the others speak of weeks only.
WITHOUT_WEEK = ("H1", "H2", "contract")
# A routine has doses of its own, not levels: the rules that change levels and sets do not apply to it.
BY_LEVEL = ("H15", "H16")


def check(scenario: Scenario, decision: Decision, library: Library) -> list[Violation]:
    """Every violation of a hard rule, in the order of the rules; none: the decision holds.

    Raises:
        UnknownRules: the scenario asks for a rule set that the library does not have.
    """
    case = Case(scenario, decision, library, library.rules(scenario.rules))
    return [violation for rule, speak in RULES if _applies(case, rule) for violation in speak(case)]


def _applies(case: Case, rule: str) -> bool:
    if case.decision.status != "planned" or case.decision.week is None:
        return rule in WITHOUT_WEEK
    if case.routine is None:
        return True
    return rule not in BY_LEVEL and not (rule in YIELDING and rule in case.decision.week.yields)
