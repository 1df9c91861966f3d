"""The checker's own reading of the log, and each clause that speaks against a step up."""

from datetime import timedelta

import pytest

from backstride.planning.check import Case
from backstride.planning.check.log import Log
from backstride.planning.check.start import start_level
from backstride.planning.check.steps import against_up
from backstride.planning.check.weeks import week_number
from backstride.scenario import DoneItem, DoneSet
from check.by_hand import LIBRARY, NOW, answered, day, logged, mornings, planned, scenario

HIPS = LIBRARY.exercises["hips"]


def log(*sessions) -> Log:
    return Log.of(scenario(sessions=sessions), LIBRARY.exercises)


@pytest.mark.parametrize(("later", "known"), [(0, 1), (1, 0)])
def test_a_session_is_known_from_its_moment_on(later, known):
    now = logged(0, [("hips", 1)]).model_copy(update={"at": NOW + timedelta(seconds=later)})
    assert len(log(now).sessions) == known


def test_of_sessions_at_one_moment_the_lightest_is_the_last():
    mixed, middle = logged(-1, [("hips", 1), ("hips", 3)]), logged(-1, [("hips", 2)])
    assert log(mixed, middle).last_level("hips") == 2
    assert log(middle, mixed).last_level("hips") == 2


def test_a_level_above_the_ladder_is_its_top():
    high = tuple(DoneItem(exercise=name, level=9) for name in ("hips", "moonwalk"))
    held = log(logged(-1, [("hips", 1)]).model_copy(update={"items": high}))
    assert (held.last_level("hips"), held.last_level("moonwalk"), held.last_level("side")) == (3, 9, None)


def test_both_ends_of_some_days_are_of_them():
    held = log(logged(-7, [("hips", 1)]), logged(-4, [("side", 1)]), logged(-1, [("wake", 1)]))
    assert held.done_between(day(-7), day(-1)) == {"hips", "side", "wake"}
    assert held.done_between(day(-6), day(-2)) == {"side"}


def test_weeks_are_counted_back_to_the_first_session():
    held = log(logged(-14, [("hips", 3)]), logged(-7, [("hips", 1)]), logged(-1, [("wake", 1)]))
    assert held.weeks_back(day(0)) == [4, 3, 0]
    assert held.weeks_back(day(-7)) == [3, 0]
    assert held.weeks_back(day(-21)) == []
    assert log().weeks_back(day(0)) == []


def against(*sessions, deload=False, **fields) -> list[str]:
    given = scenario(sessions=sessions, **fields)
    return list(against_up(Case(given, planned(given, {}, deload=deload), LIBRARY, LIBRARY.rules()), HIPS))


def twice(first=-5, last=-2, levels=(1, 1), **fields):
    return [logged(o, [("hips", n)], **fields) for o, n in zip((first, last), levels, strict=True)]


def test_two_good_times_earn_a_step():
    assert against(*twice()) == []
    assert against(*twice(-8, -6)) == []


def test_what_speaks_against_a_step_up():
    assert against(*twice(), screening=answered(C5="yes")) == ["the tier is soon"]
    assert against(*twice(), deload=True) == ["the week is a deload"]
    assert against(*twice()[1:]) == ["it was logged 1 times, and 2 are wanted"]
    assert against(*twice(levels=(2, 1))) == ["the last 2 times were at different levels"]
    assert against(*twice(-9, -7)) == ["the last time was 7 days ago"]
    risen = [logged(-8, [("hips", 0)]), *twice(-6, -2)]
    assert against(*risen) == ["it went up 6 days ago"]
    assert against(logged(-9, [("hips", 0)]), *twice(-7, -2)) == []
    assert against(*twice()[:1], logged(-2, [("hips", 1)], effort=7)) == [
        f"the effort on {day(-2)} was 7; at most 6 is wanted"
    ]
    assert against(*twice()[:1], logged(-2, [("hips", 1)], pain_during=4)) == [f"{day(-2)} was amber"]


@pytest.mark.parametrize(
    ("level", "sets", "whole"),
    [
        (1, [9, 9], True),
        (1, [9, 9, 9], True),
        (1, [9], False),
        (1, [9, 9, 8], False),
        (1, [9, None], False),
        (9, [10, 10, 10], True),  # above the ladder: its top, three sets of ten
        (9, [10, 10], False),
    ],
)
def test_every_set_is_done_in_full(level, sets, whole):
    done = tuple(DoneSet(reps=reps) for reps in sets)
    item = DoneItem(exercise="hips", level=level, done=done, effort=5)
    sessions = [logged(o, [("hips", 1)]).model_copy(update={"items": (item,)}) for o in (-5, -2)]
    wrong = [f"not every set was done in full on {day(o)}" for o in (-5, -2)]
    assert against(*sessions) == ([] if whole else wrong)


def case(*sessions, **fields) -> Case:
    given = scenario(sessions=sessions, **fields)
    return Case(given, planned(given, {}), LIBRARY, LIBRARY.rules())


def test_a_week_is_counted_from_the_sessions_before_it():
    back = case(logged(-28, [("hips", 1)]), logged(0, [("hips", 1)]))
    assert week_number(back, day(0)) is None
    assert week_number(back, day(-1)) == 4
    assert week_number(back, day(-28)) is None
    assert week_number(case(logged(-27, [("hips", 1)])), day(0)) == 4


def test_mornings_of_eight_days_ago_say_nothing_of_the_start():
    runner = {"experience": "experienced"}
    assert start_level(case(runner=runner, pain=mornings(-8, -8, 9))) == 2
    assert start_level(case(runner=runner, pain=mornings(-7, -7, 9))) == 0
