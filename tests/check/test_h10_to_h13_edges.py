"""H10 to H13 at their edges: repeats, stretching, what rules out, and two ambers in three sessions."""

import pytest

from backstride.scenario import DoneItem
from check.by_hand import (
    answered,
    calendar,
    day,
    item,
    logged,
    planned,
    said,
    scenario,
    session,
    timed,
    trained,
)


def says(rule, slot, items, **fields):
    """What a rule says of a session of these items today."""
    given = scenario(**{"calendar": calendar({0: "easy"}), "sessions": trained()} | fields)
    decision = planned(given, {})
    first = decision.week.days[0].model_copy(update={"sessions": (session(slot, items),)})
    week = decision.week.model_copy(update={"days": (first, *decision.week.days[1:])})
    return said(given, decision.model_copy(update={"week": week}), rule)


@pytest.mark.parametrize(("slot", "times"), [("mid_run", 1), ("cross", 2)])
def test_h10_what_was_done_today_counts_the_card_aside(slot, times):
    sessions = [*trained(), logged(0, [("swing", 1)], slot)]
    wrong = [f"{day(0)} swing: It stands 2 times on one day."] if times == 2 else []
    assert says("H10", "pre_run", [item("swing", 1, "same")], sessions=sessions) == wrong


def test_h10_the_later_of_two_days_is_the_one_at_fault():
    given = scenario(calendar=(), sessions=[])
    told = said(given, planned(given, {2: {"cross": [("hips", 1)]}, 3: {"cross": [("hips", 1)]}}), "H10")
    assert told == [f"{day(3)} hips: Strength of the pattern hips (hips) stood on the day before too."]


@pytest.mark.parametrize(
    ("done", "told"),
    [
        (("side_two", 1), ["Strength of the pattern side (side_two) stood on the day before too."]),
        (("side_flow", 1), []),  # the same pattern, and no strength
        (("moonwalk", 0), []),
    ],
)
def test_h10_strength_of_a_pattern_that_was_logged_yesterday(done, told):
    items = (DoneItem(exercise=done[0], level=done[1]),)
    yesterday = logged(-1, [("cat", 1)]).model_copy(update={"items": items})
    found = says("H10", "post_run", [item("side", 1, "same")], sessions=[yesterday])
    assert found == [f"{day(0)} side: {text}" for text in told]


def stretch(**fields):
    bare = {"hold_s": None, "duration_s": None, "reps": None, "sets": 1, "per_side": False, "rest_s": None}
    return timed(item("calf", 1, "same").model_copy(update=bare | fields))


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({"hold_s": 60}, None),
        ({"hold_s": 61}, 61),
        ({"duration_s": 60}, None),
        ({"duration_s": 31, "sets": 2}, 62),  # given as a time, it is held for all of it
        ({"reps": 8, "sets": 61}, None),
    ],
)
def test_h11_a_minute_in_a_session(fields, seconds):
    wrong = f"{day(0)} post_run: calves is stretched for {seconds} s; 60 s is the most in a session."
    assert says("H11", "post_run", [stretch(**fields)]) == ([wrong] if seconds else [])


@pytest.mark.parametrize(("seconds", "kept"), [(600, True), (601, False)])
def test_h11_ten_minutes_in_a_week(seconds, kept):
    found = says("H11", "post_run", [stretch(hold_s=seconds)])[1:]
    wrong = f"week: calves is stretched for {seconds} s in the week; 600 s is the most."
    assert found == ([] if kept else [wrong])


@pytest.mark.parametrize(
    ("screening", "name", "told"),
    [
        (answered(C2="yes"), "hop", ["Impact, though C2 raises suspicion of bone."]),
        (answered(C2="yes"), "brace", []),
        (answered(C5="yes"), "hop", []),  # no question of bone
        (answered(Z9="yes"), "hop", []),  # a question that the library does not have
    ],
)
def test_h12_no_impact_where_bone_is_suspected(screening, name, told):
    found = says("H12", "post_run", [item(name, 1, "new")], screening=screening, sessions=[])
    assert found == [f"{day(0)} post_run {name}: {text}" for text in told]


def sore(*levels_and_pain):
    """Sessions two days apart, each with the levels of `hips` in it, `brace` beside, and the pain."""
    first = -2 * len(levels_and_pain)
    return [
        logged(first + 2 * n, [*(("hips", level) for level in levels), ("brace", 0)], pain_during=pain)
        for n, (levels, pain) in enumerate(levels_and_pain)
    ]


AMBER, CALM = 4, 1


@pytest.mark.parametrize(
    ("sessions", "level", "speaks"),
    [
        (sore(([2], AMBER), ([2], CALM), ([2], AMBER)), 2, True),
        (sore(([2], AMBER), ([2], CALM), ([2], AMBER)), 1, False),
        (sore(([1], AMBER), ([1], CALM), ([1], AMBER)), 1, True),
        (sore(([0], AMBER), ([0], CALM), ([0], AMBER)), 0, False),  # nothing is lower
        (sore(([2], CALM), ([2], CALM), ([2], AMBER)), 2, False),
        (sore(([2], AMBER), ([2], AMBER), ([2], CALM), ([2], CALM)), 2, False),  # four sessions ago
        (sore(([2], AMBER), ([], CALM), ([2], AMBER)), 2, False),  # not in all of them
        (sore(([3], AMBER), ([2], CALM), ([2], AMBER)), 2, False),  # a level was left already
        (sore(([2, 1], AMBER), ([2, 1], CALM), ([2, 1], AMBER)), 1, False),  # at no one level
    ],
)
def test_h13_two_ambers_in_three_sessions_go_a_level_down(sessions, level, speaks):
    found = says("H13", "post_run", [item("hips", level, "same")], sessions=sessions)
    assert any("sessions were amber at" in text for text in found) == speaks


def test_h13_ambers_say_nothing_of_what_was_never_done():
    sessions = sore(([2], AMBER), ([2], CALM), ([2], AMBER))
    assert says("H13", "post_run", [item("side", 1, "new")], sessions=sessions) == []


def test_h13_a_step_is_marked_once_in_a_week():
    up = item("hips", 2, "up")
    given = scenario(sessions=trained(), calendar=calendar({0: "easy", 2: "easy"}))
    decision = planned(given, {})
    days = [
        d.model_copy(update={"sessions": (session("post_run", [up]),)}) if n in (0, 2) else d
        for n, d in enumerate(decision.week.days)
    ]
    told = decision.model_copy(update={"week": decision.week.model_copy(update={"days": tuple(days)})})
    wrong = "Level 2, marked up; the week has it at 2 already, so it stays the same."
    assert said(given, told, "H13") == [f"{day(2)} post_run hips: {wrong}"]


def test_h13_growth_speaks_of_the_week():
    many = timed(item("hips", 1, "same").model_copy(update={"sets": 15}))
    assert says("H13", "post_run", [many]) == [
        "week: 15 hard sets in the week; 14 is the most after those logged before."
    ]


def test_h13_what_was_done_today_is_no_growth_of_a_week_without_hard_work():
    sessions = [*trained(), logged(0, [("hips", 1)] * 9)]
    assert says("H13", "post_run", [item("cat", 1, "same")], sessions=sessions) == []
