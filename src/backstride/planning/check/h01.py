"""H1: what stops, stops; soon gets a low-load week; nobody is told less than the screening says."""

from collections.abc import Iterator

from backstride.planning.check.case import Case
from backstride.planning.check.violation import Violation
from backstride.terms import TIERS

RULE = "H1"


def h01(case: Case) -> Iterator[Violation]:
    """The tier and the status follow from answers, age and reds; a week of tier soon is low-load."""
    yield from _status(case)
    yield from _tier(case)
    if case.decision.status == "planned" and case.gate.tier == "soon":
        yield from _low_load(case)


def _status(case: Case) -> Iterator[Violation]:
    gate, decision = case.gate, case.decision
    stop = bool(gate.stopped_by) or gate.under_age
    cause = ", ".join(gate.stopped_by) or "an age that may be under the youngest"
    if stop and decision.status != "stopped":
        yield Violation(RULE, "status", f"{cause} should have stopped it; the status is {decision.status}.")
    if not stop and decision.status == "stopped":
        yield Violation(RULE, "status", "It was stopped, though no answer and no age stops.")
    if decision.status != "planned" and decision.week is not None:
        yield Violation(RULE, "week", f"A decision that is {decision.status} carries a week.")
    if decision.status != "planned" and decision.runs:
        text = f"A decision that is {decision.status} carries advice on {len(decision.runs)} runs."
        yield Violation(RULE, "runs", text)
    if (stop or gate.tier != "self_care") and not any(text.strip() for text in decision.triage.advice):
        yield Violation(
            RULE, "triage.advice", f"Tier {gate.tier} without a word on whom to see and how soon."
        )


def _tier(case: Case) -> Iterator[Violation]:
    told, due = case.decision.triage.tier, case.gate.tier
    lower = TIERS.index(told) > TIERS.index(due)
    if lower or (case.decision.status == "planned" and told != due):
        yield Violation(RULE, "triage.tier", f"The tier is {told}; the scenario gives {due}.")


def _low_load(case: Case) -> Iterator[Violation]:
    top = case.rules.whole("low_load.level")
    for p in case.placed:
        if p.item.level > top:
            text = f"Level {p.item.level} in a low-load week; {top} is the highest."
            yield Violation(RULE, p.where, text)
        if p.exercise.impact:
            yield Violation(RULE, p.where, "An exercise with impact in a low-load week.")
        if p.item.change == "up":
            yield Violation(RULE, p.where, "A step up in a low-load week.")
