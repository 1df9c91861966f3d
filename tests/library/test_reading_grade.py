"""Steps, cues and safety questions read at US grade 8 or below, by the Flesch-Kincaid grade level (1975)."""

import warnings

import pytest

from backstride.knowledge import load

with warnings.catch_warnings():
    # Its source holds an escape that newer Pythons warn of when they compile it.
    warnings.simplefilter("ignore")
    from fkscore import fkscore

MOST = 8.0
EXERCISES = load().exercises.values()
TEXTS = (
    {f"{e.id}.steps": " ".join(e.steps) for e in EXERCISES}
    | {f"{e.id}.cues": " ".join(e.cues) for e in EXERCISES}
    | {f"{q.id}.{f}": getattr(q, f) for q in load().screening.questions for f in ("text", "why", "action")}
    | {f"safety_net.{n}": text for n, text in enumerate(load().screening.safety_net)}
)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade level: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    found: float = fkscore(" ".join(text.split())).score["calc_grade"]
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_reads_at_grade_8_or_below(name: str) -> None:
    assert grade(TEXTS[name]) <= MOST


def test_the_formula() -> None:
    text = "The physiotherapist recommends progressive rehabilitation after every acute lumbar episode."
    assert grade(text) > MOST
    assert grade("Lie on your back. Bend your knees. Lift your hips.") < 3
    # One sentence of ten words, a syllable each.
    assert grade("The cat sat on the mat and ate the food.") == pytest.approx(0.39 * 10 + 11.8 * 1.0 - 15.59)
