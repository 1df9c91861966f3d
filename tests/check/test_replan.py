"""Inside a week decided before, the week is judged from its first day on."""

from backstride.decision import PlannedDay, Week
from check.by_hand import OTHERS, STRENGTH, broken, day, good_plan, logged, planned, scenario, texts, trained


def week_from(offset: int) -> Week:
    """A week decided so many days before today."""
    return Week(days=tuple(PlannedDay(day=day(k)) for k in range(offset, offset + 7)))


def speaks(plan=None, **fields):
    given = scenario(**fields)
    return broken(given, planned(given, plan))


def test_a_first_week_stays_one():
    begun = [logged(-1, [("card", 1)], "mid_run")]
    plan = {**good_plan(), 6: {"mid_run": [("card", 1)], "post_run": [("sway", 1), ("calf", 0), ("cat", 1)]}}
    assert speaks(plan, sessions=begun, previous_week=week_from(-2)) == []
    assert speaks(plan, sessions=begun, previous_week=week_from(-7)) == ["H9"]
    assert speaks(plan, sessions=begun) == ["H9"]


def test_sets_grow_from_the_week_before_it():
    few = [logged(-8, [*STRENGTH, *OTHERS], effort=9), *trained(-5, -2)]
    # Six sets before the week that began three days ago would be too few; twelve before today are not.
    assert speaks(sessions=few) == []
    given = scenario(sessions=few[:2], previous_week=week_from(-3))
    assert "12 hard sets in the week; 7 is the most" not in texts(given, planned(given))
    given = scenario(sessions=few, previous_week=week_from(-5))
    assert "12 hard sets in the week; 7 is the most" in texts(given, planned(given))


def test_a_deload_lasts_for_its_week():
    weeks = [o for start in (-30, -23, -16, -9) for o in (start, start + 2, start + 5)]
    sessions = [*trained(*weeks), *trained(-2)]
    assert "H15" not in speaks(good_plan(), sessions=sessions, previous_week=week_from(-3))
    assert "H15" in speaks(good_plan(), sessions=sessions, previous_week=week_from(-2))
