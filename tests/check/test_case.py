"""What the rules stand on: the start of the week, the level of an item, which rules speak at all."""

import pytest

from backstride.decision import PlannedDay, Week
from backstride.planning.check import Case
from check.by_hand import (
    LIBRARY,
    STRENGTH,
    answered,
    broken,
    calendar,
    day,
    good_plan,
    item,
    planned,
    refused,
    scenario,
    session,
    trained,
)


def case(**fields) -> Case:
    given = scenario(**fields)
    return Case(given, planned(given), LIBRARY, LIBRARY.rules())


@pytest.mark.parametrize(("first", "start"), [(0, 0), (-1, -1), (-6, -6), (-7, 0), (-8, 0), (1, 0)])
def test_the_week_starts_where_the_one_that_today_lies_in_does(first, start):
    week = Week(days=tuple(PlannedDay(day=day(first + k)) for k in range(7)))
    assert case(previous_week=week).start == day(start)


def test_without_a_week_before_the_week_starts_today():
    assert case().start == day(0)
    assert case(previous_week=Week(days=())).start == day(0)


@pytest.mark.parametrize(("level", "known"), [(0, True), (3, True), (4, False)])
def test_an_item_has_the_dose_of_its_level_where_the_ladder_has_it(level, known):
    top = item("hips", 0, "new").model_copy(update={"level": level})
    (found,) = case().within(day(0), session("cross", [top]))
    assert (found.level is not None) == known


def test_a_refusal_with_a_broken_week_is_held_against_status_and_shape_alone():
    given = scenario()
    plan = {**good_plan(), 1: {"recovery": [("cat", 1), ("wake", 1)]}}
    assert broken(given, planned(given, plan)) == ["H6"]
    told = refused("needs_screening", "self_care").model_copy(update={"week": planned(given, plan).week})
    assert broken(given, told) == ["H1", "H2", "contract"]


def test_a_plan_without_a_week_is_held_against_status_and_shape_alone():
    given = scenario(sessions=trained(-28, -21, -14, -7, -2, moves=STRENGTH))  # a deload is due
    without = planned(given).model_copy(update={"week": None})
    assert "H15" in broken(given, planned(given))
    assert broken(given, without) == ["contract"]


def test_the_hardest_of_a_days_entries_is_what_the_day_is():
    kinds = ("race", "long", "quality", "easy", "cross", "rest")
    for n, harder in enumerate(kinds):
        for softer in kinds[n:]:
            both = (*calendar({2: softer}), *calendar({2: harder}))
            assert case(calendar=both).kind(day(2)) == harder


def test_a_stop_carries_no_deload():
    given = scenario(screening=answered(U3="yes"))
    assert not Case(given, refused("stopped", "urgent"), LIBRARY, LIBRARY.rules()).deload


def test_a_day_that_the_runner_did_not_name_has_no_minutes():
    assert case(runner={"minutes": {"fri": 12.5}}).minutes_of(day(0)) == 12.5
    assert case(runner={"minutes": {"fri": 12.5}}).minutes_of(day(1)) == 0


def test_a_rest_that_was_not_told_takes_no_time():
    held = case()
    rested = item("hips", 1, "new")
    (told,) = held.within(day(0), session("cross", [rested.model_copy(update={"rest_s": 0})]))
    (silent,) = held.within(day(0), session("cross", [rested.model_copy(update={"rest_s": None})]))
    assert rested.sets == 2
    assert held.seconds(silent) == held.seconds(told)
