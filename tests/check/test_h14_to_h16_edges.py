"""H14 to H16 at their edges: the days after a red, a pause, the week before a deload, the gaps."""

import pytest

from check.by_hand import (
    STRENGTH,
    day,
    item,
    logged,
    mornings,
    planned,
    said,
    scenario,
    session,
    timed,
    trained,
)
from check.test_replan import week_from

LIMP = {"limp": True}


def says(rule, items, offset=0, deload=False, **fields):
    """What a rule says of a session of these items on that day."""
    given = scenario(**{"calendar": (), "pain": mornings(-45)} | fields)
    decision = planned(given, {}, deload=deload)
    days = list(decision.week.days)
    days[offset] = days[offset].model_copy(update={"sessions": (session("cross", items),)})
    week = decision.week.model_copy(update={"days": tuple(days)})
    return said(given, decision.model_copy(update={"week": week}), rule)


def reds(*offsets):
    return [logged(o, [("roll", 0)], **LIMP) for o in offsets]


@pytest.mark.parametrize(("level", "kept"), [(1, True), (2, False)])
def test_h14_mobility_in_the_week_after_a_red_is_at_level_one_at_most(level, kept):
    since = [*reds(-2), logged(-1, [("cat", 2)])]
    wrong = f"{day(5)} cross cat: Mobility at level 2 in a week after a red; 1 is the highest."
    assert says("H14", [item("cat", level, "same")], 5, sessions=since) == ([] if kept else [wrong])


def test_h14_mobility_is_told_once_and_strength_by_its_day():
    since = [*reds(-2), logged(-1, [("cat", 2), ("hips", 2)])]
    told = says("H14", [item("cat", 2, "same"), item("hips", 2, "same")], 0, sessions=since)
    assert told == [
        f"{day(0)} cross cat: Mobility at level 2 in a week after a red; 1 is the highest.",
        f"{day(0)} cross hips: Level 2, 2 days after the red of {day(-2)}; 1 is the highest.",
    ]
    assert says("H14", [item("hips", 2, "same")], 1, sessions=since) == []


def test_h14_the_red_day_itself_is_low_load():
    now = [logged(-1, [("hips", 3)]), logged(0, [("roll", 0)], **LIMP)]
    told = says("H14", [item("hips", 2, "down")], sessions=now)
    assert told == [f"{day(0)} cross hips: Level 2, 0 days after the red of {day(0)}; 1 is the highest."]


@pytest.mark.parametrize(
    ("offsets", "pauses"),
    [((-11, -4), True), ((-12, -4), False), ((-9, -7), True), ((-10, -8), False)],
)
def test_h14_two_reds_in_seven_days_pause_for_seven(offsets, pauses):
    sessions = [*reds(*offsets), logged(-3, [("hips", 1)]), logged(-1, [("hips", 1)])]
    for marked in (item("hips", 2, "up"), item("hips", 2, "same"), item("hips", 1, "up")):
        paused = any("in the pause after" in text for text in says("H14", [marked], sessions=sessions))
        assert paused == pauses
    new = says("H14", [item("side", 1, "new")], sessions=sessions)
    same = says("H14", [item("hips", 1, "same")], sessions=sessions)
    assert not any("in the pause" in text for text in (*new, *same))


FIFTH = [*trained(-35, -28, -21, -14, moves=STRENGTH), *trained(-7, -1, moves=STRENGTH)]
FIFTH = FIFTH[1:]  # the first session four weeks ago: the fifth week begins today


def test_h15_says_why_a_deload_is_due():
    light = [item("hips", 1, "same", 0.5)]
    assert says("H15", light, sessions=FIFTH) == ["week: It is week 5, and the week is no deload."]
    assert says("H15", light, sessions=FIFTH, deload=True) == []
    sore = [logged(o, [("hips", 1)], pain_during=4) for o in (-4, -3, -2)]
    amber = {"sessions": sore, "pain": mornings(-45, -5)}
    assert says("H15", light, **amber) == ["week: The last graded days are amber, and the week is no deload."]
    assert says("H15", light, **amber, deload=True) == []
    two = {**amber, "sessions": sore[1:]}
    assert says("H15", light, **{**two, "pain": ()}) == []
    assert says("H15", light, sessions=FIFTH[1:], deload=True) == [
        "week: The week is marked as a deload, and none is due."
    ]


