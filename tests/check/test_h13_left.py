"""H13: what kept hurting is left alone."""

import pytest

from backstride.planning.check import Case
from backstride.planning.check.left import left_alone
from check.by_hand import LIBRARY, good_plan, logged, mornings, planned, scenario, texts

SORE = {"pain_during": 4}
HIPS = [("hips", 0)]


def week(*strength):
    """The good week with other strength work after its easy runs."""
    plan = good_plan()
    plan[0] = {**plan[0], "post_run": list(strength)}
    plan[2] = {**plan[2], "post_run": list(strength)}
    return plan


def told(plan, *sessions):
    """What H13 says of the exercise that hurt."""
    given = scenario(sessions=sessions, pain=mornings(-40))
    return [line for line in texts(given, planned(given, plan)).splitlines() if "kept hurting" in line]


WITH = week(("hips", 0), ("brace", 0), ("side", 0))
WITHOUT = week(("brace", 0), ("side", 0), ("side_two", 0))


def test_sore_twice_on_the_lowest_level():
    sore = [logged(-5, HIPS, **SORE), logged(-3, HIPS, **SORE)]
    assert len(told(WITH, *sore)) == 2
    assert told(WITHOUT, *sore) == []


@pytest.mark.parametrize(
    "sessions",
    [
        [logged(-3, HIPS, **SORE)],
        [logged(-5, HIPS, **SORE), logged(-4, HIPS, **SORE), logged(-3, HIPS)],
        [logged(-5, [("hips", 1)], **SORE), logged(-3, [("hips", 1)], **SORE)],
        [logged(-30, HIPS, **SORE), logged(-28, HIPS, **SORE)],
        [logged(-36, HIPS, **SORE), logged(-3, HIPS, **SORE)],
        [logged(-6, [("side", 0)], **SORE), logged(-5, HIPS, **SORE), logged(-3, HIPS, **SORE)],
    ],
    ids=["once", "green since", "not the lowest", "four weeks ago", "a rest between", "sore without it too"],
)
def test_what_does_not_count(sessions):
    assert told(WITH, *sessions) == []


def test_four_of_six_at_any_level():
    days = (-13, -11, -9, -7, -5, -3)
    sore = [logged(d, [("hips", 1)], **(SORE if n not in (1, 3) else {})) for n, d in enumerate(days)]
    assert len(told(WITH, *sore)) == 2
    milder = [logged(d, [("hips", 1)], **(SORE if n in (0, 2, 5) else {})) for n, d in enumerate(days)]
    assert told(WITH, *milder) == []


def test_two_at_a_time_are_enough():
    every = [("hips", 0), ("brace", 0), ("side", 0)]
    sore = [logged(-5, every, **SORE), logged(-3, every, **SORE)]
    lines = told(WITH, *sore)
    assert len(lines) == 4
    assert not any("side:" in line for line in lines)


def test_what_hurt_on_the_lowest_level_is_forgotten_above_it():
    for last, gone in ((0, ["hips"]), (1, [])):
        levels = ((-6, 0, 4), (-4, 0, 4), (-2, last, 4))
        sore = [logged(o, [("hips", level)], pain_during=pain) for o, level, pain in levels]
        given = scenario(sessions=sore)
        assert left_alone(Case(given, planned(given, {}), LIBRARY, LIBRARY.rules())) == gone
