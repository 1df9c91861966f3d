"""A scenario through screening, light and coaching, each finding held against the checker's own reading."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import floor

from bench.safety.cover import cover
from bench.safety.engine import Found, walk
from bench.safety.pain import Remembered
from bench.safety.tally import Fault, Tally
from bench.safety.weeks import raised_items, usual_items, week_of

from backstride.coaching.light import Lights
from backstride.decision import Decision
from backstride.knowledge import Library, RuleSet
from backstride.planning.check import RULES, WITHOUT_WEEK, Case, Rule
from backstride.planning.check.doses import doses
from backstride.planning.check.growth import most_hard_sets
from backstride.planning.check.h01 import h01
from backstride.planning.check.h13 import h13
from backstride.planning.check.h14 import _low_load_red as low_load_red
from backstride.planning.check.h14 import h14, paused
from backstride.planning.check.h15 import h15
from backstride.planning.check.h16 import h16
from backstride.planning.check.left import left_alone
from backstride.planning.check.start import start_level
from backstride.scenario import Scenario

REFUSED = tuple(speak for rule, speak in RULES if rule in WITHOUT_WEEK)
DOSED = (h01, h13, h14, h15, h16, doses)  # what speaks of levels and sets
# Where rules speak of the week as a whole, which nobody planned here, or of the status, held by itself.
WHOLE = ("week", "status", "runs", "triage.tier", "triage.advice")


def judge(number: int, scenario: Scenario, library: Library, rules: RuleSet, tally: Tally) -> None:
    """Adds what came of the scenario to the tally. The light path knows no routine, so none is followed."""
    runner = scenario.runner.model_copy(update={"routine": None})
    scenario = scenario.model_copy(update={"runner": runner})
    found = walk(scenario, library, rules)
    case = Case(scenario, found.decision, library, rules)
    case.__dict__["pain"] = Remembered(scenario, rules)
    tally.count += 1
    cover(tally, found, case)
    tally.faults += [Fault(number, text) for text in faults(found, case)]


def faults(found: Found, case: Case) -> Iterator[str]:
    """Every point on which engine and checker differ."""
    yield from _gate(found, case)
    yield from _lights(found.lights, case)
    yield from _phase(found, case)
    if found.decision.status != "planned":
        yield from _asked(case, found.decision, REFUSED)
    yield from _asked(case, week_of(found), (h15,))
    usual = usual_items(found, case.rules)
    yield from _asked(case, week_of(found, ((item,) for item in usual)), DOSED, sums=False)
    if found.phase.may_progress:
        raised = raised_items(found, case.rules)
        yield from _asked(case, week_of(found, ((item,) for item in raised)), DOSED, sums=False)
    elif raised_items(found, case.rules):
        yield "a step up in a week that asks for less"


def _gate(found: Found, case: Case) -> Iterator[str]:
    gate, told = case.gate, found.decision
    stop = bool(gate.stopped_by) or gate.under_age
    status = "stopped" if stop else "needs_screening" if gate.due else "planned"
    if told.status != status:
        yield f"status {told.status}; the checker reads {status}"
    if told.triage.tier != gate.tier:
        yield f"tier {told.triage.tier}; the checker reads {gate.tier}"
    bone = any(case.library.questions[q].bone for q in gate.raised)
    if told.triage.bone and not bone:
        yield "bone pain is suspected, and no answer raises it"
    screening = case.scenario.screening
    given = screening.at is not None and screening.at <= case.scenario.now
    if bone and given and not screening.cleared and not told.triage.bone:
        yield "an answer raises bone pain, nobody cleared it, and it is not suspected"


def _lights(lit: Lights, case: Case) -> Iterator[str]:
    pain = case.pain
    for day in pain.days:
        if lit.of(day) != pain.light(day):
            yield f"light of {day}: {lit.of(day)}; the checker reads {pain.light(day)}"
    told = sorted([entry.day for entry in lit.lights] + [entry.day for entry in lit.unlit])
    # A day that has a run and nothing else is told only where the run tells something.
    if not set(told) <= set(pain.days):
        yield f"lights of {len(told)} days, of which the checker does not know all"
    if list(lit.reds) != pain.reds:
        yield f"reds {lit.reds}; the checker reads {pain.reds}"
    week = [case.back(-n) for n in range(7)]
    low = {day for day in week if low_load_red(case, day) is not None}
    if lit.low_load != low:
        yield f"low-load days {sorted(lit.low_load)}; the checker reads {sorted(low)}"
    if lit.paused != (paused(case) is not None):
        yield f"paused {lit.paused}; the checker reads {paused(case)}"


def _phase(found: Found, case: Case) -> Iterator[str]:
    if found.start > start_level(case):
        yield f"start level {found.start}; the checker's highest is {start_level(case)}"
    before = case.log.hard_sets(case.before_start(7), case.before_start(1))
    keep = Fraction(str(max(case.rules.series("deload.keep"))))
    most = floor(keep * before) if found.phase.deload else most_hard_sets(case)
    if most is not None:
        most = max(0, most - case.log.hard_sets(case.today, case.today))
    left = {exercise for exercise, p in found.doses.items() if p.left is not None}
    if left != set(left_alone(case)):
        yield f"left alone: {sorted(left)}; the checker reads {sorted(left_alone(case))}"
    if found.phase.hard_sets != most:
        yield f"hard sets {found.phase.hard_sets}; the checker reads {most}"


def _asked(case: Case, decision: Decision, rules: tuple[Rule, ...], *, sums: bool = True) -> Iterator[str]:
    """What the checker says of a decision by these rules; `sums`: of the week as a whole too."""
    other = replace(case, decision=decision)
    # Log, pain and gate are read from the scenario alone, so they need not be read again.
    other.__dict__.update({k: v for k, v in case.__dict__.items() if k in ("log", "pain", "gate")})
    for speak in rules:
        for violation in speak(other):
            if sums or violation.where not in WHOLE:
                yield f"{violation.rule} {violation.where}: {violation.text}"
