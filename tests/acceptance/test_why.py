"""`explain`, `why` and `whatif`: questions about a week, answered from a scenario file."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from acceptance.calling import answers, scenario, written
from backstride.cli import run
from backstride.cli.terminal import Terminal
from backstride.knowledge import load

# Friday to Thursday: an easy run today, a long one on Sunday, another easy one on Wednesday.
PLANNED = [
    {"day": "2026-11-20", "kind": "easy", "distance_m": 7000},
    {"day": "2026-11-22", "kind": "long", "distance_m": 7500},
    {"day": "2026-11-25", "kind": "easy", "distance_m": 7000},
]
MINUTES = {"mon": 20, "tue": 20, "wed": 20, "thu": 20, "fri": 20, "sat": 20, "sun": 20}


@pytest.fixture
def given(tmp_path: Path) -> Path:
    runner = scenario()["runner"] | {"minutes": MINUTES}
    return written(tmp_path / "s.json", scenario(calendar=PLANNED, runner=runner))


@pytest.fixture
def stopped(tmp_path: Path) -> Path:
    return written(tmp_path / "stopped.json", scenario(screening=answers(E2="yes")))


def flat(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


class Asked:
    """The program, asked in this process: it answers many questions here."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def call(self, *arguments: str | Path) -> Done:
        code = run([str(argument) for argument in arguments], Terminal(interactive=False))
        return Done(code, *self.capsys.readouterr())

    def data(self, *arguments: str | Path) -> Any:
        done = self.call(*arguments, "--json")
        assert done.stderr == ""
        return json.loads(done.stdout)


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Asked:
    return Asked(capsys)


def test_explain_shows_terms_weights_exercises_and_the_proof(ask: Asked, given: Path) -> None:
    done = ask.call("explain", given)
    assert (done.returncode, done.stderr) == (0, "")
    shown = flat(done.stdout)
    for text in (
        "First, the strength days",
        "objective.item 150 points",
        "Proof",
        "a gap of",
        "[O1]",
        "[O4, ours]",
    ):
        assert text in shown
    decided = json.loads(ask.call("replay", given).stdout)
    placed = {
        item["exercise"] for day in decided["week"]["days"] for s in day["sessions"] for item in s["items"]
    }
    found = ask.data("explain", given)
    assert {item["exercise"] for item in found["items"]} <= placed
    assert found["solver"] == decided["solver"]
    steps = [sum(t["points"] for t in found["terms"] if t["step"] == step) for step in (2, 3)]
    assert sum(steps) == decided["solver"]["objective"]


def test_why_an_exercise_stands_there(ask: Asked, given: Path) -> None:
    item = ask.data("explain", given)["items"][0]
    asked = f"{item['day']}/{item['slot']}/{item['exercise']}"
    found = ask.data("why", given, "--item", asked)
    assert found["placed"]
    assert found["adds"] == item["adds"]
    assert found["path"]["level"] == item["level"]
    assert {reason["rule"] for reason in found["reasons"]} >= {"H3", "O2", "H13"}
    gone = {(s["day"], s["exercise"]) for s in found["rival"]["goes"]}
    assert (item["day"], item["exercise"]) in gone
    shown = flat(ask.call("why", given, "--item", asked).stdout)
    for text in ("Rules that led to it", "Where its dose comes from", "What it adds", "Without it"):
        assert text in shown


@pytest.mark.parametrize("day", ["sat", "Saturday", "2026-11-21"])
def test_why_there_is_no_strength_on_the_day_before_a_long_run(ask: Asked, given: Path, day: str) -> None:
    done = ask.call("why", given, "--item", f"{day}/strength")
    assert done.returncode == 0
    assert "not in the week" in done.stdout
    assert "H7 Saturday: the day before a long run" in flat(done.stdout)


def test_why_an_exercise_that_would_fit_is_not_there(ask: Asked, given: Path) -> None:
    placed = {(item["day"], item["exercise"]) for item in ask.data("explain", given)["items"]}
    exercise = next(e for e in ("cat_cow", "knee_to_chest", "roll_down") if ("2026-11-24", e) not in placed)
    found = ask.data("why", given, "--item", f"tue/{exercise}")
    assert not found["placed"]
    assert found["conflict"] == []
    assert exercise in {item["exercise"] for item in found["rival"]["comes"]}


