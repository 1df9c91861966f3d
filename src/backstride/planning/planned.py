"""What planning hands on: the days, what they lack, how they were proven, which rules yielded."""

from collections.abc import Mapping
from dataclasses import dataclass

from backstride.coaching.dose import Prescription
from backstride.coaching.light import Lights
from backstride.coaching.logs import Entry
from backstride.coaching.phase import Phase
from backstride.decision import PlannedDay, Shortfall, Solver, Swap


@dataclass(frozen=True)
class Coached:
    """What coaching found: the log, the lights, the phase of the weeks, each exercise's prescription.

    `swaps`: what gives way and what takes over. `resting`: accessories whose turn is over.
    `no_impact`: a bone stress injury is suspected, so nobody runs.
    """

    log: Mapping[str, tuple[Entry, ...]]
    lights: Lights
    phase: Phase
    prescriptions: Mapping[str, Prescription]
    no_impact: bool = False
    swaps: tuple[Swap, ...] = ()
    resting: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Planned:
    """A week of sessions. `points` holds each objective term; `yields` the rules that a routine overrides."""

    days: tuple[PlannedDay, ...]
    shortfalls: tuple[Shortfall, ...]
    proof: Solver
    points: Mapping[str, int]
    yields: tuple[str, ...] = ()
