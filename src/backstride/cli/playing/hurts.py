"""When it hurts: the score and the place, and what the rules of the light say to that at once."""

from dataclasses import dataclass

from backstride.coaching.findings import findings
from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.scenario import DoneSession, Scenario
from backstride.terms import Light

PLACES = ("back", "leg", "other")


@dataclass(frozen=True)
class Pain:
    """A score of 0-10, and whether it goes down a leg as it did not before."""

    score: float
    leg: bool


@dataclass(frozen=True)
class Verdict:
    """The light that the session has now, and the sentences that say why and what to do."""

    light: Light
    words: tuple[str, ...]

    @property
    def stop(self) -> bool:
        """Whether the session ends here."""
        return self.light == "red"


def verdict(pain: Pain, slot: DoneSession, scenario: Scenario, library: Library, rules: RuleSet) -> Verdict:
    """What a pain during this session means now, by the light's own rules, whatever else the day had.

    `slot` is the session as it would be logged so far; its scores are replaced by this pain.
    """
    session = slot.model_copy(update={"pain_during": pain.score, "new_leg_symptoms": pain.leg})
    alone = scenario.model_copy(
        update={"now": session.at, "pain": (), "runs": (), "sessions": (session,), "previous_week": None}
    )
    (finding,) = findings(Known(alone), rules).values()
    light = finding.light or "green"
    why = [library.message(e.key, e.values) for e in finding.evidence if e.light == light]
    return Verdict(light, (*why, library.message(f"do.hurts_{light}", _numbers(rules))))


def _numbers(rules: RuleSet) -> dict[str, str]:
    return {
        "fine": f"{rules.number('light.green_during'):g}",
        "hours": f"{rules.number('red.low_load_hours'):g}",
        "levels": f"{rules.number('red.levels_down'):g}",
    }
