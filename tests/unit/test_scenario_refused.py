"""What is wrong in a scenario is refused with the field's path and the reason."""

import copy
import json
from typing import Any

import pytest
from pydantic import ValidationError

from backstride.decide import decide
from backstride.knowledge import load
from backstride.resolve import ScenarioError, check_names, read_scenario
from backstride.scenario import Pain, Runner, Scenario

SMALLEST: dict[str, Any] = {
    "now": "2026-11-20T07:00:00+08:00",
    "runner": {"birth_year": 1986, "experience": "regular"},
}
RUN = {"start": "2026-11-19T07:00:00+08:00", "duration_s": 2700}
SESSION = {"at": "2026-11-19T18:00:00+08:00", "slot": "cross"}
ITEM = {"exercise": "bird_dog", "level": 1}


def text(path: str, value: Any) -> str:
    """The smallest scenario as JSON with one field changed."""
    scenario = copy.deepcopy(SMALLEST)
    *steps, last = path.split(".")
    place = scenario
    for step in steps:
        place = place.setdefault(step, {})
    place[last] = value
    return json.dumps(scenario)


def refusal(content: str | bytes) -> str:
    with pytest.raises(ScenarioError) as error:
        read_scenario(content)
    return str(error.value)


def test_the_smallest_scenario_is_read() -> None:
    scenario = read_scenario(json.dumps(SMALLEST))
    assert scenario.runner.birth_year == 1986
    assert scenario.calendar is None


@pytest.mark.parametrize(
    ("path", "value", "where", "why"),
    [
        ("now", "2026-11-20T07:00:00", "now", "timezone"),
        ("now", "2026-11-20", "now", "offset"),
        ("now", 1_700_000_000, "now", "ISO 8601"),
        ("now", "yesterday", "now", "ISO 8601"),
        ("now", None, "now", "ISO 8601"),
        ("moon", "full", "moon", "not permitted"),
        ("runner.colour", "red", "runner.colour", "not permitted"),
        ("runner.birth_year", 2027, "runner.birth_year", "lies in the future"),
        ("runner.birth_year", 1905, "runner.birth_year", "more than 120 years ago"),
        ("runner.birth_year", 1986.5, "runner.birth_year", "integer"),
        ("runner.birth_year", True, "runner.birth_year", "valid integer"),
        ("runner.experience", "elite", "runner.experience", "experienced"),
        ("runner.minutes", {"mon": -1}, "runner.minutes.mon", "greater than or equal to 0"),
        ("runner.minutes", {"mon": 1441}, "runner.minutes.mon", "less than or equal to 1440"),
        ("runner.minutes", {"mon": float("nan")}, "runner.minutes.mon", "finite"),
        ("runner.minutes", {"mon": float("inf")}, "runner.minutes.mon", "finite"),
        ("runner.minutes", {"monday": 10}, "runner.minutes.monday.[key]", "mon"),
        ("runner.equipment", ["rope"], "runner.equipment.0", "strap"),
        ("runner.desk_hours", 25, "runner.desk_hours", "less than or equal to 24"),
        ("runner.favourites", [""], "runner.favourites.0", "at least 1 character"),
        ("screening", {"answers": {"E1": "no"}}, "screening", "at: missing"),
        ("screening.answers", {"E1": "maybe"}, "screening.answers.E1", "unsure"),
        ("pain", [{"day": "2026-11-19", "morning": 11}], "pain.0.morning", "less than or equal to 10"),
        ("pain", [{"day": "2026-11-19", "worst": -1}], "pain.0.worst", "greater than or equal to 0"),
        ("pain", [{"day": "2026-11-19", "worst": float("nan")}], "pain.0.worst", "finite"),
        ("pain", [{"day": 20261119}], "pain.0.day", "ISO 8601"),
        ("pain", [{"day": "2026-11-19T07:00:00"}], "pain.0.day", "ISO 8601"),
        ("pain", [{"day": "2026-02-30"}], "pain.0.day", "valid date"),
        ("pain", [{"day": "2026-11-19"}, {"day": "2026-11-19"}], "pain", "2026-11-19 stands twice"),
        ("runs", [RUN | {"distance_m": -3000}], "runs.0.distance_m", "greater than or equal to 0"),
        ("runs", [{"start": RUN["start"]}], "runs.0.duration_s", "required"),
        ("runs", [RUN, RUN | {"cadence_spm": 0}], "runs.1.cadence_spm", "greater than 0"),
        ("runs", [RUN | {"start": "2026-11-19T07:00:00"}], "runs.0.start", "timezone"),
        ("runs", [RUN | {"kind": "cross"}], "runs.0.kind", "easy"),
        ("calendar", [{"day": "2026-11-21", "kind": "swim"}], "calendar.0.kind", "cross"),
        ("sessions", [SESSION | {"slot": "night"}], "sessions.0.slot", "pre_run"),
        ("sessions", [SESSION | {"items": [ITEM | {"level": -1}]}], "sessions.0.items.0.level", "greater"),
        ("sessions", [SESSION | {"items": [ITEM | {"effort": 11}]}], "sessions.0.items.0.effort", "less"),
        (
            "sessions",
            [SESSION | {"items": [ITEM | {"done": [{"reps": 1.5}]}]}],
            "sessions.0.items.0.done.0.reps",
            "integer",
        ),
        ("shoes", [{"id": "blue", "start_m": -1}], "shoes.0.start_m", "greater than or equal to 0"),
    ],
)
def test_an_impossible_value_is_named_with_its_path(path: str, value: Any, where: str, why: str) -> None:
    (fault,) = refusal(text(path, value)).splitlines()
    assert fault.startswith(f"{where}: ")
    assert why in fault.removeprefix(f"{where}: ")


