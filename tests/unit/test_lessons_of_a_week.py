"""Which lessons a week points to: by the signals that are there, the gravest first, three at most."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from backstride.decide import decide
from backstride.decision import DayLight, LessonPointer, RunAdvice, Unlit
from backstride.knowledge import load
from backstride.known import Known
from backstride.lessons import GRAVITY, MOST, Back, lessons
from cast import day, scenario

LIBRARY = load()
QUIET = Back(lights=(), unlit=(), flares=(), bone=False, first_week=False, deload=False)
TODAY = date(2026, 11, 20)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def line(rule: str, band: str = "note", ratio: float | None = None) -> RunAdvice:
    return RunAdvice(day=TODAY, rule=rule, band=band, ratio=ratio, advice="x")


def chosen(
    *advice: RunAdvice, back: Mapping[str, Any] | None = None, **changes: Any
) -> tuple[LessonPointer, ...]:
    known = Known(scenario(**changes))
    seen = Back(**(vars(QUIET) | dict(back or {})))
    return lessons(known, LIBRARY, LIBRARY.rules(), advice, seen)


def ids(pointers: tuple[LessonPointer, ...]) -> list[str]:
    return [pointer.lesson for pointer in pointers]


def test_a_quiet_week_has_nothing_to_read() -> None:
    assert chosen() == ()
    assert chosen(line("R1", "up_to_1.10", 1.1), line("R1", "unknown")) == ()


@pytest.mark.parametrize(
    ("advice", "lesson"),
    [
        (line("R1", "over_1.10", 1.2), "long_runs"),
        (line("R1", "over_2.00", 2.2), "long_runs"),
        (line("R2"), "training_load"),
        (line("R3", "restart"), "coming_back"),
        (line("R4"), "stride"),
        (line("R5"), "shoes"),
        (line("R5", "flag"), "shoes"),
        (line("R6"), "surfaces"),
    ],
)
def test_a_line_of_run_advice_brings_its_lesson(advice: RunAdvice, lesson: str) -> None:
    (pointer,) = chosen(advice)
    assert pointer.lesson == lesson
    assert pointer.sources == LIBRARY.lessons[lesson].sources


def test_of_several_long_runs_the_longest_is_told() -> None:
    found = chosen(line("R1", "over_2.00", 2.41), line("R1", "over_1.10", 1.2), line("R1", "up_to_1.10", 0.9))
    assert "2.41" in found[0].signal


@pytest.mark.parametrize(("hours", "found"), [(6, ["desk"]), (5.9, [])])
def test_a_desk_day_begins_where_the_library_says(hours: float, found: list[str]) -> None:
    assert LIBRARY.rules().number("objective.desk_hours") == 6
    assert ids(chosen(runner__desk_hours=hours)) == found


@pytest.mark.parametrize(("goal", "first"), [("ease", "pain_and_running"), ("return", "coming_back")])
def test_a_goal_brings_its_lesson(goal: str, first: str) -> None:
    assert ids(chosen(runner__goal=goal))[0] == first


@pytest.mark.parametrize(
    ("back", "lesson"),
    [
        ({"bone": True}, "bone_pain"),
        ({"first_week": True}, "fitting_it_in"),
        ({"deload": True}, "lighter_weeks"),
        ({"lights": (DayLight(day=ago(7), light="red", why="x"),)}, "after_a_red"),
        ({"unlit": (Unlit(day=ago(8), why="x"), Unlit(day=ago(0), why="x"))}, "morning_score"),
    ],
)
def test_what_was_found_of_the_back_brings_its_lesson(back: dict[str, Any], lesson: str) -> None:
    assert ids(chosen(back=back))[0] == lesson


@pytest.mark.parametrize(
    "back",
    [
        {
            "lights": (
                DayLight(day=ago(8), light="red", why="x"),
                DayLight(day=ago(1), light="amber", why="x"),
            )
        },
        {"unlit": (Unlit(day=ago(8), why="x"),)},
        {
            "unlit": (Unlit(day=ago(3), why="x"),)
        },  # both mornings are in the diary: it is not known for another reason
        {"flares": (ago(8),)},
    ],
)
def test_what_is_past_or_has_another_cause_brings_none(back: dict[str, Any]) -> None:
    assert chosen(back=back) == ()


def test_the_missing_mornings_are_counted_once() -> None:
    diary = [{"day": day(-n), "morning": 1} for n in (7, 6, 5)]
    unlit = tuple(Unlit(day=ago(n), why="x") for n in (4, 3))
    (pointer,) = chosen(back={"unlit": unlit}, pain=diary)
    assert pointer.signal == LIBRARY.message("lesson.unlit_mornings", {"count": 3})


def test_pain_in_a_diary_without_any_is_new_and_more_of_it_a_flare() -> None:
    flare = {"flares": (ago(1),)}
    free = [{"day": day(-n), "morning": 0, "worst": 0} for n in range(7, 1, -1)]
    now_sore = {"day": day(-1), "morning": 2}
    new = chosen(back=flare, pain=[*free, now_sore])
    more = chosen(back=flare, pain=[*free, {**now_sore, "day": day(0)}, {"day": day(-8), "morning": 1}])
    assert ids(new)[0] == ids(more)[0] == "new_pain"
    assert new[0].signal == LIBRARY.message("lesson.new_pain", {"day": day(-1)})
    assert more[0].signal == LIBRARY.message("lesson.flare", {"day": day(-1)})


def test_the_gravest_come_first_and_three_at_most() -> None:
    every = [line("R6"), line("R5"), line("R2"), line("R1", "over_1.30", 1.4)]
    found = chosen(*every, back={"first_week": True, "bone": True}, runner__desk_hours=9)
    assert ids(found) == ["bone_pain", "long_runs", "training_load"]
    assert len(found) == MOST


def test_each_signal_has_its_lesson_before_any_has_a_second() -> None:
    assert ids(chosen(runner__goal="ease", runner__desk_hours=9)) == [
        "pain_and_running",
        "desk",
        "running_and_backs",
    ]


def test_one_lesson_for_two_signals_is_named_once() -> None:
    found = chosen(line("R3", "restart"), runner__goal="return")
    assert ids(found) == ["coming_back"]
    assert found[0].signal == LIBRARY.message("lesson.no_runs", {})


def test_every_lesson_that_a_week_names_is_in_the_library() -> None:
    advice = [line(f"R{n}", "over_1.30", 1.4) for n in range(1, 7)]
    back = {"bone": True, "first_week": True, "deload": True, "flares": (ago(1),)}
    assert set(ids(chosen(*advice, back=back))) <= set(LIBRARY.lessons)
    assert all(f"lesson.{signal}" in LIBRARY.messages for signal in GRAVITY)


def test_a_decision_points_to_its_lessons() -> None:
    planned = [{"day": day(2), "kind": "long", "distance_m": 20000}]
    decision = decide(scenario(calendar=planned, runner__desk_hours=8), LIBRARY)
    assert decision.status == "planned"
    assert ids(decision.lessons)[0] == "long_runs"
    assert "2.50 times" in decision.lessons[0].signal


def test_a_decision_without_a_week_points_to_none() -> None:
    decision = decide(scenario(screening={}, runner__desk_hours=8), LIBRARY)
    assert (decision.status, decision.lessons) == ("needs_screening", ())
