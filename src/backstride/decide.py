"""The walk from a scenario to a decision. Reads no clock, no file, no network and no random source."""

from backstride.coaching.findings import findings
from backstride.coaching.light import Lights, lights
from backstride.coaching.signs import signs
from backstride.decision import Decision, Triage, Week
from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.lessons import Back, lessons
from backstride.planning.causes import Causes
from backstride.planning.changes import changes
from backstride.planning.coached import coach, swapped
from backstride.planning.days import plan_days
from backstride.planning.plan import plan
from backstride.planning.routine import follow
from backstride.resolve import check_names
from backstride.runs.advice import Adviser, Caution
from backstride.runs.calendar import calendar
from backstride.runs.ran import Ran
from backstride.runs.signals_told import signals
from backstride.scenario import Scenario
from backstride.screening.triage import triage


def decide(scenario: Scenario, library: Library) -> Decision:
    """What to do this week, or who to see first, with every finding on the way.

    Raises:
        ScenarioError: a name in the scenario is unknown to the library.
    """
    check_names(scenario, library)
    rules = library.rules(scenario.rules)
    known = Known(scenario)

    found = findings(known, rules)
    lit = lights(known, library, rules, found)
    seen = signs(known, rules, found, lit)
    status, tier = triage(known, library, rules, seen)
    refusal = Decision(status=status, triage=tier, lights=lit.lights, unlit=lit.unlit, rules=rules.version)
    if status != "planned":
        return refusal

    coached = coach(known, library, rules, lit, tier)
    weeks = coached.phase
    runs = calendar(known, rules)
    advice = Adviser(known, library, rules, caution(known, rules, tier, lit)).advise(runs)
    planner = plan if scenario.runner.routine is None else follow
    planned = planner(known, library, rules, runs, coached)
    causes = Causes(known, library, coached, plan_days(known, library, rules, runs, coached))
    week = Week(
        days=planned.days,
        shortfalls=planned.shortfalls,
        changes=changes(known, library, planned.days, causes),
        swaps=swapped(coached, library, rules, planned.days),
        deload=weeks.deload and scenario.runner.routine is None,
        calendar=runs.origin,
        calendar_why=library.message(f"calendar.{runs.origin}", {"weeks": rules.whole("infer.weeks")}),
        routine=library.routine_names.get(scenario.runner.routine or ""),
        yields=planned.yields,
    )
    back = Back(lit.lights, lit.unlit, seen.flares, tier.bone, weeks.first_week, weeks.deload)
    return refusal.model_copy(
        update={
            "week": week,
            "runs": advice,
            "signals": signals(Ran.of(known), library, rules, advice),
            "lessons": lessons(known, library, rules, advice, back),
            "solver": planned.proof,
        }
    )


def caution(known: Known, rules: RuleSet, tier: Triage, lights: Lights) -> Caution:
    """What the back allows of running this week."""
    light = lights.recent(known.today, rules)
    hold = "soon" if tier.tier == "soon" else light if light in ("amber", "red") else None
    return Caution(no_impact=tier.bone, low_load=lights.low_load, hold=hold)
