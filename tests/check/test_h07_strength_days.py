"""H7: days of strength beside each other, beside logged ones, and beside hard runs."""

import pytest

from backstride.scenario import DoneItem
from check.by_hand import (
    CALENDAR,
    SHORT,
    STRENGTH,
    broken,
    calendar,
    day,
    good_plan,
    planned,
    said,
    scenario,
    trained,
)

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


def test_each_day_before_a_race_says_its_own():
    race = scenario(calendar=calendar({**CALENDAR, 4: "race"}))
    week = {o: {"mid_run": [("card", 1)]} for o in (0, 2, 4, 6)}
    for offset, told in ((1, []), (2, ["activation 2 days before"]), (3, ["activation 1 days before"])):
        plan = {**week, offset: {**week.get(offset, {}), "cross": [("wake", 1)]}}
        found = said(race, planned(race, plan), "H7")
        assert [text.split(": ")[1][: len("activation 2 days before")] for text in found] == told
    strong = {**week, 3: {"cross": STRENGTH[:1]}}
    assert said(race, planned(race, strong), "H7") == [
        f"{day(3)} cross hips: Strength on the day before a day that is race.",
        f"{day(3)} cross hips: strength 1 days before a race; only mobility is allowed.",
    ]


def test_a_logged_exercise_that_nobody_knows_is_no_strength():
    gone = DoneItem(exercise="moonwalk", level=0)
    session = trained(-1, moves=[("cat", 1)])[0].model_copy(update={"items": (gone,)})
    assert "H7" not in speaks(good_plan(), sessions=[session])
