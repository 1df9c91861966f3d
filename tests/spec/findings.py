"""The walk of a decision up to coaching, without the planner."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from backstride.coaching import dose, phase
from backstride.coaching.findings import findings
from backstride.coaching.light import Lights, lights
from backstride.coaching.logs import Entry, entries
from backstride.coaching.signs import signs
from backstride.decide import caution, decide
from backstride.decision import Decision, RunAdvice, Signal, Triage
from backstride.knowledge import Library, RuleSet, load
from backstride.known import Known
from backstride.planning.coached import coach
from backstride.planning.planned import Coached
from backstride.resolve import check_names
from backstride.runs.advice import Adviser
from backstride.runs.calendar import Calendar, calendar
from backstride.runs.ran import Ran
from backstride.runs.signals_told import signals
from backstride.scenario import Scenario
from backstride.screening.triage import Status, triage


@dataclass(frozen=True)
class Findings:
    """What each room finds, each asked when it is wanted."""

    known: Known
    library: Library
    rules: RuleSet

    @cached_property
    def lights(self) -> Lights:
        return lights(self.known, self.library, self.rules, findings(self.known, self.rules))

    @cached_property
    def screened(self) -> tuple[Status, Triage]:
        found = findings(self.known, self.rules)
        return triage(self.known, self.library, self.rules, signs(self.known, self.rules, found, self.lights))

    @property
    def status(self) -> Status:
        return self.screened[0]

    @property
    def triage(self) -> Triage:
        return self.screened[1]

    @cached_property
    def log(self) -> Mapping[str, tuple[Entry, ...]]:
        return entries(self.known, self.library)

    @cached_property
    def phase(self) -> phase.Phase:
        return phase.phase(self.known, self.library, self.rules, self.log, self.lights, self.triage.tier)

    @cached_property
    def prescriptions(self) -> Mapping[str, dose.Prescription]:
        return dose.prescriptions(self.known, self.library, self.rules, self.log, self.lights, self.phase)

    @cached_property
    def coached(self) -> Coached:
        return coach(self.known, self.library, self.rules, self.lights, self.triage)

    @cached_property
    def start_level(self) -> int:
        return dose.start_level(self.known, self.rules, self.lights)

    @cached_property
    def calendar(self) -> Calendar:
        return calendar(self.known, self.rules)

    @cached_property
    def advice(self) -> tuple[RunAdvice, ...]:
        allowed = caution(self.known, self.rules, self.triage, self.lights)
        return Adviser(self.known, self.library, self.rules, allowed).advise(self.calendar)

    @cached_property
    def signals(self) -> tuple[Signal, ...]:
        return signals(Ran.of(self.known), self.library, self.rules, self.advice)

    @cached_property
    def decision(self) -> Decision:
        return decide(self.known.scenario, self.library)


def findings_of(scenario: Scenario) -> Findings:
    """The findings of a scenario whose names the library knows."""
    library = load()
    check_names(scenario, library)
    return Findings(Known(scenario), library, library.rules(scenario.rules))
