"""A profile in YAML or JSON comes to the same scenario, and is held to the same rules."""

import json
from datetime import UTC, datetime

import pytest

from backstride.profile import missing, read_profile, scenario_of
from backstride.resolve import ScenarioError

NOW = datetime(2026, 11, 20, 7, tzinfo=UTC)
YAML = """
runner: {birth_year: 1986, experience: regular}
screening:
  at: 2026-11-19T20:00:00+08:00
  answers: {E1: no, E2: yes, E3: "no", E4: unsure}
pain:
  - {day: 2026-11-19, morning: 1.5, leg: true, night: false}
calendar:
"""


def test_yaml_and_json_say_the_same() -> None:
    facts = read_profile(YAML)
    assert facts["screening"]["answers"] == {"E1": "no", "E2": "yes", "E3": "no", "E4": "unsure"}
    assert facts["pain"][0]["leg"] is True
    assert facts["pain"][0]["night"] is False
    assert "calendar" not in facts
    again = read_profile(json.dumps(facts))
    assert scenario_of(again, NOW) == scenario_of(facts, NOW)


def test_what_is_missing_is_told_apart_from_what_is_wrong() -> None:
    assert missing({}, NOW) == ("birth_year", "experience")
    assert missing({"runner": {"birth_year": 1986}}, NOW) == ("experience",)
    with pytest.raises(ScenarioError, match=r"runner\.desk_hours"):
        missing({"runner": {"desk_hours": 25}}, NOW)
    with pytest.raises(ScenarioError, match="mood"):
        missing({"mood": "fine"}, NOW)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "runner:\n"])
def test_an_empty_profile_is_one(text: str) -> None:
    assert read_profile(text) == {}


@pytest.mark.parametrize(
    "text", ["{", "[1]", "a: &x 1\nb: *x", "a: 1\na: 2", "[" * 5000, "? [a]\n: b", "!!set {a}"]
)
def test_what_is_no_profile_is_refused(text: str) -> None:
    with pytest.raises(ScenarioError):
        read_profile(text)
