"""H14: what a red light does to the days, the levels and the steps up that follow."""

from check.by_hand import (
    STRENGTH,
    all_red,
    answered,
    broken,
    calendar,
    good_plan,
    logged,
    mornings,
    planned,
    scenario,
    trained,
)

LIMP = {"limp": True}
EASY = calendar({0: "easy", 2: "easy", 6: "long"})


def week(level, moves=("hips", "brace", "side"), offset=2):
    """One strength day at that level, and the cards."""
    plan = {o: {"mid_run": [("card", 0)]} for o in (0, 2, 6)}
    plan[offset] = {**plan.get(offset, {}), "post_run": [(name, level) for name in moves]}
    return plan


def speaks(plan, **fields):
    given = scenario(**{"calendar": EASY} | fields)
    return broken(given, all_red(planned(given, plan)))


def red(*offsets, moves=STRENGTH, **fields):
    return [
        logged(o, [*moves, ("card", 1)], effort=9, **({**LIMP, **fields} if o == offsets[-1] else {}))
        for o in offsets
    ]


def test_one_level_down():
    assert speaks(week(0), sessions=red(-5, -3)) == []
    assert speaks(week(1), sessions=red(-5, -3)) == ["H14"]


def test_low_load_for_the_day_and_two_after_it():
    high = [(name, 3) for name, _ in STRENGTH]
    sessions = red(-5, -2, moves=high)
    down = [(name, 2) for name, _ in STRENGTH]
    plan = {
        0: {"mid_run": [("card", 0)], "post_run": down},
        2: {"mid_run": [("card", 0)]},
        6: {"mid_run": [("card", 0)]},
    }
    assert speaks(plan, sessions=sessions) == ["H14"]
    assert speaks(plan, sessions=red(-5, -3, moves=high)) == []
    low = {**plan, 0: {"mid_run": [("card", 0)], "post_run": [(name, 1) for name, _ in STRENGTH]}}
    assert speaks(low, sessions=sessions) == []


def test_no_impact_on_those_days():
    moves = ("hop", "hips", "brace")
    lately = [logged(-9, [(name, 1) for name in moves])]
    sessions = [*lately, *red(-5, -2, moves=[(name, 1) for name in moves])]
    assert "H14" not in speaks(week(0, moves), sessions=sessions)
    assert speaks(week(0, moves, offset=0), sessions=sessions) == ["H14"]


def test_a_morning_three_above_is_red_for_what_came_before():
    pain = mornings(d1={"morning": 4})
    fields = {"pain": pain, "screening": answered(0).model_copy(update={"at": scenario().now})}
    assert speaks(week(0), sessions=trained(), **fields) == []
    assert speaks(week(1), sessions=trained(), **fields) == ["H14"]


def test_two_reds_pause_every_step_up():
    sessions = [
        *red(-8),
        *red(-6),
        logged(-4, [*STRENGTH, ("card", 0)]),
        logged(-2, [*STRENGTH, ("card", 0)]),
    ]
    up = week(1)
    up[2]["post_run"] = [("hips", 2), ("brace", 1), ("side", 1)]
    assert speaks(up, sessions=sessions) == ["H14"]
    single = [logged(-8, [*STRENGTH, ("card", 0)]), *sessions[1:]]
    assert speaks(up, sessions=single) == []
    assert speaks(week(1), sessions=sessions) == []


def test_old_reds_pause_nothing():
    sessions = [*red(-13), *red(-9), *trained(-4, -2)]
    plan = good_plan()
    plan[0] = {**plan[0], "post_run": [("hips", 2), ("brace", 1), ("side", 1)]}
    assert "H14" not in broken(scenario(sessions=sessions), planned(scenario(sessions=sessions), plan))


def test_mobility_stays_low_all_week():
    high = [logged(-9, [("cat", 2)]), logged(-1, [("cat", 2)])]
    plan = {0: {"mid_run": [("card", 0)]}, 2: {"mid_run": [("card", 0)]}, 6: {"mid_run": [("card", 0)]}}
    plan[6]["post_run"] = [("cat", 2)]
    fields = {"runner": {"experience": "experienced"}}
    assert speaks(plan, sessions=high, **fields) == []
    limped = [logged(-2, [("calf", 0)], limp=True)]
    assert speaks(plan, sessions=[*high[:1], *limped, *high[1:]], **fields) == ["H14"]
