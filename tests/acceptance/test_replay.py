"""`replay` and `check`: scenario files to decisions, the same bytes every time."""

import json
from pathlib import Path

import pytest

from acceptance.calling import SHARED, answers, call, scenario, written

EXAMPLES = sorted((SHARED / "contract" / "examples").glob("*.json"))


@pytest.mark.skipif(not EXAMPLES, reason="../shared with the contract's examples is not on this machine")
def test_the_contracts_examples_are_decided_and_hold(tmp_path: Path) -> None:
    done = call("replay", *EXAMPLES)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == len(EXAMPLES)
    for example, line in zip(EXAMPLES, lines, strict=True):
        held = call("check", example, written(tmp_path / "decision.json", line))
        assert (held.returncode, held.stdout) == (0, "No violation.\n"), example.name


def test_the_same_bytes_again_and_in_the_order_given(tmp_path: Path) -> None:
    well = written(tmp_path / "well.json", scenario())
    ill = written(tmp_path / "ill.json", scenario(screening=answers(E2="yes")))
    first = call("replay", well, ill)
    assert first.returncode == 0, first.stderr
    assert call("replay", well, ill).stdout == first.stdout
    assert (
        call("replay", ill, "-", given=well.read_text()).stdout.splitlines()
        == first.stdout.splitlines()[::-1]
    )
    assert [json.loads(line)["status"] for line in first.stdout.splitlines()] == ["planned", "stopped"]
    for line in first.stdout.splitlines():
        assert line == json.dumps(json.loads(line), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def test_a_bad_file_among_good_ones_leaves_nothing_on_stdout(tmp_path: Path) -> None:
    good = written(tmp_path / "good.json", scenario())
    bad = written(tmp_path / "bad.json", scenario(pain=[{"day": "2026-11-19", "morning": 11}]))
    done = call("replay", good, bad)
    assert (done.returncode, done.stdout) == (2, "")
    assert "bad.json: pain.0.morning" in done.stderr


def test_a_broken_rule_is_named_and_found(tmp_path: Path) -> None:
    given = written(tmp_path / "scenario.json", scenario())
    decision = json.loads(call("replay", given).stdout)
    session = next(s for day in decision["week"]["days"] for s in day["sessions"] if s["minutes"])
    session["items"][0]["seconds"] += 3600
    session["minutes"] += 60
    done = call("check", given, "-", given=json.dumps(decision))
    assert done.returncode == 1
    assert any(line.startswith("contract  2026-11-") for line in done.stdout.splitlines()), done.stdout


@pytest.mark.parametrize("what", ["scenario", "decision"])
def test_schema(what: str) -> None:
    done = call("schema", what)
    assert done.returncode == 0
    properties = json.loads(done.stdout)["properties"]
    assert {"scenario": "runner", "decision": "triage"}[what] in properties
    assert (
        json.dumps(json.loads(done.stdout), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
        == done.stdout
    )
