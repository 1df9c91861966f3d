"""H8 and H9 to the second: what was done today, what is planned, and how many exercises that may be."""

import pytest

from backstride.planning.check import Case
from backstride.planning.check.h08 import _seconds as seconds_done
from backstride.scenario import DoneItem, DoneSet
from check.by_hand import LIBRARY, calendar, item, logged, planned, said, scenario, session, timed, trained

KINDS = calendar({0: "easy", 2: "easy", 6: "long"})
FIVE = ("cat", "swing", "sway", "calf", "wake")


def lasting(seconds, name="cat"):
    """A move of so many seconds, the change to it counted."""
    fields = {"duration_s": seconds - 15, "reps": None, "hold_s": None, "sets": 1, "per_side": False}
    return timed(item(name, 1, "same").model_copy(update={**fields, "rest_s": None}))


def says(rule, slot, items, offset=0, **fields):
    """What a rule says of this session on that day."""
    given = scenario(**{"calendar": KINDS, "sessions": trained()} | fields)
    decision = planned(given, {})
    days = list(decision.week.days)
    filled = (session(slot, items),) if items else ()
    days[offset] = days[offset].model_copy(update={"sessions": filled})
    week = decision.week.model_copy(update={"days": tuple(days)})
    return said(given, decision.model_copy(update={"week": week}), rule)


@pytest.mark.parametrize(("seconds", "minutes"), [(900, 15), (901, 16), (960, 16)])
def test_h8_a_session_takes_whole_minutes(seconds, minutes):
    fits, short = ({"minutes": {"fri": m}} for m in (minutes, minutes - 0.5))
    assert says("H8", "post_run", [lasting(seconds)], runner=fits) == []
    wrong = f"2026-11-20: {minutes} min are planned, and the day has {minutes - 0.5:g}."
    assert says("H8", "post_run", [lasting(seconds)], runner=short) == [wrong]


class TestDoneToday:
    """Ten minutes and a quarter were done this morning."""

    flow = DoneItem(exercise="cat", level=1, done=(DoneSet(duration_s=300),), effort=5)  # on both sides
    morning = logged(0, [("cat", 1)]).model_copy(update={"items": (flow,)})

    def says(self, minutes, offset=0, slot="cross", items=(300,)):
        done = self.morning.model_copy(update={"slot": slot})
        runner = {"minutes": {"fri": minutes, "sun": minutes}}
        planned_items = [lasting(seconds) for seconds in items]
        return says("H8", "post_run", planned_items, offset, runner=runner, sessions=[*trained(), done])

    def test_it_counts_to_the_second(self):
        assert self.says(15.25) == []
        wrong = "2026-11-20: 5 min are planned after 10.2 min done already, and the day has 15.2."
        assert self.says(15.2) == [wrong]

    def test_it_counts_today_alone(self):
        assert self.says(5, 2) == []

    def test_a_card_with_a_run_costs_nothing(self):
        assert self.says(5, slot="mid_run") == []

    def test_it_is_no_fault_where_nothing_more_is_planned(self):
        assert self.says(5, items=()) == []


@pytest.mark.parametrize(
    ("name", "level", "sets", "seconds"),
    [
        ("hips", 1, [{"reps": 5}, {"reps": 7}], 50 + 30 + 70 + 15),
        ("hips", 1, [{"reps": 5}] * 3, 3 * 50 + 2 * 30 + 15),
        ("hips", 1, [{}, {}], 2 * 90 + 30 + 15),  # what was not told is taken from the level: 9 repetitions
        ("hips", 9, [{}], 100 + 15),  # a level above the ladder is its top: 10 repetitions
        ("calf", 9, [{}], 2 * 30 + 15),
        ("hips", 0, [{}], 80 + 15),
        ("hips", 1, [], 15),
        ("calf", 1, [{"hold_s": 19.5}], 2 * 20 + 15),
        ("moonwalk", 1, [{"reps": 5}], 0),
    ],
)
def test_h8_the_time_of_what_was_done(name, level, sets, seconds):
    given = scenario()
    done = DoneItem(exercise=name, level=level, done=tuple(DoneSet(**one) for one in sets))
    assert seconds_done(Case(given, planned(given), LIBRARY, LIBRARY.rules()), done) == seconds


@pytest.mark.parametrize(("seconds", "few"), [(900, True), (901, False), (1200, False)])
def test_h9_four_exercises_in_a_quarter_of_an_hour_six_in_more(seconds, few):
    five = [lasting(100, name) for name in FIVE[:4]] + [lasting(seconds - 400, FIVE[4])]
    found = says("H9", "cross", five, 3)
    wrong = f"2026-11-23 cross: 5 exercises in {seconds} s; 4 is the most."
    assert found == ([wrong] if few else [])


def test_h9_a_session_today_leaves_a_first_week_the_first():
    new = [lasting(200, name) for name in ("swing", "sway", "calf")]
    assert says("H9", "cross", new, 3, sessions=[logged(0, [("cat", 1)])]) == []
    assert len(says("H9", "cross", new, 3, sessions=[logged(-1, [("cat", 1)])])) == 1
