"""What occurs in the light run, counted, so that nobody has to believe that it occurs."""

from bench.safety.engine import Found
from bench.safety.tally import Tally

from backstride.planning.check import Case


def cover(tally: Tally, found: Found, case: Case) -> None:
    """Counts status, tier, lights, doses and occasions of a scenario."""
    decision, phase = found.decision, found.phase
    tally.saw("status and tier", f"{decision.status}, {decision.triage.tier}")
    for light in {entry.light for entry in decision.lights} | ({"unknown"} if decision.unlit else set()):
        tally.saw("a day that is", light)
    for which, so in (
        ("minor", case.gate.under_age or any(r.id == "H1" for r in decision.triage.reasons)),
        ("under 16, not cleared", case.gate.under_age),
        ("suspected bone pain", decision.triage.bone),
        ("cleared by a clinician", bool(case.scenario.screening.cleared)),
        ("flare", bool(found.signs.flares)),
        ("new leg symptoms", bool(found.signs.legs)),
        ("night pain", bool(found.signs.nights)),
        ("low-load days", bool(found.lights.low_load)),
        ("pause after two reds", found.lights.paused),
        ("three reds in two weeks", found.lights.triple),
        ("three ambers running", found.lights.ambers_in_a_row),
        ("deload", phase.deload),
        ("first week", phase.first_week),
        ("low-load week", phase.low_load_week),
        ("limit of hard sets", phase.hard_sets is not None),
        ("replan inside a week", found.known.week_start != found.known.today),
        ("calendar inferred", case.scenario.calendar is None),
    ):
        if so:
            tally.saw("occasion", which)
    for prescription in found.doses.values():
        tally.saw("dose", prescription.usual.change)
        tally.saw("reason of a dose", prescription.usual.why[0].key)
        if prescription.left is not None:
            tally.saw("dose", "left alone")
        if prescription.mastered:
            tally.saw("dose", "mastered")
        if prescription.up is not None:
            tally.saw("dose", "up")
    for reason in {reason.id for reason in decision.triage.reasons}:
        tally.saw("reason of the tier", reason)
