"""H3 to H6: what each slot may hold, how long it is and where it stands."""

import pytest

from check.by_hand import SHORT, STRENGTH, WARM_UP, broken, calendar, good_plan, planned, scenario, texts


def with_slot(offset, slot, moves):
    """The good week with that session put in, or taken out with `None`."""
    plan = good_plan()
    plan[offset] = dict(plan.get(offset, {}))
    if moves is None:
        del plan[offset][slot]
    else:
        plan[offset][slot] = moves
    return plan


def speaks(plan, **fields):
    given = scenario(**fields)
    return broken(given, planned(given, plan))


@pytest.mark.parametrize(
    ("moves", "word"),
    [
        ([("swing", 1), ("floor_flow", 1)], "not standing"),
        ([("swing", 1)], "360 s are wanted"),
        ([("swing", 1), ("sway", 1), ("calf", 0)], "stands last"),
        ([("calf", 0), ("calf_two", 0), ("swing", 1)], "under 60 s"),
    ],
)
def test_h3_before_a_run(moves, word):
    plan = with_slot(0, "pre_run", moves)
    assert speaks(plan) == ["H3"]
    assert word in texts(scenario(), planned(scenario(), plan))


def test_h3_strength_before_a_run():
    plan = with_slot(0, "pre_run", [("hop", 0), ("swing", 1)])
    plan[0].pop("post_run")
    assert "not mobility" in texts(scenario(), planned(scenario(), plan))


def test_h3_a_short_hold_inside_is_allowed():
    assert speaks(with_slot(0, "pre_run", [("swing", 1), ("calf", 0), ("sway", 1)])) == []
    assert speaks(with_slot(6, "pre_run", WARM_UP)) == []


def test_h3_a_day_of_three_minutes_may_have_less():
    short = {"minutes": {"sun": 3}}
    plan = {
        **{k: v for k, v in good_plan().items() if k == 2},
        2: {"mid_run": [("card", 1)], "pre_run": [("swing", 1)]},
    }
    fields = {"calendar": calendar({2: "easy"}), "runner": short}
    assert speaks(plan, **fields) == []


def test_h3_no_run_no_warm_up():
    assert speaks(with_slot(3, "pre_run", WARM_UP)) == ["H3"]


@pytest.mark.parametrize(
    "moves", [None, [("card", 1), ("card_two", 1), ("card", 1)], [("kneel_card", 1)], [("sway", 1)]]
)
def test_h4_the_card(moves):
    plan = with_slot(2, "mid_run", moves)
    plan[0] = {k: v for k, v in plan[0].items() if k != "pre_run"}
    assert speaks(plan) == ["H4"]


def test_h4_no_card_without_a_run():
    assert speaks(with_slot(1, "mid_run", [("card", 1)])) == ["H4"]


def test_h5_after_an_easy_run():
    assert speaks(with_slot(0, "post_run", [*STRENGTH, ("swing", 1), ("cat", 1)])) == ["H10", "H5", "H9"]
    more = with_slot(0, "post_run", [*STRENGTH, ("wake", 1), ("cat", 1)])
    assert "H5" in speaks(more)
    assert speaks(with_slot(0, "post_run", STRENGTH[:2])) == ["H5"]
    assert speaks(with_slot(0, "post_run", [("cat", 1), ("wake", 1)])) == []


def test_h5_after_a_long_run_mobility_only():
    assert speaks(with_slot(6, "post_run", [("cat", 1), ("wake", 1)])) == ["H5"]
    long = [("cat", 1), ("calf", 0), ("swing", 1), ("sway", 1)]
    assert speaks(with_slot(6, "post_run", long)) == []
    again = with_slot(6, "post_run", [*long, ("pull", 2)])
    assert speaks(again, runner={"equipment": ("strap",), "experience": "experienced"}) == ["H5", "H9"]


def test_h5_without_a_run():
    assert speaks(with_slot(1, "post_run", [("calf", 0)])) == ["H5"]


def test_h6_a_short_cross_needs_a_name():
    plan = with_slot(3, "cross", [("cat", 1)])
    assert speaks(plan) == ["H6"]
    given = scenario()
    assert broken(given, planned(given, plan, shortfalls=SHORT)) == []
    small = {"minutes": {"mon": 19, "fri": 30, "sat": 30, "sun": 30, "wed": 30, "thu": 30}}
    assert speaks(plan, runner=small) == []


def test_h6_a_cross_session_is_half_an_hour_at_most():
    moves = [(name, 3) for name in ("hips", "brace", "side", "wake", "hop", "side_two")]
    assert "1800 s is the most" in texts(scenario(), planned(scenario(), with_slot(4, "cross", moves)))


@pytest.mark.parametrize("moves", [[("swing", 1)], [("cat", 1), ("wake", 1)]])
def test_h6_recovery_is_gentle(moves):
    assert "H6" in speaks(with_slot(1, "recovery", moves))


def test_h6_recovery_is_ten_minutes_at_most():
    moves = [("cat", 1), ("calf", 0), ("cat", 1), ("cat", 1), ("cat", 1)]
    assert "H6" in speaks(with_slot(1, "recovery", moves))


def test_h6_the_kind_of_the_day():
    assert speaks(with_slot(0, "recovery", [("calf", 0)])) == ["H6"]
    assert speaks(with_slot(1, "cross", [("calf", 0)])) == ["H6"]
    both = with_slot(3, "cross", [("swing", 1)])
    both[3]["recovery"] = [("cat", 1)]
    assert speaks(both) == ["H6"]


def test_the_hardest_entry_rules_the_day():
    entries = (*calendar({0: "easy", 1: "rest", 2: "easy", 5: "rest", 6: "easy"}), *calendar({6: "race"}))
    assert "H5" in speaks(with_slot(6, "post_run", [("cat", 1), ("wake", 1)]), calendar=entries)
