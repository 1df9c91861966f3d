"""The contract: what makes a decision coherent."""

import pytest

from backstride.decision import DayLight, DayRun, Decision, Reason
from backstride.planning.check import Case, check
from backstride.planning.check.doses import doses
from check.by_hand import (
    CALENDAR,
    LIBRARY,
    broken,
    calendar,
    day,
    item,
    logged,
    mornings,
    planned,
    refused,
    scenario,
    session,
    texts,
    timed,
    trained,
    triage,
)


def changed_item(decision: Decision, **fields) -> Decision:
    """The decision with its first item changed."""
    first = decision.week.days[0]
    session = first.sessions[0]
    item = timed(session.items[0].model_copy(update=fields))
    if "seconds" in fields:
        item = item.model_copy(update=fields)
    session = session.model_copy(update={"items": (item, *session.items[1:])})
    days = (first.model_copy(update={"sessions": (session, *first.sessions[1:])}), *decision.week.days[1:])
    return changed_week(decision, days=days)


def changed_week(decision: Decision, **fields) -> Decision:
    return decision.model_copy(update={"week": decision.week.model_copy(update=fields)})


def changed_day(decision: Decision, offset: int, **fields) -> Decision:
    days = list(decision.week.days)
    days[offset] = days[offset].model_copy(update=fields)
    return changed_week(decision, days=tuple(days))


GIVEN = scenario()
RULES = LIBRARY.rules()
GOOD = planned(GIVEN)


@pytest.mark.parametrize(
    "fields",
    [
        {"duration_s": 61},
        {"sets": 2, "duration_s": 30},
        {"rest_s": 5},
        {"seconds": 134},
        {"why": ()},
        {"why": (Reason(rule="H3", text="Because.", sources=("S8",)),)},
        {"why": (Reason(rule="H3", text="Because."),)},
        {"why": (Reason(rule="H3", text=" ", sources=("S9",)),)},
        {"level": 9},
    ],
)
def test_an_item_that_is_not_what_it_should_be(fields):
    assert "contract" in broken(GIVEN, changed_item(GOOD, **fields))


def test_reasons_of_our_own_need_no_source():
    own = changed_item(GOOD, why=(Reason(rule="H3", text="Because; ours.", grade="ours"),))
    assert broken(GIVEN, own) == []


def test_an_exercise_that_nobody_knows():
    assert "no such exercise" in texts(GIVEN, changed_week(GOOD, days=_unknown()))


def _unknown():
    first = GOOD.week.days[0]
    session = first.sessions[0]
    items = (session.items[0].model_copy(update={"exercise": "moonwalk"}), *session.items[1:])
    return (
        first.model_copy(
            update={"sessions": (session.model_copy(update={"items": items}), *first.sessions[1:])}
        ),
        *GOOD.week.days[1:],
    )


def test_minutes_that_do_not_add_up():
    first = GOOD.week.days[0]
    for minutes in (4, 6):
        wrong = first.sessions[0].model_copy(update={"minutes": minutes})
        assert broken(GIVEN, changed_day(GOOD, 0, sessions=(wrong, *first.sessions[1:]))) == ["contract"]
    card = first.sessions[1].model_copy(update={"minutes": 1})
    told = changed_day(GOOD, 0, sessions=(first.sessions[0], card, first.sessions[2]))
    assert broken(GIVEN, told) == ["H4", "contract"]


def test_an_empty_session_and_one_that_stands_twice():
    empty = GOOD.week.days[1].sessions[0].model_copy(update={"items": (), "minutes": 0})
    assert "The session is empty." in texts(GIVEN, changed_day(GOOD, 1, sessions=(empty,)))
    day_two = GOOD.week.days[1].sessions
    assert "There are 2 recovery sessions" in texts(GIVEN, changed_day(GOOD, 1, sessions=day_two * 2))


def test_seven_days_from_today_on():
    assert "contract" in broken(GIVEN, changed_week(GOOD, days=GOOD.week.days[:-1]))
    assert "contract" in broken(GIVEN, changed_week(GOOD, days=(*GOOD.week.days[1:], GOOD.week.days[0])))


def test_the_status_and_the_week():
    assert broken(GIVEN, GOOD.model_copy(update={"week": None})) == ["contract"]
    both = refused("needs_screening", "self_care").model_copy(update={"week": GOOD.week})
    assert broken(GIVEN, both) == ["H1", "H2", "contract"]


def test_the_safety_net_is_always_there():
    bare = GOOD.triage.model_copy(update={"safety_net": ()})
    assert broken(GIVEN, GOOD.model_copy(update={"triage": bare})) == ["contract"]


def test_the_rules_that_were_asked_for():
    assert broken(GIVEN, GOOD.model_copy(update={"rules": "2025.1"})) == ["contract"]


def test_the_calendar_is_the_runners():
    assert "contract" in broken(GIVEN, changed_day(GOOD, 6, run=DayRun(kind="easy")))
    assert broken(GIVEN, changed_day(GOOD, 6, run=DayRun(kind="long", distance_m=5))) == ["contract"]
    assert broken(GIVEN, changed_day(GOOD, 6, run=DayRun(kind="long", inferred=True))) == ["contract"]
    assert broken(GIVEN, changed_day(GOOD, 1, run=None)) == []  # a rest day may stand without an entry
    assert broken(GIVEN, changed_day(GOOD, 6, also=(DayRun(kind="race"),))) == ["contract"]


