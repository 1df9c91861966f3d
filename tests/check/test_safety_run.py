"""The safety run: it goes on where it was broken off, keeps what is faulty, and cannot pass what is wrong."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from bench.safety import __main__ as command
from bench.safety import engine
from bench.safety.chance import Chance
from bench.safety.journal import Journal
from bench.safety.make import scenario
from bench.safety.report import keep
from bench.safety.stretch import Stretch, library_of, run, stretches
from bench.safety.tally import Fault, Tally

from backstride.resolve import read_scenario


def test_the_same_seed_and_number_give_the_same_scenario() -> None:
    library = library_of("light", 7)
    assert scenario(3, 7, library) == scenario(3, 7, library)
    assert scenario(3, 7, library) != scenario(4, 7, library)
    assert [Chance(1, 2).whole(0, 999) for _ in range(2)] == [Chance(1, 2).whole(0, 999)] * 2


def test_the_stretches_make_up_the_whole() -> None:
    made = stretches("light", 1, 2500)
    assert [(s.first, s.count) for s in made] == [(0, 1000), (1000, 1000), (2000, 500)]


def test_a_journal_gives_back_what_it_was_given_and_leaves_a_cut_off_line_out(tmp_path: Path) -> None:
    journal, tally = Journal(tmp_path, "light", 1), Tally(0, count=2, seconds=1.5, faults=[Fault(1, "wrong")])
    tally.saw("tier", "soon")
    journal.add(Stretch("light", 1, 0, 2), tally)
    with (tmp_path / "light-1.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"first": 2, "scen')
    assert journal.read() == {(0, 2): tally}
    journal.add(Stretch("light", 1, 2, 2), tally)
    assert set(journal.read()) == {(0, 2), (2, 2)}


def test_a_run_is_whole_and_without_violation_and_does_nothing_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with patch.object(command, "_options", lambda: _options(tmp_path, light=40)):
        assert command.main() == 0
        first = capsys.readouterr().out
        assert command.main() == 0
    again = capsys.readouterr().out
    assert "| 40 | 0 |" in first
    assert "status and tier" in first
    assert "40 of them had been judged before" in again
    assert len((tmp_path / "light-1.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_an_engine_that_is_too_lenient_is_caught() -> None:
    triage = engine.triage

    def lenient(*arguments: Any) -> Any:
        _, found = triage(*arguments)
        return "planned", found.model_copy(update={"tier": "self_care"})

    with patch.object(engine, "triage", lenient):
        tally = run(Stretch("light", 1, 0, 40))
    assert any("the checker reads stopped" in fault.text for fault in tally.faults)


def test_an_error_is_a_fault_of_its_scenario_and_the_run_goes_on() -> None:
    with patch.object(engine, "entries", lambda *arguments: 1 / 0):
        tally = run(Stretch("light", 1, 0, 3))
    assert [(fault.number, fault.text) for fault in tally.faults] == [
        (n, "ZeroDivisionError: division by zero") for n in range(3)
    ]


def test_a_faulty_scenario_is_kept_as_a_file_to_replay(tmp_path: Path) -> None:
    files = keep("plans", 1, Tally(0, faults=[Fault(5, "wrong"), Fault(5, "wrong again")]), tmp_path)
    assert [file.name for file in files] == ["plans-1-5.json"]
    assert read_scenario(files[0].read_text(encoding="utf-8")) == scenario(1, 5, library_of("plans", 5))
    assert json.loads(files[0].read_text(encoding="utf-8"))["runner"]


def _options(folder: Path, light: int) -> Namespace:
    return Namespace(light=light, plans=0, seed=1, workers=1, out=folder, only=None)
