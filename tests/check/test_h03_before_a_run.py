"""H3 at its edges: the seconds of a warm-up, the days that may have less, and the hold that stands last."""

import pytest

from check.by_hand import calendar, item, logged, planned, said, scenario, session, timed, trained

RUN = calendar({0: "easy", 2: "easy"})
LOGGED_TODAY = [*trained(), logged(0, [("cat", 1)])]


def lasting(seconds, name="swing"):
    """A move of so many seconds, the change to it counted."""
    once = item(name, 1, "same").model_copy(
        update={"duration_s": seconds - 15, "hold_s": None, "reps": None, "sets": 1, "per_side": False}
    )
    return timed(once)


def says(items, offset=0, **fields):
    """What H3 says of a warm-up of these items on that day."""
    given = scenario(**{"calendar": RUN} | fields)
    decision = planned(given, {})
    days = list(decision.week.days)
    days[offset] = days[offset].model_copy(update={"sessions": (session("pre_run", items),)})
    week = decision.week.model_copy(update={"days": tuple(days)})
    return said(given, decision.model_copy(update={"week": week}), "H3")


@pytest.mark.parametrize(("seconds", "kept"), [(239, False), (240, True), (360, True), (361, False)])
def test_four_to_six_minutes(seconds, kept):
    wrong = f"2026-11-20 pre_run: It takes {seconds} s; 240 to 360 s are wanted."
    assert says([lasting(seconds)]) == ([] if kept else [wrong])


@pytest.mark.parametrize(("minutes", "kept"), [(3.9, True), (3.95, True), (4, False)])
def test_a_day_of_under_four_minutes_may_have_less(minutes, kept):
    assert (says([lasting(200)], runner={"minutes": {"fri": minutes}}) == []) == kept


def test_what_was_done_today_leaves_less_for_today_alone():
    assert len(says([lasting(200)])) == 1
    assert says([lasting(200)], sessions=LOGGED_TODAY) == []
    assert len(says([lasting(200)], 2, sessions=LOGGED_TODAY)) == 1
    assert len(says([lasting(361)], sessions=LOGGED_TODAY)) == 1
    yesterday = [*trained(), logged(-1, [("cat", 1)])]
    assert len(says([lasting(200)], sessions=yesterday)) == 1


def test_a_warm_up_without_moves_has_no_last_one():
    assert says([]) == ["2026-11-20 pre_run: It takes 0 s; 240 to 360 s are wanted."]


def held(name, seconds=20):
    """A move as a hold."""
    fields = {"hold_s": seconds, "duration_s": None, "reps": None, "sets": 1, "per_side": False}
    return timed(item(name, 1, "same").model_copy(update=fields))


@pytest.mark.parametrize(
    ("last", "speaks"),
    [
        (held("calf"), True),  # a stretch that is held
        (held("swing"), False),  # a hold that stretches nothing
        (lasting(40, "calf"), True),  # a stretch by its quality, given as a time
        (held("hold_flow"), True),  # a flow whose hold stretches
        (lasting(40, "hold_flow"), False),  # the same flow without a hold
    ],
)
def test_no_static_hold_stands_last(last, speaks):
    found = says([lasting(120), lasting(120, "sway"), last])
    where = f"2026-11-20 pre_run {last.exercise}: A static hold stands last."
    assert found == ([where] if speaks else [])


def test_a_hold_of_under_a_minute_for_a_muscle():
    for seconds, kept in ((59, True), (60, False)):
        found = says([lasting(120), held("calf", seconds), lasting(120, "sway")])
        wrong = f"2026-11-20 pre_run: calves is held for {seconds} s; under 60 s is the rule."
        assert found == ([] if kept else [wrong])
