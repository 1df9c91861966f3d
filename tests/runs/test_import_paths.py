"""The import as a whole: folders, order, workers, refusals by name, and readers that fail."""

import multiprocessing
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from backstride.runs.read import any as any_reader
from backstride.runs.read import pool
from backstride.runs.read.collect import InputMissing, import_paths
from backstride.runs.read.job import Job, Outcome
from runs.samples_of_runs import START, fit_run, gpx, tcx, tcx_activity, track, zipped


@pytest.fixture
def folder(tmp_path):
    """Twelve runs in three formats, a ride, a broken file, and what is no activity."""
    for k in range(4):
        day = START + timedelta(days=k)
        (tmp_path / f"{k}.fit").write_bytes(fit_run(start=day))
        inner = tmp_path / "inner"
        inner.mkdir(exist_ok=True)
        (inner / f"{k}.gpx").write_bytes(gpx(track(1500, start=day + timedelta(hours=5))))
        later = track(1200, start=day + timedelta(hours=9))
        (inner / f"{k}.tcx").write_bytes(tcx(tcx_activity(later, timer=1200)))
    (tmp_path / "ride.gpx").write_bytes(gpx(track(1800, 8.0), kind="cycling"))
    (tmp_path / "broken.fit").write_bytes(b"broken")
    (tmp_path / "table.csv").write_bytes(b"a,b")
    (tmp_path / "empty.tcx").write_bytes(b"")
    (tmp_path / ".hidden.gpx").write_bytes(b"x")
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "x.gpx").write_bytes(b"x")
    return tmp_path


def reasons(result):
    return {item.source: item.reason for item in result.left_out}


def test_every_file_is_a_run_or_named_with_a_reason(folder):
    found = import_paths([folder], workers=1)
    assert len(found.activities) == 12
    assert [a.start for a in found.activities] == sorted(a.start for a in found.activities)
    assert {a.source for a in found.activities} >= {"0.fit", "inner/0.gpx", "inner/3.tcx"}
    assert reasons(found) == {
        "ride.gpx": "not a run: cycling",
        "broken.fit": "not a FIT file inside",
        "table.csv": "not an activity file (.csv)",
        "empty.tcx": "an empty file",
    }


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_two_workers_find_exactly_what_one_finds(folder, monkeypatch, method):
    if method == "spawn":
        monkeypatch.setattr(pool.threading, "active_count", lambda: 2)
    assert import_paths([folder], workers=2) == import_paths([folder], workers=1)


def test_a_machine_without_processes_reads_all_the_same(folder, monkeypatch):
    def refuse(*_):
        raise OSError("no semaphores here")

    expected = import_paths([folder], workers=1)
    monkeypatch.setattr(pool, "ProcessPoolExecutor", refuse)
    assert import_paths([folder], workers=2) == expected


def test_progress_counts_up_to_all_files(folder):
    told = []
    import_paths([folder], progress=lambda done, total: told.append((done, total)), workers=1)
    assert told[0] == (0, 14)
    assert told[-1] == (14, 14)
    assert told == sorted(told)


def test_the_members_of_one_zip_are_shared_among_workers(tmp_path):
    members = {f"{k:02}.fit": fit_run(start=START + timedelta(days=k)) for k in range(20)}
    (tmp_path / "a.zip").write_bytes(zipped(members))
    found = import_paths([tmp_path], workers=2)
    assert [a.source for a in found.activities] == [f"a.zip!{k:02}.fit" for k in range(20)]


def test_a_missing_path_is_named_before_anything_is_read(folder):
    with pytest.raises(InputMissing, match="nowhere") as caught:
        import_paths([folder, folder / "nowhere"])
    assert isinstance(caught.value, ValueError)


def test_a_path_given_twice_counts_once(folder):
    once = import_paths([folder], workers=1)
    assert import_paths([folder, folder / "0.fit", folder], workers=1) == once


