"""Scripts of exercises, routines and generated weeks: equal sides, no gap, no overlap, the plan's time."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstride.decide import decide
from backstride.decision import Decision, Item, Session
from backstride.knowledge import Library, load
from backstride.knowledge.dose import item_seconds
from backstride.knowledge.figures import load_figures
from backstride.knowledge.routine_time import routine_time
from backstride.knowledge.schema.exercise import Level
from backstride.knowledge.translations import languages, library_in, load_translation
from backstride.scenario import Scenario
from backstride.sessions.compile import day_scripts, session_script
from backstride.sessions.line import CannotPlay
from backstride.sessions.routine import routine_scripts
from backstride.sessions.script import WORK, Script
from cast import facts
from generative.strategies import scenarios
from sessions.held import hold_in_figure, hold_in_time, hold_in_words, hold_to_dose, lines_of

LIBRARY = load()
RULES = LIBRARY.rules()
CHANGE_S = RULES.whole("session.change_s")
MOVEMENTS = load_figures().movements
RUNGS = [(e.id, level) for e in LIBRARY.exercises.values() for level in range(len(e.ladder))]
languages_told = st.sampled_from(languages())


@cache
def told(language: str) -> Library:
    return library_in(LIBRARY, load_translation(language))


def item(exercise: str, level: int, rung: Level | None = None) -> Item:
    """An exercise at that level as a week holds it."""
    record = LIBRARY.exercises[exercise]
    dose = rung or record.ladder[level]
    seconds = item_seconds(dose, rep_s=record.rep_s, rest_s=dose.rest_s, change_s=CHANGE_S)
    given = dose.model_dump(include={"sets", "reps", "hold_s", "duration_s", "per_side", "rest_s"})
    return Item(exercise=exercise, level=level, seconds=seconds, change="same", **given)


def script_of(*items: Item, language: str = "en") -> Script:
    return session_script(Session(slot="cross", minutes=0, items=items), told(language), MOVEMENTS, RULES)


def hold(script: Script, items: tuple[Item, ...]) -> None:
    """Everything that holds of the script of these items."""
    hold_in_time(script, sum(item.seconds for item in items))
    hold_in_words(script)
    hold_in_figure(script)
    lines = lines_of(script, LIBRARY)
    assert [cues[0].exercise for cues in lines] == [item.exercise for item in items]
    for cues, planned in zip(lines, items, strict=True):
        hold_to_dose(cues, planned, LIBRARY.exercises[planned.exercise].rep_s, RULES)
        assert {cue.level for cue in cues} == {planned.level}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("exercise", "level"), RUNGS)
def test_every_level_of_every_exercise(exercise: str, level: int, language: str) -> None:
    planned = item(exercise, level)
    hold(script_of(planned, language=language), (planned,))


@given(st.lists(st.sampled_from(RUNGS), min_size=1, max_size=6, unique_by=lambda r: r[0]), languages_told)
@settings(max_examples=60, deadline=None)
def test_sessions_of_several_exercises(rungs: list[tuple[str, int]], language: str) -> None:
    items = tuple(item(*rung) for rung in rungs)
    script = script_of(*items, language=language)
    hold(script, items)
    assert [cue.next for cue in script.cues if cue.kind == "ready"] == [
        *(planned.exercise for planned in items[1:]),
        None,
    ]


@given(st.sampled_from(RUNGS), st.integers(1, 5), st.sampled_from([0, 1, 2, 10, 30, 45]))
@settings(max_examples=120, deadline=None)
def test_other_sets_and_rests(rung: tuple[str, int], sets: int, rest_s: int) -> None:
    exercise, level = rung
    other = LIBRARY.exercises[exercise].ladder[level].model_copy(update={"sets": sets, "rest_s": rest_s})
    planned = item(exercise, level, other)
    alternate = LIBRARY.exercises[exercise].alternate is not None and other.reps is not None
    switches = 0 if alternate or not other.per_side else sets + (sets - 1 if rest_s < 2 else 0)
    if switches > 5:
        with pytest.raises(CannotPlay, match=exercise):
            script_of(planned)
        return
    hold(script_of(planned), (planned,))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", LIBRARY.routines)
def test_every_routine_as_written(name: str, language: str) -> None:
    routine = LIBRARY.routines[name]
    time = routine_time(routine, LIBRARY.exercises, change_s=CHANGE_S)
    scripts = routine_scripts(routine, told(language), MOVEMENTS, RULES)
    assert [script.slot for script in scripts] == [part.slots[0] for part in time.parts]
    for script, part in zip(scripts, time.parts, strict=True):
        lines = [routine.items[number] for number in part.lines]
        if script.slot == "mid_run":
            assert (script.seconds, script.cues) == (0, ())
            assert [card.exercise for card in script.cards] == [line.exercise for line in lines]
            assert [card.alternate for card in script.cards] == [line.alternate for line in lines]
            assert all(len(card.show.split()) <= 9 for card in script.cards)
            continue
        hold_in_time(script, part.seconds)
        hold_in_words(script)
        hold_in_figure(script)
        for cues, line in zip(lines_of(script, LIBRARY), lines, strict=True):
            assert cues[0].exercise == line.exercise
            hold_to_dose(cues, line.dose, LIBRARY.exercises[line.exercise].rep_s, RULES)
            assert line.alternate <= ({cue.kind for cue in cues} & {"switch"} == set())


def hold_week(decision: Decision, language: str) -> int:
    """Holds every session of a week; gives back how many had a clock."""
    timed = 0
    for day in decision.week.days if decision.week is not None else ():
        for session, script in zip(
            day.sessions, day_scripts(decision, day, told(language), MOVEMENTS), strict=True
        ):
            if session.slot == "mid_run":
                assert script.cues == ()
                assert [card.exercise for card in script.cards] == [one.exercise for one in session.items]
                continue
            hold(script, session.items)
            assert script.seconds <= session.minutes * 60
            timed += 1
    return timed


@given(scenarios(calm=True), languages_told)
@settings(max_examples=12, deadline=None)
def test_generated_weeks(scenario: Scenario, language: str) -> None:
    hold_week(decide(scenario, LIBRARY), language)


@pytest.mark.parametrize("routine", [None, *LIBRARY.routines])
def test_the_casts_weeks(routine: str | None) -> None:
    decision = decide(Scenario.model_validate(facts(runner__routine=routine)), LIBRARY)
    assert hold_week(decision, "en") > 1


def test_a_week_that_follows_a_routine_alternates_where_the_article_does() -> None:
    decision = decide(Scenario.model_validate(facts(runner__routine="s2_ten")), LIBRARY)
    assert decision.week is not None
    scripts = [s for day in decision.week.days for s in day_scripts(decision, day, LIBRARY, MOVEMENTS)]
    cues = [cue for script in scripts for cue in script.cues if cue.exercise == "bird_dog"]
    sides = [cue.side for cue in cues if cue.kind in WORK]
    assert sides[:4] == ["right", "left", "right", "left"]
    assert {script.routine for script in scripts} == {"s2_ten"}


def test_a_script_survives_json_and_is_the_same_each_time() -> None:
    script = script_of(*(item(*rung) for rung in RUNGS[::9]))
    assert Script.model_validate_json(script.model_dump_json()) == script
    assert script_of(*(item(*rung) for rung in RUNGS[::9])) == script


def test_half_seconds_that_the_plan_rounds_up_go_to_the_end() -> None:
    exercise = LIBRARY.exercises["pelvic_tilt_standing"]
    tempo = exercise.tempo.model_copy(update={"back_s": 3.0})
    odd = exercise.model_copy(update={"tempo": tempo, "rep_s": 6.5})
    dose = exercise.ladder[0].model_copy(update={"sets": 1, "reps": 5})
    seconds = item_seconds(dose, rep_s=6.5, rest_s=0, change_s=CHANGE_S)
    one = item("pelvic_tilt_standing", 0, dose).model_copy(update={"seconds": seconds})
    library = replace(LIBRARY, exercises={**LIBRARY.exercises, odd.id: odd})
    session = Session(slot="cross", minutes=1, items=(one,))
    script = session_script(session, library, MOVEMENTS, RULES)
    hold_in_time(script, 48)
    assert script.cues[-1].seconds == 0.5


def test_every_alternating_exercise_begins_with_the_side_that_its_figure_shows_first() -> None:
    alternating = {e.id: e.alternate for e in LIBRARY.exercises.values() if e.alternate is not None}
    assert alternating == {
        "bird_dog": "right",
        "dead_bug": "right",
        "hip_rolling": "left",
        "plank_shoulder_tap": "right",
    }
    for name, side in alternating.items():
        movement = MOVEMENTS[name]
        if movement.side is not None:
            assert movement.side == side
            continue
        shown = next(phase.pose for phase in movement.phases if phase.phase == "move")
        named = {s for s in ("left", "right") if s in shown}
        legs = {angle.split("_")[0] for angle in movement.poses[shown].angles if "hip_flexion" in angle}
        assert named | (legs if not named else set()) == {side}
