"""What a runner has read does not come up again, and another lesson takes its place."""

import pytest

from backstride.decision import RunAdvice
from backstride.knowledge import load
from backstride.known import Known
from backstride.lessons import Back, lessons
from backstride.resolve import ScenarioError, check_names
from backstride.scenario import Scenario
from cast import facts, scenario

LIBRARY = load()
FIRST_WEEK = Back(lights=(), unlit=(), flares=(), bone=False, first_week=True, deload=False)
LONG_RUN = RunAdvice(day=scenario().now.date(), rule="R1", band="over_1.10", ratio=1.2, advice="x")


def read_next(*read: str) -> list[str]:
    known = Known(Scenario.model_validate({**facts(), "lessons_read": read}))
    return [pointer.lesson for pointer in lessons(known, LIBRARY, LIBRARY.rules(), (LONG_RUN,), FIRST_WEEK)]


def test_the_next_lesson_of_its_signal_takes_its_place() -> None:
    every = [entry.id for entry in LIBRARY.lessons.values() if "first_week" in entry.signals]
    assert read_next()[1] == every[0]
    assert read_next(every[0])[1] == every[1]
    assert read_next("long_runs", *every) == []


def test_a_lesson_that_nobody_knows_is_refused_by_name() -> None:
    wrong = Scenario.model_validate({**facts(), "lessons_read": ["desk", "flying"]})
    with pytest.raises(ScenarioError, match=r"lessons_read\.1: 'flying' is not a lesson"):
        check_names(wrong, LIBRARY)
