"""Doses, runs and times in words."""

import pytest

from backstride.cli.refusal import one_line
from backstride.cli.words import dose_words, exercise_words, minutes, rest_words, run_words, sure_words
from backstride.decision import DayRun
from backstride.knowledge.loader import load
from backstride.knowledge.schema.routine import RoutineDose


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        ({"sets": 2, "reps": 8, "hold_s": 3, "per_side": True}, "2 x 8 each side, 3 s hold"),
        ({"sets": 2, "hold_s": 30, "per_side": True}, "2 x 30 s each side"),
        ({"duration_s": 90}, "90 s"),
        ({"sets": 2, "duration_s": 60}, "2 x 60 s"),
        ({"reps": 8}, "8 times"),
        ({"reps": 8, "hold_s": 10}, "8 times, 10 s hold"),
        ({"reps": 3, "hold_s": 10, "per_side": True}, "3 each side, 10 s hold"),
        ({"hold_s": 30}, "30 s"),
        ({"sets": 8, "reps": 1, "hold_s": 6}, "8 x 6 s"),
        ({"sets": 3, "reps": 10}, "3 x 10"),
    ],
)
def test_a_dose_in_words(dose: dict[str, int], words: str) -> None:
    assert dose_words(RoutineDose.model_validate(dose)) == words


def test_rest_is_said_between_sets_only() -> None:
    assert rest_words(RoutineDose(sets=2, reps=8, rest_s=30)) == "30 s rest"
    assert rest_words(RoutineDose(sets=1, reps=8, rest_s=30)) == ""


def test_a_name_carries_its_variant_unless_plain() -> None:
    library = load()
    assert exercise_words(library, "side_plank", 1) == "Side plank, from the knees"
    assert exercise_words(library, "side_plank", 1, plain=True) == "Side plank"
    assert exercise_words(library, "side_plank", 99) == "Side plank"


def test_a_run_in_words() -> None:
    assert run_words(None) == "Nothing planned"
    assert run_words(DayRun(kind="rest")) == "Rest day"
    long = DayRun(kind="long", distance_m=15040, duration_s=4560, inferred=True)
    assert run_words(long) == "Long run, 15 km, 1 h 16 min (inferred)"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 min"), (20, "1 min"), (2520, "42 min"), (3600, "1 h"), (86_340, "23 h 59 min")],
)
def test_seconds_as_minutes(seconds: float, words: str) -> None:
    assert minutes(seconds) == words


def test_how_sure_in_short() -> None:
    assert sure_words(("S2",), "source") == "S2, article"
    assert sure_words(("S2",), "ours") == "ours (S2)"
    assert sure_words((), "ours") == "ours"
    assert sure_words(("CAI2017",), None) == "CAI2017"


def test_a_message_is_one_printable_line() -> None:
    assert one_line("a\nb\nc\nd\ne") == "a; b; c; and 2 more"
    assert "\x1b" not in one_line("file\x1b[31m")
