"""H12: nothing that the runner ruled out or lacks, nothing that the screening speaks against."""

from collections.abc import Iterator

from backstride.planning.check.case import Case, Placed
from backstride.planning.check.routine import lines
from backstride.planning.check.violation import Violation

RULE = "H12"
COMFORT = "mat"


def h12(case: Case) -> Iterator[Violation]:
    """Exercises, positions and equipment ruled out, contraindications raised (cleared ones too), bone."""
    bone = sorted(q for q in case.gate.raised if q in case.library.questions and _bone(case, q))
    for p in case.placed:
        yield from _ruled_out(case, p)
        for contra in p.exercise.contraindications:
            if contra.question in case.gate.raised:
                yield Violation(RULE, p.where, f"The answer to {contra.question} speaks against it.")
        if bone and p.exercise.impact:
            yield Violation(RULE, p.where, f"Impact, though {', '.join(bone)} raises suspicion of bone.")


def _bone(case: Case, question: str) -> bool:
    return case.library.questions[question].bone


def _ruled_out(case: Case, p: Placed) -> Iterator[Violation]:
    runner = case.scenario.runner
    if p.item.exercise in runner.avoid_exercises:
        yield Violation(RULE, p.where, "The runner ruled the exercise out.")
    if p.exercise.position in runner.avoid_positions:
        yield Violation(RULE, p.where, f"The runner ruled the position out: {p.exercise.position}.")
    own_dose = case.routine is not None and bool(lines(case.routine, p))
    # A routine's own dose has no level, so it needs no more than the exercise itself.
    needed = {*p.exercise.equipment, *(p.level.equipment if p.level and not own_dose else ())}
    lacking = needed - {COMFORT, *runner.equipment}
    if lacking:
        yield Violation(
            RULE, p.where, f"It needs what the runner does not have: {', '.join(sorted(lacking))}."
        )