def test_a_calendar_that_is_inferred_says_so():
    given = scenario(calendar=None)
    days = tuple(
        d.model_copy(update={"run": d.run and d.run.model_copy(update={"inferred": True})})
        for d in GOOD.week.days
    )
    inferred = changed_week(GOOD, days=days, calendar="inferred", calendar_why="from four weeks")
    assert broken(given, inferred) == []
    assert broken(given, changed_week(inferred, calendar_why="")) == ["contract"]
    assert broken(given, changed_week(inferred, days=GOOD.week.days)) == ["contract"]
    assert broken(given, changed_week(inferred, calendar="given")) == ["contract"]
    assert broken(given, changed_week(inferred, calendar="none")) == ["contract"]


@pytest.mark.parametrize(("told", "speaks"), [("green", True), ("amber", True), ("red", False), (None, True)])
def test_a_red_day_is_told_as_red(told, speaks):
    given = scenario(sessions=[*trained(), logged(-3, [("cat", 1)], limp=True)])
    lights = (DayLight(day=day(-3), light=told, why="w"),) if told else ()
    found = texts(given, planned(given).model_copy(update={"lights": lights}))
    assert ("contract lights" in found) == speaks


def test_a_day_whose_next_morning_is_missing_is_never_green():
    given = scenario(sessions=trained(), pain=mornings(d1={"morning": None}))
    told = planned(given).model_copy(update={"lights": (DayLight(day=day(-2), light="green", why="w"),)})
    assert broken(given, told) == ["contract"]
    known = scenario(sessions=trained())
    assert broken(known, told) == []


def test_a_run_of_the_calendar_that_the_week_leaves_out():
    assert "reads otherwise (long)" in texts(GIVEN, changed_day(GOOD, 6, run=None))


def test_a_quiet_day_may_stand_without_its_entry_but_not_twice():
    crossed = scenario(calendar=calendar({**CALENDAR, 3: "cross"}))
    assert broken(crossed, changed_day(planned(crossed), 3, run=None)) == []
    assert "reads otherwise (rest)" in texts(GIVEN, changed_day(GOOD, 1, also=(DayRun(kind="rest"),)))


def test_the_hardest_entry_of_a_day_is_its_run():
    race = changed_day(GOOD, 6, also=(DayRun(kind="race"),))
    assert "The hardest entry of the day is not its run." in texts(GIVEN, race)
    beside = changed_day(GOOD, 6, run=None, also=(DayRun(kind="long"),))
    assert texts(GIVEN, beside) == f"contract {day(6)}: The hardest entry of the day is not its run."


def test_a_week_without_a_calendar_has_no_runs():
    given = scenario(calendar=None)
    empty = planned(given, {1: {"recovery": [("cat", 1)]}}, calendar="none")
    assert broken(given, empty) == []
    assert "the week has no calendar" in texts(
        given, changed_day(empty, 2, run=DayRun(kind="easy", inferred=True))
    )


def test_a_card_without_moves_is_no_empty_session():
    sunday = GOOD.week.days[6]
    bare = sunday.sessions[0].model_copy(update={"items": ()})
    assert bare.slot == "mid_run"
    assert broken(GIVEN, changed_day(GOOD, 6, sessions=(bare, *sunday.sessions[1:]))) == []


@pytest.mark.parametrize(
    ("name", "rest_s", "speaks"),
    [
        ("hips", 30, False),
        ("hips", None, True),  # two sets, and a rest between them
        ("hips", 20, True),
        ("roll", None, False),  # two sets without a rest
        ("swing", None, False),  # one set
        ("swing", 5, True),
    ],
)
def test_the_rest_is_that_of_the_level(name, rest_s, speaks):
    rested = timed(item(name, 1, "new").model_copy(update={"rest_s": rest_s}))
    found = doses(Case(GIVEN, changed_day(GOOD, 3, sessions=(session("cross", [rested]),)), LIBRARY, RULES))
    assert bool(list(found)) == speaks


def test_one_set_of_a_deload_needs_no_rest():
    less = item("hips", 1, "same", 0.5)
    bare = timed(less.model_copy(update={"rest_s": None}))
    week = changed_week(changed_day(GOOD, 3, sessions=(session("cross", [bare]),)), deload=True)
    said = [v.where for v in doses(Case(GIVEN, week, LIBRARY, RULES)) if v.where.startswith(f"{day(3)}")]
    assert (less.sets, said) == (1, [])


@pytest.mark.parametrize(
    ("where", "spoilt"),
    [
        ("triage.safety_net", GOOD.model_copy(update={"triage": triage("self_care", safety_net=(" ",))})),
        ("rules", GOOD.model_copy(update={"rules": "2025.1"})),
        ("week", GOOD.model_copy(update={"week": None})),
        ("week.days", changed_week(GOOD, days=GOOD.week.days[:-1])),
        ("week.calendar", changed_week(GOOD, calendar="inferred", calendar_why="from four weeks")),
        ("week.calendar_why", changed_week(GOOD, calendar="inferred")),
    ],
)
def test_where_it_is_broken(where, spoilt):
    found = [v.where for v in check(GIVEN, spoilt, LIBRARY) if v.rule == "contract"]
    assert where in found