def test_the_value_that_was_given_is_shown() -> None:
    given = text("pain", [{"day": "2026-11-19", "morning": 11}])
    assert refusal(given).endswith("(given: 11)")


def test_each_fault_has_a_line() -> None:
    wrong = SMALLEST | {"moon": 1, "pain": [{"day": "2026-11-19", "morning": 11}]}
    assert len(refusal(json.dumps(wrong)).splitlines()) == 2


@pytest.mark.parametrize("content", ["", "{", "[]", "null", b"\xff", '{"now": '])
def test_what_is_no_scenario_is_refused(content: str | bytes) -> None:
    assert refusal(content)


def test_a_value_object_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Runner(birth_year=1986, experience="new").birth_year = 1990  # type: ignore[misc]


def test_a_value_object_refuses_what_it_does_not_know() -> None:
    with pytest.raises(ValidationError, match="not permitted"):
        Pain.model_validate({"day": "2026-11-19", "noon": 3})


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("runner.avoid_exercises", ["bird_dog", "eagle"], "runner.avoid_exercises.1"),
        ("runner.favourites", ["eagle"], "runner.favourites.0"),
        ("runner.tight", ["glutes", "wings"], "runner.tight.1"),
        ("runner.weak", ["wings"], "runner.weak.0"),
        ("runner.routine", "s9", "runner.routine"),
        ("screening", {"at": SMALLEST["now"], "answers": {"E9": "no"}}, "screening.answers.E9"),
        (
            "screening",
            {"cleared": [{"ids": ["U1", "X1"], "at": SMALLEST["now"], "by": "clinician"}]},
            "screening.cleared.0.ids.1",
        ),
        (
            "sessions",
            [SESSION, SESSION | {"items": [ITEM, ITEM | {"exercise": "eagle"}]}],
            "sessions.1.items.1.exercise",
        ),
        ("rules", "1999.1", "rules"),
    ],
)
def test_a_name_that_the_library_does_not_know_is_refused(path: str, value: Any, where: str) -> None:
    scenario = read_scenario(text(path, value))
    with pytest.raises(ScenarioError) as error:
        check_names(scenario, load())
    (fault,) = str(error.value).splitlines()
    assert fault.startswith(f"{where}: ")
    assert fault.endswith(" of the library")
    with pytest.raises(ScenarioError):
        decide(scenario, load())


@pytest.mark.parametrize(
    ("path", "value"),
    [("runner.tight", ["glute", "calf"]), ("runner.routine", "s3_table"), ("rules", "2026.1")],
)
def test_a_name_that_the_library_knows_passes(path: str, value: Any) -> None:
    check_names(read_scenario(text(path, value)), load())


def test_a_week_decided_before_is_read_back() -> None:
    week = {"days": [{"day": "2026-11-20", "run": {"kind": "easy", "distance_m": 5000}}]}
    scenario = read_scenario(text("previous_week", week))
    assert scenario.previous_week is not None
    assert Scenario.model_validate_json(scenario.model_dump_json()) == scenario


@pytest.mark.parametrize(
    ("section", "value", "path"),
    [
        ("now", "1763510400", "now"),
        ("pain", [{"day": "1763510400"}], "pain.0.day"),
        ("pain", [{"day": "2026-11-19", "morning": True}], "pain.0.morning"),
        ("pain", [{"day": "2026-11-19", "morning": "3"}], "pain.0.morning"),
        ("pain", [{"day": "2026-11-19", "leg": 1}], "pain.0.leg"),
        ("shoes", [{"id": "blue"}, {"id": "blue"}], "shoes"),
    ],
)
def test_look_alikes_of_times_numbers_and_truth_values_are_refused(
    section: str, value: object, path: str
) -> None:
    with pytest.raises(ScenarioError) as refused:
        read_scenario(text(section, value))
    assert str(refused.value).startswith(path)