def test_what_if_shows_what_differs_and_the_new_shortfall(ask: Asked, given: Path) -> None:
    found = ask.data("whatif", given, "--set", "runner.minutes.fri=0")
    assert {item["day"] for item in found["items"]} >= {"2026-11-20"}
    assert any(short["rule"] == "H3" for short in found["shortfalls_new"])
    shown = flat(ask.call("whatif", given, "--set", "runner.minutes.fri=0").stdout)
    assert "Fri 20 Nov" in shown
    assert "What did not fit" in shown


def test_what_if_the_long_run_moves(ask: Asked, given: Path) -> None:
    found = ask.data("whatif", given, "--move-run", "sun:mon", "--replan")
    runs = {run["day"]: run["after"] and run["after"]["kind"] for run in found["runs"]}
    assert runs == {"2026-11-22": None, "2026-11-23": "long"}
    assert all(change["because"] for change in found["changes"] if change["what"] != "run")
    shown = ask.call("whatif", given, "--move-run", "sun:mon", "--replan").stdout
    assert "Why it changes" in shown
    assert "The run of Monday changed." in shown


def test_what_if_without_a_run_of_an_inferred_week(ask: Asked, tmp_path: Path) -> None:
    inferred = written(tmp_path / "s.json", scenario())
    week = json.loads(ask.call("replay", inferred).stdout)["week"]["days"]
    day = next(day["day"] for day in week if day["run"])
    found = ask.data("whatif", inferred, "--drop-run", day)
    assert [run["day"] for run in found["runs"]] == [day]
    assert found["runs"][0]["after"] is None


def test_nothing_that_matters_changes_nothing(ask: Asked, given: Path) -> None:
    assert "Every day stays as it is." in ask.call("whatif", given, "--set", "runner.desk_hours=1").stdout


@pytest.mark.parametrize(
    "command", [["explain"], ["why", "--item", "sat/bird_dog"], ["whatif", "--set", "runner.desk_hours=1"]]
)
def test_a_stop_is_a_stop(ask: Asked, stopped: Path, command: list[str]) -> None:
    done = ask.call(command[0], stopped, *command[1:])
    assert done.returncode == 1
    assert "Call your emergency number" in flat(done.stdout)
    assert "add" not in done.stdout.split()


def test_what_if_a_sign_came_is_a_stop(ask: Asked, given: Path) -> None:
    done = ask.call("whatif", given, "--set", "screening.answers.E1=yes")
    assert done.returncode == 1
    assert "Stop here and call." in done.stdout


def test_a_routine_is_not_weighed(ask: Asked, tmp_path: Path) -> None:
    runner = scenario()["runner"] | {"routine": "S2"}
    given = written(tmp_path / "s.json", scenario(runner=runner))
    assert "Nothing was weighed" in flat(ask.call("explain", given).stdout)
    assert "Nothing was weighed" in flat(ask.call("why", given, "--item", "mon/bird_dog").stdout)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["why", "--item", "sat"], "--item"),
        (["why", "--item", "someday/bridge"], "'someday'"),
        (["why", "--item", "2026-12-24/bridge"], "not in the week"),
        (["why", "--item", "sat/noon/bridge"], "'noon'"),
        (["why", "--item", "sat/bridgee"], "bridge"),
        (["whatif"], "nothing to change"),
        (["whatif", "--set", "runner.minuts.tue=25"], "runner.minuts"),
        (["whatif", "--set", "runner.minutes.tue=much"], "runner.minutes.tue"),
        (["whatif", "--set", "runner.minutes.tue"], "PATH=VALUE"),
        (["whatif", "--set", "calendar.9.kind=long"], "list of 3"),
        (["whatif", "--set", "runner.goal.x=1"], "runner.goal"),
        (["whatif", "--set", 'runner.tight=["calfs"]'], "runner.tight.0"),
        (["whatif", "--move-run", "mon:tue"], "2026-11-23 has no run"),
        (["whatif", "--move-run", "sun"], "two days"),
        (["whatif", "--drop-run", "mon"], "no run"),
    ],
)
def test_a_wrong_question_is_one_line(ask: Asked, given: Path, arguments: list[str], named: str) -> None:
    done = ask.call(arguments[0], given, *arguments[1:])
    assert (done.returncode, done.stdout) == (2, ""), done
    assert done.stderr.count("\n") == 1
    assert named in done.stderr


def test_an_answer_in_malay(ask: Asked, given: Path) -> None:
    shown = flat(ask.call("why", given, "--item", "sat/strength", "--lang", "ms").stdout)
    assert "Sabtu" in shown
    assert load().messages["why.not_fit"] not in shown
    assert "tiada dalam minggu ini" in shown
