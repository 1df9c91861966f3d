"""A source's dose and a routine's line in words, in both languages."""

import pytest

from backstride.knowledge import load
from backstride.knowledge.schema.exercise import SourceDose
from backstride.knowledge.translations import library_in, load_translation
from backstride.wording import often_words, routine_line_words, slots_words, source_dose_words

MALAY = library_in(load(), load_translation("ms"))


@pytest.mark.parametrize(
    ("dose", "english", "malay"),
    [
        ({}, "no dose", "tiada dos"),
        (
            {"sets": (1, 1), "reps": (8, 12), "sides": "each"},
            "1 set, 8 to 12 times, each side",
            "1 set, 8 hingga 12 kali, setiap sisi",
        ),
        (
            {"sets": (2, 3), "hold_s": (5, 5), "sides": "switch", "per_week": (2, 3)},
            "2 to 3 sets, 5 s hold, change sides, 2 to 3 times a week",
            "2 hingga 3 set, tahan 5 s, tukar sisi, 2 hingga 3 kali seminggu",
        ),
        (
            {"duration_s": (30, 60), "rest_s": (10, 10), "per_week": (1, 1), "timing": ("pre_run",)},
            "30 to 60 s, 10 s rest, 1 time a week, before the run",
            "30 hingga 60 s, rehat 10 s, 1 kali seminggu, sebelum larian",
        ),
    ],
)
def test_a_source_dose(dose: dict[str, object], english: str, malay: str) -> None:
    given = SourceDose.model_validate({"source": "S1", "entry": "1", "name": "x", **dose})
    assert source_dose_words(given) == english
    assert source_dose_words(given, MALAY.word) == malay


def test_a_routine() -> None:
    routine = load().routines["s0_around_a_run"]
    assert routine_line_words(routine.items[1]) == "3 each side, 10 s hold, changing sides every time"
    told = routine_line_words(routine.items[1], MALAY.word)
    assert told == "3 setiap sisi, tahan 10 s, tukar sisi setiap kali"
    assert (often_words(routine), often_words(routine, MALAY.word)) == (
        "with every run",
        "pada setiap larian",
    )
    assert slots_words(("pre_run", "cross"), MALAY.word) == "Sebelum larian, kekuatan dan mobiliti"
