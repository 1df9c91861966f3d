"""H8 to H12: minutes, number of exercises, repeats, stretching, and what is ruled out."""

import pytest

from check.by_hand import (
    ALL_WEEK,
    SHORT,
    STRENGTH,
    answered,
    broken,
    calendar,
    good_plan,
    item,
    logged,
    planned,
    scenario,
    texts,
    trained,
)


def speaks(plan=None, **fields):
    given = scenario(**fields)
    return broken(given, planned(given, plan, shortfalls=SHORT))


def test_h8_the_minutes_of_a_day():
    # 5 min before and 12 min after the run; the card costs none.
    assert speaks(runner={"minutes": {**ALL_WEEK, "fri": 17}}) == []
    assert speaks(runner={"minutes": {**ALL_WEEK, "fri": 16.5}}) == ["H8"]
    assert speaks(runner={"minutes": {k: v for k, v in ALL_WEEK.items() if k != "wed"}}) == ["H8"]


def test_h8_what_was_done_earlier_today_counts():
    plan = {0: {"mid_run": [("card", 1)], "post_run": [("cat", 1)]}}
    fields = {"calendar": calendar({0: "easy"}), "sessions": [*trained(), logged(0, [("sway", 1)])]}
    roomy, tight = ({"minutes": {"fri": minutes}} for minutes in (5.5, 5))
    assert speaks(plan, runner=roomy, **fields) == []
    assert speaks(plan, runner=tight, **fields) == ["H8"]


def test_h9_four_exercises_in_a_short_session():
    five = [("cat", 0), ("calf", 0), ("swing", 0), ("sway", 0), ("calf_two", 0)]
    plan = {2: {"cross": five[:4]}}
    fields = {"calendar": (), "runner": {"minutes": {"sun": 19}}, "sessions": [*trained(), logged(-3, five)]}
    assert speaks(plan, **fields) == []
    assert "H9" in speaks({2: {"cross": five}}, **fields)


def test_h9_new_exercises():
    plan = {**good_plan(), 6: {"mid_run": [("card", 1)], "post_run": [("sway", 1), ("calf", 0), ("cat", 1)]}}
    lately = trained(-5, -2)
    without = [s.model_copy(update={"items": s.items[:-2]}) for s in lately]  # no cat, no calf
    assert speaks(plan, sessions=without) == []
    fewer = [
        s.model_copy(update={"items": tuple(i for i in s.items[:-2] if i.exercise != "sway")}) for s in lately
    ]
    assert speaks(plan, sessions=fewer) == ["H9"]
    assert speaks(plan) == []  # a first week may have four


def test_h10_twice_on_a_day():
    plan = good_plan()
    plan[0] = {**plan[0], "post_run": [("wake", 1), ("sway", 1)]}
    assert speaks(plan) == ["H10"]
    given = scenario(sessions=[*trained(), logged(0, [("calf", 0)])])
    plan[0] = {"mid_run": [("card", 1)], "post_run": [("calf", 0)]}
    assert broken(given, planned(given, plan)) == ["H10"]


def test_h10_the_card_aside():
    plan = good_plan()
    moves = [("card", 1)]
    given = scenario(sessions=[*trained(), logged(0, moves, "mid_run")])
    assert broken(given, planned(given, plan)) == []


def test_h10_the_same_pattern_on_two_days_running():
    cross = {"cross": [("side_two", 1), ("wake", 1), ("cat", 1), ("swing", 1)]}
    assert speaks({**good_plan(), 3: cross}) == ["H10", "H7"]
    sessions = trained(-5, -1, moves=[("side_two", 1)])
    told = texts(scenario(sessions=sessions), planned(scenario(sessions=sessions)))
    assert "H10 2026-11-20 side: Strength of the pattern side (side_two)" in told


def test_h11_a_minute_for_a_muscle_in_a_session():
    plan = good_plan()
    plan[6] = {"mid_run": [("card", 1)], "post_run": [("calf", 0), ("calf_two", 0)]}
    plan[5] = {"recovery": [("cat", 1)]}
    assert speaks(plan) == []
    plan[6]["post_run"] = [("calf", 1), ("calf_two", 1)]
    assert speaks(plan) == ["H11"]


def test_h11_ten_minutes_for_a_muscle_in_a_week():
    given = scenario()
    decision = planned(given, {1: {"recovery": [("calf", 1)]}})
    session = decision.week.days[1].sessions[0]
    many = session.model_copy(update={"items": session.items * 16})
    day = decision.week.days[1].model_copy(update={"sessions": (many,)})
    days = (decision.week.days[0], day, *decision.week.days[2:])
    week = decision.week.model_copy(update={"days": days})
    assert "calves is stretched for 640 s in the week" in texts(
        given, decision.model_copy(update={"week": week})
    )


@pytest.mark.parametrize(
    "runner",
    [{"avoid_exercises": ("side",)}, {"avoid_positions": ("side_lying",)}],
    ids=["exercise", "position"],
)
def test_h12_what_the_runner_ruled_out(runner):
    assert speaks(runner=runner) == ["H12"]


def test_h12_equipment_and_the_mat_is_comfort():
    plan = {**good_plan(), 2: {"mid_run": [("card", 1)], "post_run": [("pull", 1)]}}
    assert speaks(plan) == ["H12"]
    assert speaks(plan, runner={"equipment": ("strap",)}) == []


def test_h12_a_contraindication_stays_when_cleared():
    screening = answered(U3="yes", cleared=["U3"])
    assert speaks(screening=screening) == ["H12"]
    plan = {2: {"mid_run": [("card", 1)], "post_run": [("cat", 1)]}}
    assert speaks(plan, screening=screening, calendar=calendar({2: "easy"})) == []


def test_h12_no_impact_on_suspected_bone():
    plan = {2: {"mid_run": [("card", 1)], "post_run": [("hop", 1), *STRENGTH[1:]]}}
    fields = {"calendar": calendar({2: "easy"})}
    assert speaks(plan, **fields) == []
    assert speaks(plan, screening=answered(U6="yes", cleared=["U6"]), **fields) == ["H12"]


def test_an_item_is_as_long_as_its_dose():
    assert item("cat", 1, "new").seconds == 135
