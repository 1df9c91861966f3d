"""`do`: a session played at a terminal, and `session`: its script; the log feeds the next week."""

import json
import os
import signal
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from acceptance.at_a_terminal import Step, at_a_terminal
from acceptance.calling import answers, call, scenario, written
from backstride.decide import decide
from backstride.decision import Session
from backstride.knowledge import load
from backstride.scenario import Scenario

TODAY = scenario(runner=scenario()["runner"] | {"minutes": {"fri": 12}}, calendar=[])
BEGIN: Step = ("Enter begins", "\n")


def entries(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text().splitlines()]


@cache
def planned() -> Session:
    """Today's session that has a clock, as the week holds it."""
    decision = decide(Scenario.model_validate(TODAY), load())
    assert decision.week is not None
    return next(session for session in decision.week.days[0].sessions if session.minutes)


def arguments(tmp_path: Path, speed: float) -> list[str | Path]:
    files = ["--profile", written(tmp_path / "me.json", TODAY), "--log", tmp_path / "done.jsonl"]
    return ["do", *files, "--speed", str(speed), "--no-figure"]


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    done = call(*arguments(tmp_path, 1), given="\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "a terminal is needed" in done.stderr
    assert not (tmp_path / "done.jsonl").exists()


def test_a_whole_session_is_played_logged_and_counts_the_next_time(tmp_path: Path) -> None:
    items = planned().items
    steps: list[Step] = [BEGIN, *[("effort", "5\n")] * len(items), ("worst pain", "2\n")]
    done = at_a_terminal(*arguments(tmp_path, 100), steps=steps)
    assert done.code == 0, done.text
    for shown in ("Get ready", "space pause", "\a", "Logged in", "tomorrow morning"):
        assert shown in done.text
    (entry,) = entries(tmp_path / "done.jsonl")
    assert (entry["slot"], entry["pain_during"]) == (planned().slot, 2)
    for item, plan in zip(entry["items"], items, strict=True):
        dose = {"reps": plan.reps, "hold_s": plan.hold_s, "duration_s": plan.duration_s}
        assert (item["exercise"], item["effort"]) == (plan.exercise, 5)
        assert item["done"] == [{key: value for key, value in dose.items() if value}] * plan.sets
    kept = tmp_path / "scenario.json"
    after = ["--now", "2026-11-21T07:00:00+08:00", "--save", kept]
    week = call("week", "--profile", tmp_path / "me.json", "--log", tmp_path / "done.jsonl", *after)
    assert week.returncode == 0, week.stderr
    assert [s["at"] for s in json.loads(kept.read_text())["sessions"]] == [entry["at"]]
    today = call("today", "--profile", tmp_path / "me.json", "--log", tmp_path / "done.jsonl")
    assert (today.returncode, "Nothing for your back today" in today.stdout) == (0, True)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGHUP])
def test_what_was_done_before_an_interruption_is_logged(tmp_path: Path, sent: signal.Signals) -> None:
    steps: list[Step] = [BEGIN, ("2/", lambda process: os.kill(process, sent))]
    done = at_a_terminal(*arguments(tmp_path, 30), steps=steps)
    assert done.code == 130
    assert "Logged in" in done.text
    (entry,) = entries(tmp_path / "done.jsonl")
    assert len(entry["items"][0]["done"]) == 1
    assert "effort" not in entry["items"][0]


def test_q_asks_and_logs_what_was_done(tmp_path: Path) -> None:
    steps: list[Step] = [BEGIN, ("2/", "q"), ("effort", "6\n"), ("worst pain", "\n")]
    done = at_a_terminal(*arguments(tmp_path, 30), steps=steps)
    assert done.code == 0, done.text
    (entry,) = entries(tmp_path / "done.jsonl")
    assert (len(entry["items"]), entry["items"][0]["effort"]) == (1, 6)
    assert "pain_during" not in entry


def test_a_red_light_stops_it_and_says_what_happens_now(tmp_path: Path) -> None:
    steps: list[Step] = [BEGIN, ("2/", "h"), ("How much", "11\n"), ("0 to 10, please", "7\n")]
    steps += [("Where", "back\n"), ("effort", "\n"), ("worst pain", "\n")]
    done = at_a_terminal(*arguments(tmp_path, 30), steps=steps)
    assert done.code == 0, done.text
    assert "Red: stop here" in done.text
    assert "emergency" in done.text  # the safety net, in short
    (entry,) = entries(tmp_path / "done.jsonl")
    assert (entry["pain_during"], entry["new_leg_symptoms"]) == (7, False)


def test_after_a_pain_that_is_fine_it_goes_on(tmp_path: Path) -> None:
    steps: list[Step] = [BEGIN, ("2/", "h"), ("How much", "2\n"), ("Where", "o\n"), ("Paused", " ")]
    steps += [("\a", "q"), ("effort", "\n"), ("worst pain", "1\n")]
    done = at_a_terminal(*arguments(tmp_path, 30), steps=steps)
    assert done.code == 0, done.text
    assert entries(tmp_path / "done.jsonl")[0]["pain_during"] == 2