def test_two_gigabytes_of_zeros_are_refused_by_their_size_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    for name in ("big.fit", "big.zip"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(2 * 2**30)
    found = reasons(import_paths([tmp_path]))
    assert found["big.fit"] == "too large: 2 GiB, the limit is 128 MiB"
    assert found["big.zip"] == "too large: 2 GiB, the limit is 1 GiB"


@pytest.mark.parametrize("year", [1989, 1999, 2031])
def test_impossible_dates_are_left_out(tmp_path, year):
    start = datetime(year, 12, 31, tzinfo=UTC)
    (tmp_path / "a.gpx").write_bytes(gpx(track(1800, start=start)))
    found = import_paths([tmp_path], latest=datetime(2026, 1, 1, tzinfo=UTC))
    assert reasons(found) == {"a.gpx": f"impossible date: {year}-12-31"}


def test_a_ride_recorded_as_a_run_is_left_out(tmp_path):
    (tmp_path / "a.fit").write_bytes(fit_run(1800, 9.0))
    assert reasons(import_paths([tmp_path])) == {"a.fit": "not a run: called running, but at 9.0 m/s"}


def test_the_content_and_not_the_ending_decides(tmp_path):
    (tmp_path / "a.gpx").write_bytes(tcx(tcx_activity(track(1200), timer=1111)))
    (tmp_path / "b.tcx").write_bytes(fit_run(start=START + timedelta(days=1)))
    assert [a.duration_s for a in import_paths([tmp_path]).activities] == [1111, 1800]


@pytest.mark.parametrize("error", [ZeroDivisionError("boom"), RecursionError(), MemoryError(), KeyError("x")])
def test_whatever_a_reader_raises_becomes_a_plain_reason(tmp_path, monkeypatch, capfd, error):
    def fail(data, name, told):
        raise error

    monkeypatch.setattr(any_reader, "_gpx", lambda: fail)
    (tmp_path / "a.gpx").write_bytes(gpx(track(1800)))
    (tmp_path / "b.fit").write_bytes(fit_run())
    found = import_paths([tmp_path])
    assert len(found.activities) == 1
    assert "GPX" in reasons(found)["a.gpx"]
    assert capfd.readouterr() == ("", "")


def test_a_reader_that_takes_its_process_down_loses_only_its_own_file(monkeypatch):
    monkeypatch.setattr(pool, "work", _work_or_die)
    jobs = [Job("", f"{k}") for k in range(12)]
    found = list(pool.run(jobs, 2, lambda job: False))
    assert [job.name for job, _ in found] == [str(k) for k in range(12)]
    assert {job.name: o.left_out[0].reason for job, o in found if o.left_out} == {
        "5": "the reader's process died over it, twice"
    }


def _work_or_die(job):
    if job.name == "5":
        os._exit(9)
    return Outcome(unpacked=int(job.name))


def test_ctrl_c_stops_at_once_and_leaves_no_worker(folder, capfd):
    def stop(done, total):
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_paths([folder], progress=stop, workers=2)
    assert multiprocessing.active_children() == []
    assert capfd.readouterr().err == ""


def test_a_file_that_may_not_be_read_is_named(folder, monkeypatch):
    def deny(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", deny)
    assert reasons(import_paths([folder / "0.fit"])) == {"0.fit": "cannot be read: permission denied"}


def test_folders_of_other_makers_are_read_by_their_file_formats(tmp_path):
    """As exports of COROS, Suunto and Polar are laid out, among tables and JSON that are named and left."""
    files = {
        "COROS/2024/477000001.FIT": fit_run(),
        "Suunto/workouts/6630e1.fit": fit_run(start=START + timedelta(days=1)),
        "Suunto/workouts/6630e1.json": b"{}",
        "Polar/training-session-2024-05-03.tcx": tcx(
            tcx_activity(track(1200, start=START + timedelta(days=2)), timer=1200)
        ),
        "Polar/training-session-2024-05-03.json": b"{}",
    }
    for name, data in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    found = import_paths([tmp_path])
    assert [a.source.partition("/")[0] for a in found.activities] == ["COROS", "Suunto", "Polar"]
    assert set(reasons(found).values()) == {"not an activity file (.json)"}


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.fit")
    assert reasons(import_paths([tmp_path])) == {"a.fit": "not a regular file"}


def test_a_naive_bound_is_refused(tmp_path):
    with pytest.raises(ValueError, match="latest"):
        import_paths([tmp_path], latest=datetime(2026, 1, 1))  # noqa: DTZ001
