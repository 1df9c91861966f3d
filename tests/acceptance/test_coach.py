"""`coach`: what each exercise has done, with the reason of every step, and what earns the next."""

import json
from pathlib import Path
from typing import Any

import pytest

from acceptance.calling import answers, call, named_exercises, scenario, written
from backstride.knowledge import load


def done(exercise: str, level: int) -> dict[str, Any]:
    """An exercise done whole at a level."""
    rung = load().exercises[exercise].ladder[level]
    dose = {"reps": rung.reps, "hold_s": rung.hold_s, "duration_s": rung.duration_s}
    return {"exercise": exercise, "level": level, "done": [dose] * rung.sets, "effort": 5}


def session(day: int, *items: dict[str, Any], pain: float = 1) -> dict[str, Any]:
    """A session on that day of November."""
    at = f"2026-11-{day:02}T18:00:00+08:00"
    return {"at": at, "slot": "cross", "pain_during": pain, "items": list(items)}


MORNINGS = [{"day": f"2026-11-{day:02}", "morning": 1, "worst": 2} for day in range(1, 21)]
LOGGED = scenario(
    pain=MORNINGS,
    sessions=[
        session(9, done("bridge", 1), done("bird_dog", 1)),
        session(11, done("bridge", 1)),
        session(13, done("bridge", 2)),
        session(16, done("bridge", 2), done("bird_dog", 3)),
        session(18, done("bridge", 2)),
    ],
)
OTHERS = [session(day, done("bridge", 1), done("dead_bug", 1), done("bird_dog", 0)) for day in (13, 15, 17)]
SORE = scenario(
    pain=MORNINGS,
    sessions=[*OTHERS, *(session(day, done("superman_hold", 0), pain=4) for day in (14, 16, 18))],
)


def paths(tmp_path: Path, given: dict[str, Any], *more: str) -> dict[str, Any]:
    """The paths as data, by exercise."""
    told = call("coach", written(tmp_path / "scenario.json", given), "--json", *more)
    assert told.returncode == 0, told.stderr
    return {path["exercise"]: path for path in json.loads(told.stdout)["paths"]}


def test_every_session_has_its_level_light_step_and_reason(tmp_path: Path) -> None:
    path = paths(tmp_path, LOGGED)["bridge"]
    steps = [(s["day"][-2:], s["level"], s["light"], s["step"], s["why"][0]["key"]) for s in path["steps"]]
    assert steps == [
        ("09", 1, "green", "new", "dose.start"),
        ("11", 1, "green", "same", "dose.same"),
        ("13", 2, "green", "up", "dose.up"),
        ("16", 2, "green", "same", "dose.same"),
        ("18", 2, "green", "same", "dose.same"),
    ]
    assert all(why["rule"] and why["text"] for step in path["steps"] for why in step["why"])
    assert path["next"][0]["key"] in ("next.wait", "next.earned")


def test_a_dose_that_was_not_due_is_told_as_that(tmp_path: Path) -> None:
    step = paths(tmp_path, LOGGED)["bird_dog"]["steps"][-1]
    assert (step["level"], step["step"], step["why"][0]["key"]) == (3, "up", "path.own")
    assert step["why"][0]["values"] == {"level": 1}


def test_the_week_ahead_is_that_of_the_decision(tmp_path: Path) -> None:
    found = paths(tmp_path, LOGGED)
    file = written(tmp_path / "again.json", LOGGED)
    week = json.loads(call("replay", file).stdout)["week"]
    items = [item for day in reversed(week["days"]) for s in day["sessions"] for item in s["items"]]
    placed = {item["exercise"]: item["level"] for item in items}
    assert set(placed) | {"bridge", "bird_dog"} == set(found)
    shown = {name: path["now"]["item"] for name, path in found.items()}
    assert {name: item["level"] for name, item in shown.items() if item} == placed


def test_what_kept_hurting_is_told_with_what_takes_over(tmp_path: Path) -> None:
    found = paths(tmp_path, SORE)
    assert found["superman_hold"]["now"]["item"] is None
    assert found["superman_hold"]["now"]["why"][0]["rule"] == "H13"
    assert found["superman_hold"]["next"][0]["key"] == "next.left"
    week = call("week", "--profile", written(tmp_path / "sore.json", SORE))
    assert "Exercises that give way" in week.stdout
    assert any(why["key"] == "swap.left" for why in found["bird_dog"]["now"]["why"])


def test_a_person_reads_it(tmp_path: Path) -> None:
    file = written(tmp_path / "scenario.json", LOGGED)
    told = call("coach", file, "--exercise", "Glute bridge", columns=80)
    wanted = call("coach", file, "--exercise", "bridge", columns=80)
    assert told.stdout == wanted.stdout
    lines = told.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("  Fri 13 Nov  level 2") and line.endswith(" up") for line in lines)
    assert "Next step:" in told.stdout
    assert "Bird dog" not in told.stdout


def test_malay(tmp_path: Path) -> None:
    file = written(tmp_path / "scenario.json", LOGGED)
    told = call("coach", file, "--exercise", "bridge", "--lang", "ms").stdout
    assert "Langkah seterusnya:" in told
    assert not {"level", "same", "Next", "week"} & set(told.replace(":", " ").split())


def test_the_same_bytes_again(tmp_path: Path) -> None:
    file = written(tmp_path / "scenario.json", LOGGED)
    assert call("coach", file, "--json").stdout == call("coach", "-", "--json", given=file.read_text()).stdout


@pytest.mark.parametrize("changes", [{"screening": answers(E1="yes")}, {"screening": {}}])
def test_a_stop_shows_no_exercise(tmp_path: Path, changes: dict[str, Any]) -> None:
    file = written(tmp_path / "scenario.json", LOGGED | changes)
    told = call("coach", file)
    assert told.returncode == 1
    assert named_exercises(told.stdout) == []
    assert json.loads(call("coach", file, "--json").stdout)["paths"] == []


def test_an_unknown_exercise_is_refused_with_near_names(tmp_path: Path) -> None:
    told = call("coach", written(tmp_path / "scenario.json", LOGGED), "--exercise", "birddog")
    assert (told.returncode, told.stdout) == (2, "")
    assert "bird_dog" in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_an_unknown_disliked_exercise_is_refused(tmp_path: Path) -> None:
    given = scenario()
    given["runner"]["disliked"] = ["burpee"]
    told = call("coach", written(tmp_path / "scenario.json", given))
    assert told.returncode == 2
    assert "runner.disliked.0" in told.stderr
