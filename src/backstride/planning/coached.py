"""What coaching finds for a week, gathered for planning."""

from functools import partial

from backstride.coaching.dose import prescriptions
from backstride.coaching.light import Lights
from backstride.coaching.logs import entries
from backstride.coaching.phase import phase
from backstride.coaching.rotate import resting
from backstride.coaching.swaps import Swapper, with_reasons
from backstride.decision import PlannedDay, Swap, Triage
from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.planning.fitness import fits_runner
from backstride.planning.planned import Coached
from backstride.saying import reason


def coach(known: Known, library: Library, rules: RuleSet, lights: Lights, triage: Triage) -> Coached:
    """The log, the phase, the prescriptions and the swaps; a routine followed as written has no swaps."""
    log = entries(known, library)
    weeks = phase(known, library, rules, log, lights, triage.tier)
    doses = prescriptions(known, library, rules, log, lights, weeks)
    if known.scenario.runner.routine is not None:
        return Coached(log, lights, weeks, doses, no_impact=triage.bone)
    swaps = Swapper(known, library, rules, log, weeks, doses, partial(fits_runner, known)).swaps()
    return Coached(
        log,
        lights,
        weeks,
        with_reasons(doses, swaps, library),
        no_impact=triage.bone,
        swaps=swaps,
        resting=resting(known, library, rules, log, weeks),
    )


def swapped(
    coached: Coached, library: Library, rules: RuleSet, days: tuple[PlannedDay, ...]
) -> tuple[Swap, ...]:
    """The swaps that the week shows: what gave way, and what came in as the next after a mastered exercise.

    What is named as taking over is in the week.
    """
    placed = {item.exercise for day in days for session in day.sessions for item in session.items}
    found = []
    for swap in coached.swaps:
        instead = swap.instead if swap.instead in placed else None
        came = instead is not None
        if came if swap.why.key == "leave.mastered" else swap.exercise not in placed:
            found.append(swap.model_copy(update={"instead": instead}))
    weeks = rules.whole("rotate.weeks")
    why = reason(library, "O4", "leave.rotated", parameter="rotate.weeks", weeks=weeks)
    named = {swap.exercise for swap in found}
    found += [Swap(exercise=exercise, why=why) for exercise in sorted(coached.resting - placed - named)]
    return tuple(found)
