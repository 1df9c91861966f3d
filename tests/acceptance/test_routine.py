"""`routine`: the articles' routines as a list, and one line by line."""

import json

import pytest

from acceptance.calling import call
from backstride.knowledge.loader import load

MINUTES = {
    "s0_around_a_run": 4,
    "s1_seven": 15,
    "s2_ten": 27,
    "s3_cool_down": 7,
    "s3_table": 9,
    "s4_three": 5,
}


def test_all_are_listed_with_their_minutes() -> None:
    done = call("routine", "list", columns=120)
    assert (done.returncode, done.stderr) == (0, "")
    for routine, minutes in MINUTES.items():
        (line,) = [line for line in done.stdout.splitlines() if line.startswith(routine)]
        assert line.rstrip().endswith(f"{minutes} min")
    assert "6 routines." in done.stdout


def test_as_json_every_routine_has_its_seconds() -> None:
    found = json.loads(call("routine", "list", "--json").stdout)
    assert {routine["id"]: routine["minutes"] for routine in found} == MINUTES
    for routine in found:
        assert sum(line["seconds"] for line in routine["items"]) == routine["seconds"]
        assert sum(part["seconds"] for part in routine["parts"]) == routine["seconds"]
        assert routine["change_s"] == 15


@pytest.mark.parametrize("name", ["s1_seven", "S1", "s1", "S1-seven", "Seven floor and wall exercises"])
def test_one_is_found_by_id_alias_or_name(name: str) -> None:
    assert json.loads(call("routine", "show", name, "--json").stdout)["id"] == "s1_seven"


def test_it_shows_each_line_in_order_with_dose_and_time() -> None:
    shown = " ".join(call("routine", "show", "S1").stdout.split())
    lines = [
        "1. Partial crunch: 8 times, 1 s hold (47 s)",
        "2. Hamstring stretch with a strap: 5 x 15 s each side, 10 s rest (205 s)",
        "3. Wall sit: 8 times, 10 s hold (127 s)",
        "4. Knee to chest: 2 x 15 s each side (75 s)",
        "5. Bird dog: 8 each side, 5 s hold, changing sides every time (159 s)",
        "6. Lying pelvic tilt: 8 times, 10 s hold (119 s)",
        "7. Bridge: 8 x 6 s, 10 s rest (165 s)",
    ]
    at = [shown.index(line) for line in lines]
    assert at == sorted(at)
    assert "After the run, strength and mobility: 15 min (897 s)" in shown
    assert "In all: 15 min (897 s)" in shown
    assert "How often: the article does not say." in shown


@pytest.mark.parametrize("routine", MINUTES)
def test_it_says_what_the_article_says_and_which_numbers_are_ours(routine: str) -> None:
    record = load().routines[routine]
    shown = " ".join(call("routine", "show", routine, columns=2000).stdout.split())
    for item in record.items:
        for text in item.ours:
            assert text in shown
        (said,) = [d for d in load().exercises[item.exercise].doses if d.source == record.source]
        assert f"{record.source}, {said.name!r}: " in shown
        assert said.note in shown
    assert record.note in shown
    assert load().sources[record.source].title in shown


def test_times_of_day_and_week_are_told() -> None:
    around = " ".join(call("routine", "show", "S0").stdout.split())
    assert "How often: with every run." in around
    assert "1. Standing pelvic tilt, before the run: 5 times (50 s)" in around
    for part in ("Before the run: 1 min (50 s)", "On the run: 2 min (105 s)", "After the run: 2 min (65 s)"):
        assert part in around
    assert "How often: 2 to 3 times a week." in call("routine", "show", "S2").stdout


def test_an_unknown_routine_names_near_ones() -> None:
    done = call("routine", "show", "s2_tin")
    assert (done.returncode, done.stdout) == (2, "")
    assert "near it: s2_ten" in done.stderr
    far = call("routine", "show", "xyzzy")
    assert far.returncode == 2
    assert all(routine in far.stderr for routine in MINUTES)
