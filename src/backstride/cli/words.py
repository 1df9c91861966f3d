"""The words that the terminal's pages use."""

from backstride.week_words import day_words, exercise_words, km, minutes, run_words, sure_words
from backstride.wording import dose_words, grade_words, rest_words, slot_words, source_dose_words

__all__ = [
    "day_words",
    "dose_words",
    "exercise_words",
    "grade_words",
    "km",
    "minutes",
    "rest_words",
    "run_words",
    "slot_words",
    "source_dose_words",
    "sure_words",
]
