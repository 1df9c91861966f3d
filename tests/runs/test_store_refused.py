"""A store that cannot be used is refused in one line, and what stood in the file stays."""

import sqlite3
from contextlib import closing

import pytest

from backstride.runs.store import door
from backstride.runs.store.layout import APPLICATION, FORMAT
from backstride.runs.store.refused import DAMAGED, StoreRefused
from backstride.runs.store.store import Store
from backstride.runs.store.take import take_in
from runs.samples_of_runs import fit_run
from runs.storing import day, write


@pytest.fixture
def runs(tmp_path):
    return write(tmp_path, {f"{n}.fit": fit_run(start=day(n)) for n in range(40)})


@pytest.fixture
def store(tmp_path, runs):
    store = Store(tmp_path / "a.store", create=True)
    take_in(store, runs, workers=1)
    return store


def altered(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def refusal(path, runs, *, create=True):
    """The reason for which taking runs in is refused; the file must be as it was, and nothing beside it."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.parent.rglob("*"))
    with pytest.raises(StoreRefused) as caught:
        take_in(Store(path, create=create), runs, workers=1)
    assert "\n" not in str(caught.value)
    assert str(caught.value) == f"{path}: {caught.value.reason}"
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.parent.rglob("*")) == beside
    return caught.value.reason


def test_a_folder_and_a_missing_file(tmp_path, runs):
    assert refusal(tmp_path, runs) == "a file is wanted, this is a folder"
    assert refusal(tmp_path / "none.store", runs, create=False) == "no such file"
    assert refusal(tmp_path / "none" / "a.store", runs) == "cannot be opened: no such file or directory"


@pytest.mark.parametrize("data", [b"x", b"GPX" * 400, b"SQLite format 4\0" + bytes(4096)])
def test_a_foreign_file(tmp_path, runs, data):
    (path,) = write(tmp_path, {"notes.txt": data})
    assert refusal(path, runs) == "not a store of runs"


def test_another_programs_database(tmp_path, runs):
    path = altered(tmp_path / "b.db", "CREATE TABLE recordings (x)", "INSERT INTO recordings VALUES (1)")
    assert refusal(path, runs) == "not a store of runs: another program's database"


def test_a_newer_format(store, runs):
    altered(store.path, f"PRAGMA user_version = {FORMAT + 1}")
    assert refusal(store.path, runs) == "written by a newer Backstride (format 2, this one reads 1)"


def test_an_empty_file_becomes_a_store_only_when_runs_come(tmp_path, runs):
    (path,) = write(tmp_path, {"a.store": b""})
    assert refusal(path, runs, create=False) == "an empty file, no store of runs yet"
    assert len(take_in(Store(path, create=True), runs, workers=1).runs.activities) == 40


def test_half_a_file(store, runs):
    data = store.path.read_bytes()
    assert len(data) > 3 * 4096
    store.path.write_bytes(data[: len(data) // 2])
    assert refusal(store.path, runs) == DAMAGED


def test_overwritten_pages(store, runs):
    data = bytearray(store.path.read_bytes())
    data[4096 : 3 * 4096] = b"\xa5" * 8192
    store.path.write_bytes(data)
    assert refusal(store.path, runs) == DAMAGED


def test_missing_tables(tmp_path, runs):
    marks = (f"PRAGMA application_id = {APPLICATION}", f"PRAGMA user_version = {FORMAT}")
    path = altered(tmp_path / "b.db", *marks, "CREATE TABLE contents (x)")
    assert refusal(path, runs) == DAMAGED


@pytest.mark.parametrize(
    "activity",
    ["no JSON", "[]", "{}", "null", '{"start": 3}', '{"start": "2024-05-01T06:00:00", "notes": []}'],
)
def test_a_recording_that_is_none(store, runs, activity):
    altered(store.path, f"UPDATE recordings SET activity = '{activity}'")
    assert refusal(store.path, runs) == DAMAGED


def test_a_store_that_another_program_holds(store, runs, monkeypatch):
    monkeypatch.setattr(door, "WAIT_S", 0.05)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreRefused, match="in use by another program; try again"):
            Store(store.path).held()
        other.execute("ROLLBACK")
    assert len(Store(store.path).held().recordings) == 40


def test_a_store_that_may_not_be_written_can_be_read(store, tmp_path, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr(
        door.sqlite3, "connect", lambda file, **more: connect(file.replace("mode=rw", "mode=ro"), **more)
    )
    assert len(Store(store.path, create=True).held().recordings) == 40
    new = write(tmp_path, {"new.fit": fit_run(start=day(50))})
    with pytest.raises(StoreRefused, match="cannot be written: it is read-only"):
        take_in(Store(store.path), new, workers=1)


def test_a_full_disk_loses_nothing(store, tmp_path, monkeypatch):
    connect = sqlite3.connect

    def small(file, **more):
        connection = connect(file, **more)
        connection.execute("PRAGMA max_page_count = 1")  # as many as there are
        return connection

    new = write(tmp_path, {f"new{n}.fit": fit_run(start=day(50 + n)) for n in range(60)})
    held = store.held()
    with monkeypatch.context() as patch:
        patch.setattr(door.sqlite3, "connect", small)
        with pytest.raises(StoreRefused, match="the disk is full"):
            take_in(Store(store.path), new, workers=1)
    kept = Store(store.path).held().recordings
    assert set(held.recordings) <= set(kept)
    assert len(take_in(Store(store.path), new, workers=1).runs.activities) == 100
