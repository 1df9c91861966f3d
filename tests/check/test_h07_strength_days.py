"""H7: days of strength beside each other, beside logged ones, and beside hard runs."""

import pytest

from check.by_hand import CALENDAR, SHORT, STRENGTH, broken, calendar, good_plan, planned, scenario, trained

OPEN = {"cross": [("wake", 1), *STRENGTH]}


def speaks(plan, kinds=None, **fields):
    given = scenario(calendar=calendar(kinds or CALENDAR), **fields)
    return broken(given, planned(given, plan, shortfalls=SHORT))


def test_three_strength_days_with_a_day_between():
    assert speaks({**good_plan(), 4: OPEN}) == []


def test_two_days_running():
    other = {"cross": [("hop", 1), ("wake", 1), ("cat", 1), ("swing", 1)]}
    assert speaks({**good_plan(), 3: other}) == ["H7"]


def test_yesterdays_logged_strength_counts():
    sessions = trained(-5, -1, moves=[("hop", 1), *STRENGTH])
    plan = good_plan()
    assert "H7" in speaks(plan, sessions=sessions)
    del plan[0]
    assert "H7" not in speaks(plan, sessions=sessions)


def test_three_in_any_seven_days_logged_ones_too():
    assert speaks(good_plan(), sessions=trained(-4, -2)) == ["H7"]
    assert speaks(good_plan(), sessions=trained(-5, -2)) == []


@pytest.mark.parametrize("kind", ["long", "quality"])
def test_the_day_before_a_hard_run(kind):
    hard = {**CALENDAR, 3: kind}
    plan = {**good_plan(), 3: {"mid_run": [("card", 1)]}}
    assert speaks(plan, hard) == ["H7"]
    after_the_week = {**CALENDAR, 6: "easy", 7: kind}
    plan = {**good_plan(), 6: {"mid_run": [("card", 1)], "post_run": STRENGTH}}
    assert speaks(plan, after_the_week) == ["H7"]
    assert speaks(plan, {**CALENDAR, 6: "easy"}) == []


def test_two_days_before_a_race_mobility_only():
    race = {**CALENDAR, 4: "race"}
    plan = {**good_plan(), 4: {"mid_run": [("card", 1)]}}
    assert speaks(plan, race) == ["H7"]
    plan[2] = {"mid_run": [("card", 1)], "post_run": [("wake", 1)]}
    assert speaks(plan, race) == ["H7"]
    plan[2] = {"mid_run": [("card", 1)], "post_run": [("cat", 1)]}
    assert speaks(plan, race) == []


def test_race_day_itself():
    race = {**CALENDAR, 0: "race"}
    assert speaks(good_plan(), race) == ["H5", "H7"]
