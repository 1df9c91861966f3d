"""A replan changes as little of the week as the new facts demand."""

from typing import Any

from backstride.decide import decide
from backstride.decision import Decision, Week
from backstride.knowledge import load
from backstride.known import weekday
from backstride.scenario import Scenario
from cast import day, facts, logged, scenario


def week_of(decision: Decision) -> Week:
    assert decision.week is not None
    return decision.week


def placed(decision: Decision) -> dict[str, list[tuple[str, list[str]]]]:
    return {
        d.day.isoformat(): [
            (s.slot, [i.exercise for i in s.items]) for s in d.sessions if s.slot != "mid_run"
        ]
        for d in week_of(decision).days
    }


def after(first: Decision, **changes: Any) -> Decision:
    return decide(Scenario.model_validate({**facts(**changes), "previous_week": first.week}), load())


def test_the_same_facts_give_the_same_week_and_no_changes() -> None:
    first = decide(scenario(), load())
    again = after(first)
    assert placed(again) == placed(first)
    assert week_of(again).changes == ()


def test_less_time_on_a_mobility_day_changes_that_day_alone() -> None:
    first = decide(scenario(), load())
    strength = [e.id for e in load().exercises.values() if e.quality == "strength"]
    gentle = next(
        d.day
        for d in week_of(first).days
        if sum(s.minutes for s in d.sessions) > 5
        and not any(i.exercise in strength for s in d.sessions for i in s.items)
    )
    minutes = {**facts()["runner"]["minutes"], weekday(gentle): 5}
    changes = week_of(after(first, runner__minutes=minutes)).changes
    assert {change.day for change in changes} == {gentle}


def test_a_runner_who_kept_the_first_day_finds_the_rest_of_the_first_week_as_it_was() -> None:
    first = decide(scenario(), load())
    done = [
        logged(item.exercise, item.level, 0, slot=session.slot)
        for session in week_of(first).days[0].sessions
        if session.slot != "mid_run"
        for item in session.items
    ]
    tomorrow = {
        "now": f"{day(1)}T07:00:00+08:00",
        "sessions": done,
        "pain": [*facts()["pain"], {"day": day(0), "morning": 1}, {"day": day(1), "morning": 1}],
    }
    second = after(first, **tomorrow)
    kept = placed(first)
    assert {d: s for d, s in placed(second).items() if d in kept} == {
        d: s for d, s in kept.items() if d != day(0)
    }


def test_a_red_morning_takes_the_hard_work_out_and_says_so() -> None:
    first = decide(scenario(), load())
    sore = [*facts()["pain"], {"day": day(0), "morning": 5}]
    decision = after(first, pain=sore, screening__at=f"{day(0)}T06:00:00+08:00")
    light = [i.level for d in week_of(decision).days[:3] for s in d.sessions for i in s.items]
    assert light
    assert max(light) <= 1
