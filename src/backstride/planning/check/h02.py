"""H2: no week on answers that are missing, too old or overtaken by events, and none refused without cause."""

from collections.abc import Iterator

from backstride.planning.check.case import Case
from backstride.planning.check.violation import Violation

RULE = "H2"


def h02(case: Case) -> Iterator[Violation]:
    """The status is `needs_screening` when, and only when, screening is due and nothing stops."""
    gate, decision = case.gate, case.decision
    if gate.stopped_by or gate.under_age:
        return
    if gate.due and decision.status != "needs_screening":
        text = f"Screening is due ({'; '.join(gate.due)}), and the status is {decision.status}."
        yield Violation(RULE, "status", text)
    if decision.status != "needs_screening":
        return
    if not gate.due:
        yield Violation(RULE, "status", "Screening is asked for, though the answers hold.")
    unasked = [question for question in gate.missing if question not in decision.triage.ask]
    if unasked or not decision.triage.ask:
        text = f"The questions to ask leave out {', '.join(unasked) or 'every one'}."
        yield Violation(RULE, "triage.ask", text)
