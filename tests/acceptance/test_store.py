"""`--store`: files are taken in once, and everything that needs runs can take them from there."""

import json
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from acceptance.calling import NOW, call, scenario, written
from backstride.cli import run
from backstride.cli.terminal import Terminal
from backstride.runs.store import door
from runs.samples_of_runs import fit_run, gpx, track


def start_of(days_ago: int) -> datetime:
    return datetime.fromisoformat(NOW) - timedelta(days=days_ago)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nine runs every other day, one of them a second time, and a file that is none."""
    folder = tmp_path / "watch"
    folder.mkdir()
    for days in range(2, 20, 2):
        (folder / f"{days:02}.fit").write_bytes(fit_run(2400, start=start_of(days)))
    (folder / "02.gpx").write_bytes(gpx(track(2400, start=start_of(2))))
    (folder / "broken.fit").write_bytes(b"broken")
    return folder


def test_an_import_says_what_is_new_known_and_left_out(tmp_path: Path, folder: Path) -> None:
    store = tmp_path / "runs.store"
    first = call("runs", folder, "--store", store, "--now", NOW, columns=120)
    assert first.returncode == 0
    assert first.stderr == ""
    assert "11 files read, 0 known already." in first.stdout
    assert "New: 9" in first.stdout
    assert "1 x not a FIT file inside: broken.fit" in first.stdout
    assert f"{store} holds 9 runs, 64.8 km" in first.stdout
    again = call("runs", folder, "--store", store, "--now", NOW, columns=120)
    assert "0 files read, 11 known already." in again.stdout
    assert "No new run." in again.stdout
    assert f"{store} holds 9 runs, 64.8 km" in again.stdout
    held = call("runs", "--store", store, "--now", NOW, columns=120)
    assert held.returncode == 0
    assert held.stdout == call("runs", folder, "--now", NOW, columns=120).stdout


def test_a_better_record_of_a_known_run_is_named(tmp_path: Path, folder: Path) -> None:
    store = tmp_path / "runs.store"
    call("runs", folder / "02.gpx", "--store", store, "--now", NOW)
    found = call("runs", folder / "02.fit", "--store", store, "--now", NOW, columns=120)
    assert "Replaced by a better record: 1" in found.stdout
    assert "Wed 18 Nov 2026: 02.fit, before 02.gpx" in found.stdout
    assert "No new run." in found.stdout
    assert "holds 1 run, 7.2 km" in " ".join(found.stdout.split())


def test_as_json(tmp_path: Path, folder: Path) -> None:
    store = tmp_path / "runs.store"
    first = json.loads(call("runs", folder, "--store", store, "--now", NOW, "--json").stdout)
    taken = first.pop("taken")
    assert (taken["files_read"], taken["files_known"], len(taken["new"])) == (11, 0, 9)
    assert taken["left_out"] == [{"source": "broken.fit", "reason": "not a FIT file inside"}]
    assert first == json.loads(call("runs", "--store", store, "--now", NOW, "--json").stdout)
    assert first == json.loads(call("runs", folder, "--now", NOW, "--json").stdout)


def test_a_week_and_today_from_the_store_are_those_from_the_files(tmp_path: Path, folder: Path) -> None:
    store = tmp_path / "runs.store"
    facts = {key: value for key, value in scenario(calendar=None).items() if key != "runs"}
    given = ("--profile", written(tmp_path / "me.json", facts), "--now", NOW)
    from_files = call("week", "--runs", folder, *given, "--json")
    assert from_files.returncode == 0, from_files.stderr
    # Beside the files: they are taken in first.
    beside = call("week", "--runs", folder, "--store", store, *given, "--json")
    assert beside.stdout == from_files.stdout
    assert call("week", "--store", store, *given, "--json").stdout == from_files.stdout
    today = call("today", "--store", store, *given)
    assert today.returncode == 0, today.stderr
    assert today.stdout == call("today", "--runs", folder, *given).stdout


@pytest.mark.parametrize("command", ["runs", "week", "today"])
def test_a_store_that_is_none_is_refused_in_a_line(tmp_path: Path, folder: Path, command: str) -> None:
    notes = written(tmp_path / "notes.txt", "mine")
    paths = [folder] if command == "runs" else ["--runs", folder]
    for path, reason in ((notes, "not a store of runs"), (tmp_path, "a file is wanted, this is a folder")):
        for given in (paths, []):
            found = call(command, *given, "--store", path, "--now", NOW)
            assert (found.returncode, found.stdout) == (2, "")
            assert found.stderr == f"backstride: {path}: {reason}\n"
    assert notes.read_text(encoding="utf-8") == "mine"
    missing = call(command, "--store", tmp_path / "none.store", "--now", NOW)
    assert (missing.returncode, missing.stdout) == (2, "")
    assert missing.stderr == f"backstride: {tmp_path / 'none.store'}: no such file\n"
    assert not (tmp_path / "none.store").exists()


def test_a_store_in_use_or_of_a_newer_version(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "runs.store"
    alone = Terminal(interactive=False)
    arguments = ["runs", str(folder), "--store", str(store), "--now", NOW]
    assert run(arguments, alone) == 0
    capsys.readouterr()
    monkeypatch.setattr(door, "WAIT_S", 0.05)
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert run(arguments, alone) == 2
        other.execute("ROLLBACK")
        assert capsys.readouterr() == (
            "",
            f"backstride: {store}: in use by another program; try again when that is done\n",
        )
        other.execute("PRAGMA user_version = 9")
    assert run(arguments, alone) == 2
    assert "written by a newer Backstride (format 9, this one reads 1)" in capsys.readouterr().err


def test_a_path_that_is_missing_leaves_no_store_behind(tmp_path: Path) -> None:
    found = call("runs", tmp_path / "nowhere", "--store", tmp_path / "runs.store")
    assert found.returncode == 2
    assert found.stderr == f"backstride: no such file or folder: {tmp_path / 'nowhere'}\n"
    assert not (tmp_path / "runs.store").exists()


def test_without_a_path_or_a_store_there_is_nothing_to_list() -> None:
    found = call("runs")
    assert (found.returncode, found.stdout) == (2, "")
    assert "--store" in found.stderr


def test_a_store_without_a_run_is_a_finding_and_plans_no_week(tmp_path: Path) -> None:
    store = tmp_path / "runs.store"
    (tmp_path / "broken.fit").write_bytes(b"broken")
    found = call("runs", tmp_path / "broken.fit", "--store", store, columns=200)
    assert found.returncode == 1
    assert "No new run." in found.stdout
    week = call("week", "--store", store, "--now", NOW)
    assert week.returncode == 2
    assert f"{store}: no run in it" in week.stderr
