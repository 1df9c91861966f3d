"""No command, the questions at a terminal, and the sample runner; answers are given by a stand-in."""

from pathlib import Path

import pytest

from acceptance.calling import answers, call, named_exercises, person, scenario, written
from backstride.cli import run
from backstride.knowledge.loader import load
from backstride.profile import read_profile

MARK = "SAMPLE: a made-up runner"
RUNNER = ["1990", "regular", "ease", "15", "0", "15", "0", "15", "0", "", "mat"]
QUESTIONS = len(load().questions)


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


def test_without_a_terminal_the_sample_is_shown_and_marked_at_both_ends() -> None:
    done = call()
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(MARK)
    assert MARK in done.stdout[-200:]
    assert "sample runner" in done.stderr
    assert named_exercises(done.stdout)


def test_enter_all_the_way_shows_the_samples_week(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([], person(["", *[""] * len(RUNNER), *[""] * QUESTIONS])) == 0
    shown = capsys.readouterr().out
    assert shown.count(MARK) == 2
    assert "Year you were born [" in shown
    assert f"{QUESTIONS} of {QUESTIONS}." in shown


def test_a_red_flag_ends_the_questions_and_is_not_called_a_sample(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([], person(["", *[""] * len(RUNNER), "n", "y"])) == 1
    shown = capsys.readouterr().out
    assert "Stop here and call." in shown
    assert f"3 of {QUESTIONS}." not in shown
    assert MARK not in shown
    assert named_exercises(shown) == []


def test_a_missing_folder_is_asked_for_again(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run([], person([str(tmp_path / "none"), "q"])) == 1
    said = capsys.readouterr()
    assert said.out.count("Folder, zip or file") == 2
    assert "no such file" in said.out
    assert "Nothing was decided or saved." in said.err


def test_what_was_asked_is_kept_in_the_file_that_was_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    kept = tmp_path / "me.yaml"
    assert run(["week"], person([*RUNNER, *["n"] * QUESTIONS, str(kept)])) == 0
    capsys.readouterr()
    facts = read_profile(kept.read_text())
    assert facts["runner"]["birth_year"] == 1990
    assert facts["screening"]["answers"] == answers()["answers"]
    assert run(["week", "--profile", str(kept)], person([])) == 0
    assert "Keep your answers" not in capsys.readouterr().out


def test_nothing_is_kept_unless_a_new_file_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    there = written(tmp_path / "there.yaml", "mine")
    assert run(["week"], person([*RUNNER, *["n"] * QUESTIONS, str(there), ""])) == 0
    assert "is there already" in capsys.readouterr().out
    assert [file.name for file in tmp_path.iterdir()] == ["there.yaml"]
    assert there.read_text() == "mine"


def test_only_what_is_missing_is_asked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    screening = answers()
    del screening["answers"]["U3"]
    profile = written(tmp_path / "me.json", scenario(screening=screening))
    assert run(["week", "--profile", str(profile)], person(["", "maybe", "?", "n", ""])) == 0
    shown = capsys.readouterr().out
    assert "1 of 1." in shown
    assert shown.count("y for yes, n for no, u for unsure, please.") == 2
    assert load().questions["U3"].why in shown
    assert "Year you were born" not in shown


def test_json_asks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["week", "--json"], person([])) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "runner.birth_year" in said.err


def test_who_leaves_half_way_gets_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["week"], person([*RUNNER, "n", "n"])) == 1
    assert "Nothing was decided or saved." in capsys.readouterr().err
