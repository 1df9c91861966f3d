"""A preference that cannot be met is named with its cause, and its smallest change really mends it."""

import re

from backstride.decide import decide
from backstride.decision import Decision, Shortfall
from backstride.knowledge import load
from backstride.scenario import Scenario
from cast import facts, scenario

WEEKDAYS = {"Monday": "mon", "Tuesday": "tue", "Wednesday": "wed", "Thursday": "thu", "Friday": "fri"}


def shortfall(decision: Decision, rule: str) -> Shortfall:
    assert decision.week is not None
    return next(s for s in decision.week.shortfalls if s.rule == rule)


def strength_days(decision: Decision) -> int:
    exercises = load().exercises
    assert decision.week is not None
    return sum(
        any(exercises[i.exercise].quality == "strength" for s in d.sessions for i in s.items)
        for d in decision.week.days
    )


def test_six_minutes_a_week_name_the_missing_strength_days() -> None:
    decision = decide(scenario(runner__minutes={"wed": 6}), load())
    found = shortfall(decision, "H7")
    assert found.got == str(strength_days(decision))
    assert found.smallest_change is not None


def test_the_smallest_change_gives_another_strength_day_and_a_minute_less_does_not() -> None:
    minutes = {"mon": 20}
    before = decide(scenario(runner__minutes=minutes), load())
    change = shortfall(before, "H7").smallest_change
    assert change is not None
    found = re.search(r"(\w+) \+(\d+) min", change)
    assert found is not None
    weekday, extra = WEEKDAYS[found[1]], int(found[2])
    with_change = decide(
        scenario(runner__minutes={**minutes, weekday: minutes.get(weekday, 0) + extra}), load()
    )
    assert strength_days(with_change) == strength_days(before) + 1


def test_a_warm_up_that_the_minutes_do_not_hold_is_named() -> None:
    decision = decide(scenario(runner__minutes={"sun": 10, "wed": 30}), load())
    assert "Friday" in shortfall(decision, "H3").because


def warm_ups(decision: Decision) -> set[str]:
    assert decision.week is not None
    return {d.day.strftime("%A") for d in decision.week.days if any(s.slot == "pre_run" for s in d.sessions)}


def test_the_smallest_change_for_a_warm_up_really_brings_it() -> None:
    minutes = {**facts()["runner"]["minutes"], "fri": 0}
    before = decide(scenario(runner__minutes=minutes), load())
    change = shortfall(before, "H3").smallest_change
    assert change is not None
    found = re.search(r"(\w+) \+(\d+) min", change)
    assert found is not None
    assert found[1] not in warm_ups(before)
    mended = {**minutes, WEEKDAYS[found[1]]: minutes[WEEKDAYS[found[1]]] + int(found[2])}
    assert warm_ups(decide(scenario(runner__minutes=mended), load())) >= {*warm_ups(before), found[1]}


def test_a_region_that_nothing_may_serve_names_the_thing_that_would() -> None:
    data = facts(runner__equipment=[], runner__tight=["calves"])
    data["runner"]["avoid_positions"] = ["quadruped", "supine", "kneeling", "half_kneeling"]
    decision = decide(Scenario.model_validate(data), load())
    found = shortfall(decision, "H12")
    assert found.smallest_change is not None
    assert "wall" in found.smallest_change


def test_a_week_with_room_for_everything_has_no_strength_shortfall() -> None:
    decision = decide(scenario(), load())
    assert decision.week is not None
    assert not [s for s in decision.week.shortfalls if s.rule == "H7"]
