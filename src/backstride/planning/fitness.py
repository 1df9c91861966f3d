"""Whether an exercise is for this runner at all: what they ruled out, have in the house, and answered."""

from backstride.coaching.dose import COMFORT
from backstride.knowledge.schema.exercise import Exercise
from backstride.known import Known
from backstride.screening.answers import contraindicating


def fits_runner(known: Known, exercise: Exercise) -> bool:
    """Whether no position, exercise, equipment or contraindication takes it out."""
    runner = known.scenario.runner
    against = contraindicating(known)
    return (
        exercise.id not in runner.avoid_exercises
        and exercise.position not in runner.avoid_positions
        and set(exercise.equipment) - COMFORT <= set(runner.equipment)
        and not any(c.question in against for c in exercise.contraindications)
    )
