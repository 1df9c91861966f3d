"""A replan changes as little of the week as the new facts demand."""

from collections.abc import Sequence
from typing import Any

import pytest

from backstride.decide import decide
from backstride.decision import Decision, Week
from backstride.knowledge import load
from backstride.known import weekday
from backstride.planning.contribution import strength_days
from backstride.planning.problem import Option, Place
from backstride.scenario import Scenario
from cast import day, facts, logged, scenario
from planning.behind_a_week import work_of
from planning.test_oracle import Seen, all_choices, holds


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


def test_a_long_run_that_moves_takes_its_days_along_and_is_named() -> None:
    first = decide(scenario(), load())
    moved = [{**entry, "day": day(3)} if entry["kind"] == "long" else entry for entry in facts()["calendar"]]
    second = after(first, calendar=moved)
    changes = week_of(second).changes
    assert {c.day.isoformat() for c in changes if c.what == "run"} == {day(2), day(3)}
    # The long run has a warm-up where it is now, and the day that it left has none.
    assert [slot for slot, _ in placed(second)[day(3)]] == ["pre_run", "post_run"]
    assert "pre_run" not in dict(placed(second)[day(2)])
    causes = {
        c.day.isoformat(): c.because for c in changes if c.because and c.day.isoformat() in (day(2), day(3))
    }
    assert causes == {day(2): "The run of Sunday changed.", day(3): "The run of Monday changed."}
    assert placed(second)[day(0)] == placed(first)[day(0)]


def test_strength_before_a_run_that_moved_names_that_run() -> None:
    first = decide(scenario(), load())
    # Friday holds strength; the long run comes to Saturday.
    moved = [{**entry, "day": day(1)} if entry["kind"] == "long" else entry for entry in facts()["calendar"]]
    gone = [
        c
        for c in week_of(after(first, calendar=moved)).changes
        if (c.day.isoformat(), c.what) == (day(0), "removed")
    ]
    strength = [c for c in gone if load().exercises[str(c.exercise)].quality == "strength"]
    assert strength
    assert {(c.rule, c.because) for c in strength} == {("H7", "The run of Saturday changed.")}


def test_less_time_is_named_and_takes_out_no_more_than_it_must() -> None:
    first = decide(scenario(), load())
    before = {s.slot: s for d in week_of(first).days if d.day.isoformat() == day(4) for s in d.sessions}
    slot, session = next(iter(before.items()))
    minutes = {**facts()["runner"]["minutes"], "tue": session.minutes - 1}
    changes = week_of(after(first, runner__minutes=minutes)).changes
    assert {(c.day.isoformat(), c.slot, c.rule) for c in changes if c.what == "removed"} == {
        (day(4), slot, "H8")
    }
    assert {c.because for c in changes} == {"Tuesday has fewer minutes than it took."}
    assert len(changes) == 1


def test_a_missed_strength_session_comes_later_and_says_so() -> None:
    # Two days with time, too close for strength on both: what Friday missed, Saturday can take.
    runner = {**facts()["runner"], "minutes": {"fri": 30, "sat": 30}}
    quiet = {"runner": runner, "calendar": [{"day": day(0), "kind": "easy"}, {"day": day(4), "kind": "easy"}]}
    first = decide(scenario(**quiet), load())
    assert [d for d, sessions in placed(first).items() if strength_ids() & names_in(sessions)] == [day(0)]
    tomorrow = {"now": f"{day(1)}T07:00:00+08:00", "pain": [*facts()["pain"], {"day": day(0), "morning": 1}]}
    second = after(first, **quiet, **tomorrow)
    added = [c for c in week_of(second).changes if c.what == "added" and c.exercise in strength_ids()]
    assert {c.day.isoformat() for c in added} == {day(1)}
    assert {(c.rule, c.because) for c in added} == {("O1", "What was planned for Friday was not done.")}


def test_a_missed_session_that_no_day_can_take_moves_nothing() -> None:
    first = decide(scenario(), load())
    tomorrow = {"now": f"{day(1)}T07:00:00+08:00", "pain": [*facts()["pain"], {"day": day(0), "morning": 1}]}
    second = after(first, **tomorrow)
    kept = {d: s for d, s in placed(first).items() if d != day(0)}
    assert not [c for c in week_of(second).changes if c.what == "added" and c.exercise in strength_ids()]
    # Days that need not make up for it stay as they were.
    touched = {c.day.isoformat() for c in week_of(second).changes}
    assert {d: s for d, s in placed(second).items() if d in kept and d not in touched} == {
        d: s for d, s in kept.items() if d not in touched
    }


def test_a_worse_morning_names_the_light() -> None:
    first = decide(scenario(), load())
    sore = [*facts()["pain"], {"day": day(0), "morning": 5}]
    changes = week_of(after(first, pain=sore, screening__at=f"{day(0)}T06:00:00+08:00")).changes
    red = [c for c in changes if c.because == "The light of Friday was red."]
    assert red
    assert {c.rule for c in red} == {"H14"}
    assert all(c.because for c in changes if c.what != "run")


def strength_ids() -> set[str]:
    return {e.id for e in load().exercises.values() if e.quality == "strength"}


def names_in(sessions: Sequence[tuple[str, list[str]]]) -> set[str]:
    return {name for _, names in sessions for name in names}


@pytest.mark.parametrize("minutes", [3, 5, 6])
def test_no_week_that_breaks_no_rule_changes_less(minutes: int) -> None:
    """Of all weeks with as many strength days none moves fewer hard exercises, then fewer of the others."""
    kept = ("bridge", "dead_bug", "cat_cow", "knee_to_chest")
    avoided = [exercise for exercise in load().exercises if exercise not in kept]
    fixed = {"runner__avoid_exercises": avoided, "calendar": []}
    first = decide(scenario(runner__minutes={"mon": 8, "wed": 8}, **fixed), load())
    less = Scenario.model_validate(
        {**facts(runner__minutes={"mon": minutes, "wed": 8}, **fixed), "previous_week": first.week}
    )
    decision, work, seen = decide(less, load()), work_of(less), Seen()
    seen.problem, seen.facts, seen.solution = work.problem, work.facts, work.solution
    before = {(d.day, s.slot, i.exercise) for d in week_of(first).days for s in d.sessions for i in s.items}

    def moved(chosen: Sequence[tuple[Place, Option]]) -> tuple[int, int]:
        now = {(p.day.day, p.slot, o.exercise.id) for p, o in chosen}
        differs = [exercise for _, _, exercise in before ^ now]
        hard = [e for e in differs if load().exercises[e].quality in ("strength", "activation")]
        return len(hard), len(differs) - len(hard)

    able = [
        (days, moved(chosen))
        for chosen in all_choices(seen.problem)
        for days in [strength_days(seen.problem, chosen)]
        if days >= seen.solution.strength_days and holds(less, decision, seen, chosen)
    ]
    assert max(days for days, _ in able) == seen.solution.strength_days
    assert moved(seen.solution.chosen) == min(moves for _, moves in able)
    assert week_of(decision).changes
