"""What the diary tells screening: flares, new leg symptoms, night pain, three reds in two weeks."""

from collections.abc import Mapping
from datetime import date

from backstride.coaching.findings import Finding, rise
from backstride.coaching.light import Lights
from backstride.knowledge import RuleSet
from backstride.known import Known
from backstride.screening.signs import Signs


def signs(known: Known, rules: RuleSet, found: Mapping[date, Finding], lights: Lights) -> Signs:
    """The signs that make the questions due again or raise the tier."""
    limit = rules.number("triage.flare_rise")

    def days_with(key: str) -> tuple[date, ...]:
        return tuple(day for day, finding in found.items() if any(e.key == key for e in finding.evidence))

    return Signs(
        flares=tuple(day for day in found if (rise(known, rules, day) or 0) >= limit),
        legs=days_with("light.leg"),
        nights=days_with("light.night"),
        triple_red=lights.triple,
    )
