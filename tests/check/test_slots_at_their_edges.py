"""H4 to H6 to the second: how many moves, how long, on which day, and when a short session is no fault."""

import pytest

from check.by_hand import ALL_WEEK, calendar, item, logged, planned, said, scenario, session, timed, trained

KINDS = calendar({0: "easy", 1: "rest", 2: "easy", 4: "cross", 6: "long"})
LOGGED_TODAY = [*trained(), logged(0, [("cat", 1)])]


def lasting(seconds, name="cat"):
    """A move of so many seconds, the change to it counted."""
    fields = {"duration_s": seconds - 15, "reps": None, "hold_s": None, "sets": 1, "per_side": False}
    return timed(item(name, 1, "same").model_copy(update={**fields, "rest_s": None}))


def says(rule, slots, offset, **fields):
    """What a rule says of these sessions on that day."""
    given = scenario(**{"calendar": KINDS} | fields)
    decision = planned(given, {})
    days = list(decision.week.days)
    filled = tuple(session(slot, items) for slot, items in slots.items())
    days[offset] = days[offset].model_copy(update={"sessions": filled})
    week = decision.week.model_copy(update={"days": tuple(days)})
    told = said(given, decision.model_copy(update={"week": week}), rule)
    return [text for text in told if "without its card" not in text]


@pytest.mark.parametrize(("moves", "kept"), [(0, True), (2, True), (3, False)])
def test_h4_two_moves_on_a_card(moves, kept):
    card = [item(name, 1, "same") for name in ("card", "card_two", "card")[:moves]]
    assert (says("H4", {"mid_run": card}, 2) == []) == kept


@pytest.mark.parametrize(
    ("seconds", "name", "kept"),
    [
        (599, "hips", False),
        (600, "hips", True),
        (900, "hips", True),
        (901, "hips", False),
        (300, "cat", True),
    ],
)
def test_h5_ten_to_fifteen_minutes_of_strength(seconds, name, kept):
    assert (says("H5", {"post_run": [lasting(seconds, name)]}, 0) == []) == kept


def test_h5_strength_beside_mobility_takes_ten_minutes_too():
    both = [lasting(300, "hips"), lasting(200)]
    wrong = "2026-11-20 post_run: It holds strength and takes 500 s; at least 600 s are wanted."
    assert says("H5", {"post_run": both}, 0) == [wrong]


@pytest.mark.parametrize(("seconds", "kept"), [(600, True), (601, False)])
def test_h5_ten_minutes_after_a_long_run(seconds, kept):
    assert (says("H5", {"post_run": [lasting(seconds)]}, 6) == []) == kept


@pytest.mark.parametrize(
    ("seconds", "kept"), [(1199, False), (1200, True), (1500, True), (1800, True), (1801, False)]
)
def test_h6_twenty_to_thirty_minutes_of_cross_training(seconds, kept):
    assert (says("H6", {"cross": [lasting(seconds)]}, 3) == []) == kept


@pytest.mark.parametrize(
    ("minutes", "kept"), [(19.9, True), (20, False), (30, False)], ids=lambda value: str(value)
)
def test_h6_a_day_of_under_twenty_minutes_may_have_less(minutes, kept):
    runner = {"minutes": {**ALL_WEEK, "mon": minutes}}
    assert (says("H6", {"cross": [lasting(900)]}, 3, runner=runner) == []) == kept


def test_h6_what_was_done_today_leaves_less_for_today_alone():
    free = {"calendar": ()}
    assert len(says("H6", {"cross": [lasting(900)]}, 0, **free)) == 1
    assert says("H6", {"cross": [lasting(900)]}, 0, sessions=LOGGED_TODAY, **free) == []
    assert len(says("H6", {"cross": [lasting(900)]}, 3, sessions=LOGGED_TODAY, **free)) == 1


@pytest.mark.parametrize(
    ("slot", "offset", "kept"),
    [
        ("cross", 3, True),
        ("cross", 4, True),
        ("cross", 1, False),
        ("cross", 0, False),
        ("recovery", 3, True),
        ("recovery", 1, True),
        ("recovery", 4, False),
        ("recovery", 0, False),
    ],
)
def test_h6_the_days_of_cross_training_and_recovery(slot, offset, kept):
    seconds = 1200 if slot == "cross" else 600
    assert (says("H6", {slot: [lasting(seconds)]}, offset) == []) == kept


@pytest.mark.parametrize(("seconds", "kept"), [(600, True), (601, False)])
def test_h6_ten_minutes_of_recovery(seconds, kept):
    assert (says("H6", {"recovery": [lasting(seconds)]}, 1) == []) == kept


def test_h6_one_of_both_on_an_open_day():
    both = {"cross": [lasting(1200)], "recovery": [lasting(300)]}
    assert says("H6", both, 3) == ["2026-11-23: The day holds both a cross and a recovery session."]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("sway", "dynamic_mobility, not gentle"),
        ("wake", "activation, not gentle"),
        ("wake_soft", "activation"),
    ],
)
def test_h6_recovery_is_gentle_mobility(name, told):
    found = says("H6", {"recovery": [lasting(300, name)]}, 1)
    assert f"2026-11-21 recovery {name}: {told}: no recovery." in found
