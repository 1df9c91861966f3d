"""Everything that the rooms find in a scenario, as values that can be compared."""

from typing import Any

from backstride.coaching.dose import Dose
from backstride.scenario import Scenario
from backstride.terms import TIERS, Tier
from spec.findings import Findings, findings_of

WORSE = {"green": 0, None: 1, "amber": 2, "red": 3}


def height(tier: Tier) -> int:
    """How high a tier stands: the higher, the sooner somebody should be seen."""
    return -TIERS.index(tier)


def _dose(dose: Dose | None) -> Any:
    return dose and (dose.level, dose.change, dose.rung, [reason.text for reason in dose.why])


def summary(scenario: Scenario) -> dict[str, Any]:
    """What screening, coaching and the run advice find."""
    found = findings_of(scenario)
    return {
        "status": found.status,
        "triage": found.triage,
        "lights": found.lights,
        "log": dict(found.log),
        "phase": found.phase,
        "doses": {
            exercise: (p.logged, _dose(p.usual), _dose(p.up)) for exercise, p in found.prescriptions.items()
        },
        "calendar": (dict(found.calendar.days), found.calendar.origin),
        "advice": found.advice,
    }


def difference(one: Scenario, other: Scenario) -> dict[str, tuple[Any, Any]]:
    """What two scenarios lead to, where it differs."""
    first, second = summary(one), summary(other)
    return {name: (first[name], second[name]) for name in first if first[name] != second[name]}


__all__ = ["WORSE", "Findings", "difference", "findings_of", "height", "summary"]