@pytest.mark.parametrize(("last", "trained_then"), [(-1, True), (-7, True), (-8, False)])
def test_h15_the_week_before_is_seven_days(last, trained_then):
    sessions = [*trained(-28, -21, -14, moves=STRENGTH), *trained(last, moves=STRENGTH)]
    told = says("H15", [item("hips", 1, "same", 0.5)], sessions=sessions)
    assert told == (["week: It is week 5, and the week is no deload."] if trained_then else [])


@pytest.mark.parametrize(("sets", "kept"), [(6, True), (7, False)])
def test_h15_three_fifths_of_the_sets_of_seven_days(sets, kept):
    before = [logged(o, [("hips", 1)]) for o in (-28, -21, -14, -8)]
    week = [logged(-7, [("hips", 1), ("brace", 1)]), logged(-1, [("hips", 1), ("brace", 1), ("side", 1)])]
    many = timed(item("hips", 1, "same").model_copy(update={"sets": sets}))
    wrong = f"week: {sets} hard sets after 10 in the seven days before; 60% is the most."
    found = says("H15", [many], sessions=[*before, *week], deload=True)
    assert found == ([] if kept else [wrong])


def test_h15_too_much_is_told_whether_the_deload_is_marked_or_due():
    many = [timed(item("hips", 1, "same").model_copy(update={"sets": 20}))]
    sets = "week: 20 hard sets after 12 in the seven days before; 60% is the most."
    assert says("H15", many, sessions=FIFTH) == ["week: It is week 5, and the week is no deload.", sets]
    undue = "week: The week is marked as a deload, and none is due."
    assert says("H15", many, sessions=FIFTH[1:], deload=True) == [undue, sets]


def test_h15_what_was_done_today_is_no_fault_of_a_week_without_hard_work():
    done = logged(0, [("hips", 1)] * 9)
    assert says("H15", [item("swing", 1, "same")], sessions=[*FIFTH, done], deload=True) == []


def test_h15_an_amber_today_counts():
    sore = [logged(o, [("hips", 1)], pain_during=4) for o in (-2, -1)]
    now = logged(0, [("hips", 1)], pain_during=4).model_copy(update={"at": scenario().now})
    light = [item("hips", 1, "same", 0.5)]
    due = ["week: The last graded days are amber, and the week is no deload."]
    assert says("H15", light, sessions=[*sore, now], pain=())[:1] == due


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (item("wake", 1, "same", 0.5), "Never logged before, in a deload."),
        (item("hips", 1, "up", 0.5), "Marked up, in a deload."),
        (item("hips", 1, "new", 0.5), "Marked new, in a deload."),
        (item("hop", 1, "same", 0.5), "It was not done in the seven days before the deload."),
        (item("floor_flow", 1, "same"), None),  # mobility may come back
        (item("hips", 1, "same", 0.5), None),
    ],
)
def test_h15_the_same_exercises(marked, told):
    sessions = [*FIFTH, logged(-8, [("hop", 1), ("floor_flow", 1)])]
    wrong = [f"{day(0)} cross {marked.exercise}: {told}"] if told else []
    assert says("H15", [marked], sessions=sessions, deload=True) == wrong


def test_h15_ambers_since_the_start_of_a_decided_week_leave_both_open():
    sore = [logged(o, [("hips", 1)], pain_during=4) for o in (-3, -2, -1)]
    before = [logged(-5, [("hips", 1)])]
    light = [item("hips", 1, "same", 0.5)]
    for first in (-2, -1):
        fields = {"sessions": [*before, *sore], "pain": (), "previous_week": week_from(first)}
        assert not any("no deload" in text for text in says("H15", light, **fields))
        assert not any("none is due" in text for text in says("H15", light, deload=True, **fields))


@pytest.mark.parametrize(("level", "kept"), [(0, True), (1, False)])
def test_h16_the_lowest_level_has_nothing_below_it(level, kept):
    sessions = [logged(-15, [("cat", 0)]), logged(-2, [("sway", 0)])]
    wrong = f"{day(0)} cross cat: Level 1 after 15 days without it at 0; 0 is the highest."
    assert says("H16", [item("cat", level, "same")], sessions=sessions) == ([] if kept else [wrong])


def test_h16_a_gap_says_nothing_of_what_is_new():
    assert says("H16", [item("cat", 1, "new")], sessions=[logged(-15, [("sway", 0)])]) == []
