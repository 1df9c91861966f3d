"""`library`: the exercises as a list, and one with all that is known of it."""

import json

import pytest

from acceptance.calling import call
from backstride.knowledge.loader import load


def listed(*filters: str) -> list[str]:
    done = call("library", "list", "--json", *filters)
    assert done.returncode == 0, done.stderr
    return [exercise["id"] for exercise in json.loads(done.stdout)]


def test_all_are_listed_by_id_and_name() -> None:
    done = call("library", "list", columns=120)
    assert done.returncode == 0
    assert [key for key in load().exercises if key not in done.stdout] == []
    assert f"{len(load().exercises)} of {len(load().exercises)} exercises." in done.stdout


def test_filters_narrow_it_and_an_alias_of_a_region_will_do() -> None:
    exercises = load().exercises.values()
    assert listed("--slot", "pre_run") == [e.id for e in exercises if "pre_run" in e.slots]
    assert listed("--region", "glute", "--quality", "strength") == [
        e.id for e in exercises if "glutes" in e.regions and e.quality == "strength"
    ]
    assert listed("--equipment", "strap", "--source", "S0") == ["hamstring_strap"]
    assert listed("--position", "prone", "--equipment", "none") == ["superman_hold"]


@pytest.mark.parametrize("name", ["bird_dog", "Bird dog", "bird dogs", "BIRD-DOG"])
def test_an_exercise_is_found_by_id_name_or_alias(name: str) -> None:
    assert json.loads(call("library", "show", name, "--json").stdout)["id"] == "bird_dog"


def test_an_exercise_shows_doses_levels_cautions_and_sources() -> None:
    shown = " ".join(call("library", "show", "bird_dog").stdout.split())
    record = load().exercises["bird_dog"]
    for text in (*record.steps, *record.cues, *record.cautions, record.breath, record.resolution, record.why):
        assert " ".join(text.split()) in shown
    assert "S1, 'Bird Dog': 8 to 12 times, 5 s hold, each side." in shown
    assert "2 x 10 each side, 5 s hold, 30 s rest" in shown
    assert "our choice" in shown
    assert "plank_shoulder_tap" in shown


def test_an_unknown_exercise_names_near_ones() -> None:
    done = call("library", "show", "birddgo")
    assert (done.returncode, done.stdout) == (2, "")
    assert "bird_dog" in done.stderr
