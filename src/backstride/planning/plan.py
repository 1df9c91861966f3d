"""Plans a composed week: problem, solution, sessions, and what the rules left no room for."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from backstride.coaching.dose import prescriptions
from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.planning.days import plan_days, strength_done
from backstride.planning.explain import Explainer
from backstride.planning.mending import Mending
from backstride.planning.need import Need, needs
from backstride.planning.objective import Facts
from backstride.planning.planned import Coached, Planned
from backstride.planning.problem import Builder, Problem
from backstride.planning.shortfalls import Shortfalls
from backstride.planning.solver import solve
from backstride.planning.week import Assembler
from backstride.runs.calendar import Calendar


def plan(known: Known, library: Library, rules: RuleSet, calendar: Calendar, coached: Coached) -> Planned:
    """The best week that the hard rules allow, with its shortfalls."""
    builder = Builder(known, library, rules, coached.phase, coached.prescriptions)
    owed = needs(known, library, rules)
    problem = make_problem(known, library, rules, calendar, coached)
    facts = make_facts(known, rules, owed, coached)
    solution = solve(problem, facts)
    assembler = Assembler(known, library, problem, builder, Explainer(known, library, owed))
    again = partial(solve, facts=facts)
    mending = Mending(known, library, calendar, partial(_made_again, library, rules, coached, known))
    shortfalls = Shortfalls(known, library, rules, problem, builder, owed, solution, again, mending)
    return Planned(assembler.days(solution), shortfalls.find(), solution.proof, solution.points)


def _made_again(
    library: Library, rules: RuleSet, coached: Coached, now: Known, then: Known, calendar: Calendar
) -> Problem:
    """The problem under other equipment or another calendar; the log and its lights stay."""
    if then is not now:  # doses turn on what is in the house
        doses = prescriptions(then, library, rules, coached.log, coached.lights, coached.phase)
        coached = replace(coached, prescriptions=doses)
    return make_problem(then, library, rules, calendar, coached)


def make_facts(
    known: Known, rules: RuleSet, owed: Mapping[tuple[str, bool], Need], coached: Coached
) -> Facts:
    """What the objective needs to know beside the problem."""
    instead = frozenset(swap.instead for swap in coached.swaps if swap.instead is not None)
    return Facts(known, rules, owed, frozenset(coached.log), instead, coached.resting)


def make_problem(
    known: Known, library: Library, rules: RuleSet, calendar: Calendar, coached: Coached
) -> Problem:
    """The week as a problem for the solver."""
    builder = Builder(known, library, rules, coached.phase, coached.prescriptions)
    days = plan_days(known, library, rules, calendar, coached)
    many = calendar.run_days(known.week) >= rules.whole("strength.many_runs")
    target = rules.whole("strength.target_many_runs" if many else "strength.target")
    done = tuple(sorted((day - known.today).days for day in strength_done(known, library)))
    week_left = coached.phase.week_left
    since = sum(week_left - len(days) <= day <= 0 for day in done)
    return Problem(
        library,
        rules,
        days,
        builder.places(days),
        coached.phase,
        strength_target=target,
        strength_left=max(0, target - since),
        week_left=week_left,
        strength_done=done,
    )
