"""How long a dose takes, and how long it holds a muscle."""

from typing import Any

import pytest

from backstride.knowledge import load
from backstride.knowledge.dose import item_seconds, set_seconds, static_seconds
from backstride.knowledge.schema.routine import RoutineDose


def dose(**values: Any) -> RoutineDose:
    return RoutineDose(**values)


@pytest.mark.parametrize(
    ("given", "rep_s", "seconds"),
    [
        (dose(reps=8), 4, 32),
        (dose(reps=8, hold_s=5), 4, 72),
        (dose(hold_s=30), 4, 30),
        (dose(duration_s=60), 4, 60),
        (dose(reps=3), 2.5, 7.5),
    ],
)
def test_seconds_of_one_set_on_one_side(given: RoutineDose, rep_s: float, seconds: float) -> None:
    assert set_seconds(given, rep_s) == seconds


@pytest.mark.parametrize(
    ("given", "rep_s", "rest_s", "seconds"),
    [
        (dose(reps=8), 4, 30, 15 + 32),
        (dose(reps=8, sets=3), 4, 30, 15 + 3 * 32 + 2 * 30),
        (dose(reps=8, sets=2, per_side=True), 4, 30, 15 + 4 * 32 + 30),
        (dose(hold_s=30, per_side=True), 4, 0, 15 + 60),
        (dose(reps=3, sets=3), 2.5, 0, 15 + 23),
    ],
)
def test_seconds_of_an_item_are_rounded_up(
    given: RoutineDose, rep_s: float, rest_s: int, seconds: int
) -> None:
    assert item_seconds(given, rep_s=rep_s, rest_s=rest_s, change_s=15) == seconds


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        (dose(hold_s=30, sets=2, per_side=True), 60),
        (dose(hold_s=10, reps=3), 30),
        (dose(duration_s=60), 0),
        (dose(reps=8), 0),
    ],
)
def test_seconds_that_a_muscle_is_held_count_one_side(given: RoutineDose, seconds: int) -> None:
    assert static_seconds(given) == seconds


@pytest.mark.parametrize("exercise", load().exercises)
def test_no_level_takes_less_time_than_its_change_or_more_than_a_session(exercise: str) -> None:
    found = load().exercises[exercise]
    for level in found.ladder:
        seconds = item_seconds(level, rep_s=found.rep_s, rest_s=level.rest_s, change_s=15)
        assert 15 < seconds <= 900
