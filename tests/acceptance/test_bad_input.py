"""What cannot be used is refused: exit code 2, nothing on stdout, one line that names the file or field."""

from pathlib import Path
from typing import Any

import pytest

from acceptance.calling import call, scenario, written

WRONG: list[tuple[Any, str]] = [
    (scenario(mood="fine"), "mood"),
    (scenario(pain=[{"day": "2026-11-19", "morning": 11}]), "pain.0.morning"),
    (scenario(now="2026-11-20T07:00:00"), "now"),
    (scenario(runs=[{"start": "2026-11-19T07:00:00", "duration_s": 60}]), "runs.0.start"),
    (
        scenario(runs=[{"start": "2026-11-19T07:00:00Z", "duration_s": 60, "distance_m": -3000}]),
        "runs.0.distance_m",
    ),
    (scenario(runner={"birth_year": 2030, "experience": "new"}), "runner.birth_year"),
    (scenario(runner={"birth_year": 1990}), "runner.experience"),
    (
        scenario(runner={"birth_year": 1990, "experience": "new", "favourites": ["birddog"]}),
        "runner.favourites.0",
    ),
    ('{"now": ', "JSON"),
    ("[" * 100_000, "wrong.json"),
    ("", "wrong.json"),
]


def refused(done: Any, *named: str) -> None:
    """One line on stderr that names what is wrong, and nothing else."""
    assert (done.returncode, done.stdout) == (2, ""), done
    assert done.stderr.startswith("backstride: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    for name in named:
        assert name in done.stderr


@pytest.mark.parametrize(("content", "field"), WRONG, ids=[field for _, field in WRONG])
def test_a_wrong_scenario(tmp_path: Path, content: Any, field: str) -> None:
    refused(call("replay", written(tmp_path / "wrong.json", content)), "wrong.json", field)


def test_a_wrong_profile_names_file_and_field(tmp_path: Path) -> None:
    profile = written(
        tmp_path / "me.yaml", "runner: {birth_year: 1986, experience: regular, minutes: {mun: 5}}"
    )
    refused(call("week", "--profile", profile), "me.yaml", "runner.minutes.mun")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("runner: [", "line 1"),
        ("runner: {}\nrunner: {}", "stands twice"),
        ("a: &a 1\nb: *a", "alias"),
        ("- 1", "mapping"),
    ],
)
def test_a_profile_that_is_none(tmp_path: Path, text: str, reason: str) -> None:
    refused(call("week", "--profile", written(tmp_path / "me.yaml", text)), "me.yaml", reason)


def test_paths(tmp_path: Path) -> None:
    refused(call("replay", tmp_path / "none.json"), "none.json", "no such file")
    refused(call("replay", tmp_path), tmp_path.name, "folder")
    refused(call("runs", tmp_path / "none"), "none", "no such file")
    empty = tmp_path / "empty"
    empty.mkdir()
    refused(call("runs", empty), "empty", "no file")
    good = written(tmp_path / "good.json", scenario())
    refused(call("week", "--profile", good, "--runs", empty), "empty")
    refused(call("check", good, good), "good.json", "status")


def test_a_naive_now_and_a_missing_birth_year(tmp_path: Path) -> None:
    profile = written(tmp_path / "me.yaml", "runner: {experience: new}")
    refused(call("week", "--profile", profile, "--now", "2026-11-20T07:00:00"), "--now")
    refused(call("week", "--profile", profile, "--now", "2026-11-20T07:00:00Z"), "runner.birth_year")


def test_a_file_that_is_no_run(tmp_path: Path) -> None:
    folder = tmp_path / "watch"
    folder.mkdir()
    written(folder / "notes.txt", "nothing")
    good = written(tmp_path / "good.json", scenario())
    refused(call("week", "--profile", good, "--runs", folder), "watch", "no run")
    listed = call("runs", folder)
    assert (listed.returncode, listed.stderr) == (1, "")
    assert "notes.txt" in listed.stdout


def test_too_large(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(50_000_001)
    refused(call("replay", large), "large.json", "50 MB")


@pytest.mark.parametrize(
    "arguments",
    [["nope"], ["week", "--nope"], ["replay"], ["schema", "week"], ["library", "list", "--slot", "x"]],
)
def test_a_wrong_command_line(arguments: list[str]) -> None:
    refused(call(*arguments))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("day,kind\n2026-11-21,jog\n", "0.kind"),
        ("day,sort\n2026-11-21,easy\n", "'sort'"),
        ("day,kind,distance_km\n2026-11-21,easy,far\n", "line 2: distance_km"),
    ],
)
def test_a_wrong_calendar(tmp_path: Path, text: str, reason: str) -> None:
    good = written(tmp_path / "good.json", scenario())
    refused(call("week", "--profile", good, "--calendar", written(tmp_path / "c.csv", text)), "c.csv", reason)
