"""Plans a composed week: problem, solution, sessions, and what the rules left no room for."""

from functools import partial

from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.planning.days import plan_days, strength_done
from backstride.planning.explain import Explainer
from backstride.planning.need import needs
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
    facts = Facts(known, rules, owed, frozenset(coached.log))
    solution = solve(problem, facts)
    assembler = Assembler(known, library, problem, builder, Explainer(known, library, owed))
    again = partial(solve, facts=facts)
    shortfalls = Shortfalls(known, library, rules, problem, builder, owed, solution, again)
    return Planned(assembler.days(solution), shortfalls.find(), solution.proof, solution.points)


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
