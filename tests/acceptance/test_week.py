"""`week` and `today`: what a person reads."""

import json
from pathlib import Path

import pytest

from acceptance.calling import SHARED, answers, call, named_exercises, scenario, written

RUNS = SHARED / "data" / "runs" / "runpandas"


def test_a_week_names_days_exercises_doses_sources_and_the_proof(tmp_path: Path) -> None:
    done = call("week", "--profile", written(tmp_path / "me.json", scenario()))
    assert (done.returncode, done.stderr) == (0, "")
    for text in ("Fri 20 Nov", "Thu 26 Nov", "Safety net", "How sure", "Proven", "Inferred from your runs"):
        assert text in done.stdout
    assert named_exercises(done.stdout)
    assert "_" not in done.stdout.replace("\u2500", "")  # names, not ids
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, columns: int) -> None:
    profile = written(tmp_path / "me.json", scenario())
    for command in ("week", "today"):
        shown = call(command, "--profile", profile, columns=columns).stdout
        assert max(map(len, shown.splitlines())) <= columns


def test_json_is_what_replay_prints_for_what_was_saved(tmp_path: Path) -> None:
    profile = written(tmp_path / "me.json", scenario())
    saved = tmp_path / "saved.json"
    week = call("week", "--profile", profile, "--json", "--save", saved)
    assert week.returncode == 0
    assert call("replay", saved).stdout == week.stdout == call("replay", profile).stdout


def test_now_and_calendar_of_the_command_line_come_before_the_files(tmp_path: Path) -> None:
    profile = written(tmp_path / "me.json", scenario())
    planned = written(tmp_path / "c.csv", "day, kind, distance_km\n2026-11-22, long, 15\n")
    done = call(
        "week", "--profile", profile, "--now", "2026-11-21T07:00:00+08:00", "--calendar", planned, "--json"
    )
    days = json.loads(done.stdout)["week"]["days"]
    assert days[0]["day"] == "2026-11-21"
    assert [day["run"] for day in days if day["run"]] == [
        {"kind": "long", "distance_m": 15000.0, "duration_s": None, "inferred": False, "guessed": False}
    ]


def test_a_red_flag_says_whom_to_call_and_nothing_to_do(tmp_path: Path) -> None:
    profile = written(tmp_path / "me.json", scenario(screening=answers(E2="unsure")))
    for command in ("week", "today"):
        done = call(command, "--profile", profile, "--country", "my")
        assert done.returncode == 1
        assert "Malaysia: 999" in done.stdout
        assert "call" in done.stdout.lower()
        assert named_exercises(done.stdout) == []
        assert "Your runs" not in done.stdout
    anywhere = call("week", "--profile", profile, "--country", "zz").stdout
    assert "999: Malaysia" in anywhere
    assert "911" in anywhere


def test_without_answers_the_questions_come_first(tmp_path: Path) -> None:
    done = call("week", "--profile", written(tmp_path / "me.json", scenario(screening={})))
    assert done.returncode == 1
    assert "E1" in done.stdout
    assert "C7" in done.stdout
    assert named_exercises(done.stdout) == []


def test_the_example_profile_is_read_and_asks_for_screening() -> None:
    done = call("week", "--profile", Path(__file__).parents[2] / "examples" / "profile.yaml")
    assert done.returncode == 1
    assert done.stderr == ""
    assert "E1" in done.stdout


def test_today_is_one_screen_with_the_safety_net(tmp_path: Path) -> None:
    done = call("today", "--profile", written(tmp_path / "me.json", scenario()))
    assert done.returncode == 0
    assert done.stdout.startswith("Today, Fri 20 Nov")
    assert "Sat 21 Nov" not in done.stdout
    assert "Call your emergency number" in done.stdout


def test_a_day_without_minutes_says_what_comes_next(tmp_path: Path) -> None:
    runner = {"birth_year": 1986, "experience": "regular", "minutes": {"sun": 20}}
    done = call("today", "--profile", written(tmp_path / "me.json", scenario(runner=runner, calendar=[])))
    assert "Nothing for your back today. Next: Sun 22 Nov" in done.stdout


@pytest.mark.skipif(not RUNS.is_dir(), reason="../shared with the activity files is not on this machine")
def test_a_year_of_a_real_watch(tmp_path: Path) -> None:
    now = "2021-06-20T08:00:00+00:00"
    screening = answers() | {"at": "2021-06-20T07:00:00+00:00"}
    facts = {"runner": scenario()["runner"], "screening": screening}
    profile = written(tmp_path / "me.json", facts)
    saved = tmp_path / "saved.json"
    done = call("week", "--runs", RUNS, "--profile", profile, "--now", now, "--save", saved)
    assert done.returncode == 0, done.stderr
    assert "after this moment" in done.stdout
    decision = json.loads(call("replay", saved).stdout)
    assert all((day["run"] or {}).get("duration_s", 0) <= 6 * 3600 for day in decision["week"]["days"])
    assert all((line["offer_s"] or 0) <= 6 * 3600 for line in decision["runs"])
    runs = json.loads(saved.read_text())["runs"]
    assert runs
    assert all(run["duration_s"] <= 6 * 3600 and run["start"] <= now for run in runs)