def test_a_stopped_process_is_where_it_should_be_when_it_goes_on(tmp_path: Path) -> None:
    """Stopped for three seconds of some twenty, it ends when it would have ended, with all of it done."""
    moments: list[float] = []

    def stop(process: int) -> None:
        os.kill(process, signal.SIGSTOP)
        time.sleep(3)
        os.kill(process, signal.SIGCONT)

    def end(process: int) -> None:
        moments.append(time.monotonic())
        os.kill(process, signal.SIGINT)

    items, speed = planned().items, 30
    whole = sum(item.seconds for item in items) / speed
    steps: list[Step] = [BEGIN, ("space pause", lambda _: moments.append(time.monotonic())), ("2/", stop)]
    steps += [("effort", end)]
    done = at_a_terminal(*arguments(tmp_path, speed), steps=steps)
    assert done.code == 130
    begun, ended = moments
    assert whole > 15
    assert whole - 1 < ended - begun < whole + 2
    (entry,) = entries(tmp_path / "done.jsonl")
    assert [len(item["done"]) for item in entry["items"]] == [item.sets for item in items]


def test_the_terminal_is_lent_back_while_it_is_suspended(tmp_path: Path) -> None:
    """Ctrl-Z stands still: nothing goes by until space is pressed."""

    def suspend(process: int) -> None:
        os.kill(process, signal.SIGTSTP)
        _, status = os.waitpid(process, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        time.sleep(1)
        os.kill(process, signal.SIGCONT)

    steps: list[Step] = [BEGIN, ("2/", suspend), ("Paused", "q"), ("effort", "\n"), ("worst pain", "\n")]
    done = at_a_terminal(*arguments(tmp_path, 30), steps=steps)
    assert done.code == 0, done.text
    (entry,) = entries(tmp_path / "done.jsonl")
    assert len(entry["items"][0]["done"]) == 1


def test_the_figure_is_drawn_where_there_is_room(tmp_path: Path) -> None:
    done = at_a_terminal(*arguments(tmp_path, 1), "--figure", steps=[BEGIN, ("space pause", "q")])
    assert done.code == 0, done.text
    assert any("\u2800" < character <= "\u28ff" for character in done.text)
    assert "Nothing was done" in done.text


def test_nothing_is_played_where_there_is_no_week(tmp_path: Path) -> None:
    profile = written(tmp_path / "me.json", scenario(screening=answers(E1="yes")))
    done = at_a_terminal("do", "--profile", profile, "--log", tmp_path / "done.jsonl")
    assert done.code == 1
    assert "Stop here" in done.text
    assert not (tmp_path / "done.jsonl").exists()


def test_another_slot_is_refused(tmp_path: Path) -> None:
    done = at_a_terminal(*arguments(tmp_path, 1), "--slot", "pre_run")
    assert done.code == 2
    assert "pre_run: no session of today" in done.text


def test_a_log_that_is_wrong_is_refused(tmp_path: Path) -> None:
    profile, log = written(tmp_path / "me.json", TODAY), written(tmp_path / "done.jsonl", "{}\n")
    for command in ("week", "today"):
        refused = call(command, "--profile", profile, "--log", log)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert "line 1: at: Field required" in refused.stderr


def test_a_script_is_printed_as_a_table_and_as_json(tmp_path: Path) -> None:
    given = written(tmp_path / "scenario.json", TODAY)
    shown = call("session", given)
    assert shown.returncode == 0, shown.stderr
    assert "Done. Well done." in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80
    data = json.loads(call("session", given, "--day", "fri", "--slot", planned().slot, "--json").stdout)
    (script,) = data["scripts"]
    assert data["day"] == "2026-11-20"
    assert script["seconds"] == sum(item.seconds for item in planned().items)
    malay = call("session", given, "--json", "--lang", "ms")
    assert "Bersedia" in malay.stdout
    assert "Get ready" not in malay.stdout


def test_a_routine_needs_no_scenario(tmp_path: Path) -> None:
    data = json.loads(call("session", "--routine", "S0", "--json").stdout)
    assert data["day"] is None
    assert [(s["slot"], s["seconds"], len(s["cards"])) for s in data["scripts"]] == [
        ("pre_run", 50, 0),
        ("mid_run", 0, 1),
        ("post_run", 65, 0),
    ]
    assert "On the run" in call("session", "--routine", "S0").stdout


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (["--routine", "S9"], "no routine of the library"),
        (["--routine", "S0", "--slot", "cross"], "no such session; there are pre_run, mid_run, post_run"),
        (["--routine", "S0", "--day", "fri"], "needs no scenario and no day"),
        ([], "give a scenario file"),
    ],
)
def test_what_cannot_be_printed_is_refused(more: list[str], reason: str) -> None:
    done = call("session", *more)
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr
