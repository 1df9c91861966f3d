"""`lesson`: the lessons as a list, and each to read; and where a week names them."""

import json
from pathlib import Path

import pytest

from acceptance.calling import call, scenario, written
from backstride.knowledge.loader import load


def test_all_are_listed_with_what_brings_them_up() -> None:
    done = call("lesson", "list", columns=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert [key for key, lesson in load().lessons.items() if f"{key} " not in done.stdout] == []
    assert [lesson.title for lesson in load().lessons.values() if lesson.title not in done.stdout] == []
    (shoes,) = (line for line in done.stdout.splitlines() if line.startswith("shoes "))
    assert "our choice" in shoes
    assert "shoe distance" in shoes
    assert f"{len(load().lessons)} lessons." in done.stdout


@pytest.mark.parametrize("command", [("list",), ("show", "long_runs"), ("show", "running-and-backs")])
def test_no_line_is_wider_than_the_terminal(command: tuple[str, ...]) -> None:
    assert max(map(len, call("lesson", *command).stdout.splitlines())) <= 80


def test_as_data_each_has_its_grade_sources_and_signals() -> None:
    done = call("lesson", "list", "--json")
    data = {lesson["id"]: lesson for lesson in json.loads(done.stdout)}
    assert list(data) == list(load().lessons)
    assert all(lesson["grade"] and lesson["sources"] and lesson["body"] for lesson in data.values())
    assert json.loads(call("lesson", "show", "desk", "--json").stdout) == data["desk"]
    assert data["desk"]["signals"] == ["desk_day"]


@pytest.mark.parametrize(
    "name",
    ["stretching", "Stretching", "What stretching can and cannot do", "what-stretching-can-and-cannot-do"],
)
def test_a_lesson_shows_its_text_what_is_weak_and_its_sources(name: str) -> None:
    done = call("lesson", "show", name)
    assert done.returncode == 0
    shown = " ".join(done.stdout.split())
    lesson = load().lessons["stretching"]
    assert lesson.weak is not None
    for text in (lesson.title, lesson.body, lesson.weak, *lesson.sources):
        assert " ".join(text.split()) in shown


@pytest.mark.parametrize(("wanted", "hint"), [("dsk", "desk"), ("xqxq", "backstride lesson list")])
def test_an_unknown_lesson_names_near_ones(wanted: str, hint: str) -> None:
    done = call("lesson", "show", wanted)
    assert (done.returncode, done.stdout) == (2, "")
    assert hint in done.stderr


def test_a_week_names_what_to_read_and_the_command_works(tmp_path: Path) -> None:
    runner = scenario()["runner"] | {"desk_hours": 9, "goal": "ease"}
    shown = call("week", "--profile", written(tmp_path / "me.json", scenario(runner=runner))).stdout
    _, _, part = shown.partition("To read this week\n")
    part = part.partition("\n\n")[0]
    assert "Running with a sore back. You came with a sore back." in part
    commands = [line.split()[1:] for line in part.splitlines() if line.lstrip().startswith("backstride ")]
    assert 1 <= len(commands) <= 3
    assert call(*commands[0]).stdout.startswith("Running with a sore back\n")
