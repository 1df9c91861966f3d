"""The store: what it says of an import, what it reads once only, and what it keeps of a content."""

import gzip

import pytest

from backstride.runs.activity import LeftOut
from backstride.runs.read import contents, job
from backstride.runs.read.collect import import_paths
from backstride.runs.store import store as store_module
from backstride.runs.store.changes import Changes
from backstride.runs.store.store import Store
from backstride.runs.store.take import runs_in, take_in
from runs.samples_of_runs import fit_run, gpx, tcx, tcx_activity, track, zipped
from runs.storing import content, day, files, write


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "runs"
    write(folder, files())
    return folder


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "runs.store", create=True)


def test_a_store_gives_what_an_import_gives(folder, store):
    found = import_paths([folder])
    taken = take_in(store, [folder])
    assert taken.runs.activities == found.activities
    assert len(found.activities) == 4
    assert taken.left_out == found.left_out
    assert {x.source for x in taken.left_out} == {"broken.fit", "ride.gpx", "d.zip!inner.zip!no.fit"}
    assert taken.changes.new == found.activities
    assert (taken.read, taken.known) == (13, 0)


@pytest.mark.parametrize("workers", [1, 2])
def test_the_second_time_nothing_is_read_and_nothing_changes(folder, store, monkeypatch, workers):
    first = take_in(store, [folder], workers=workers)
    rows = content(store.path)
    monkeypatch.setattr(job, "read_file", lambda *_: pytest.fail("it was read"))
    again = take_in(store, [folder], workers=workers)
    assert (again.read, again.known) == (0, 13)
    assert again.changes == Changes((), (), ())
    assert again.left_out == ()
    assert again.runs == first.runs
    assert content(store.path) == rows


def test_a_known_archive_is_not_even_unpacked(folder, store, monkeypatch):
    take_in(store, [folder / "d.zip"])
    monkeypatch.setattr(job, "unpack_member", lambda *_: pytest.fail("it was unpacked"))
    assert take_in(store, [folder / "d.zip"]).known == 4


def test_of_an_export_that_has_grown_only_the_new_run_is_read(tmp_path, store, monkeypatch):
    old = {f"{k}.fit": fit_run(start=day(k)) for k in range(5)}
    (path,) = write(tmp_path, {"export.zip": zipped(old)})
    take_in(store, [path])
    path.write_bytes(zipped(old | {"9.fit": fit_run(start=day(9))}))
    read = []
    read_file = job.read_file
    monkeypatch.setattr(job, "read_file", lambda d, name, t: read.append(name) or read_file(d, name, t))
    taken = take_in(store, [path])
    assert read == ["export.zip!9.fit"]
    assert (taken.read, taken.known, len(taken.changes.new)) == (1, 5, 1)


def test_a_better_record_replaces_and_a_worse_one_completes(tmp_path, store):
    plain = gpx(track(1800, start=day(0)))
    worn = tcx(tcx_activity(track(1800, start=day(0)), timer=1800, metres=5400, cadence=84))
    first = take_in(store, write(tmp_path, {"a.gpx": plain}))
    assert [run.source for run in first.changes.new] == ["a.gpx"]
    better = take_in(store, write(tmp_path, {"a.fit": fit_run(start=day(0), avg_heart_rate=150)}))
    assert [(r.before, r.run.source) for r in better.changes.replaced] == [("a.gpx", "a.fit")]
    assert better.changes.new == better.changes.completed == ()
    rows = better.runs.activities
    without = fit_run(start=day(1), avg_cadence=0)
    take_in(store, write(tmp_path, {"b.gpx": gpx(track(1800, start=day(1))), "b.fit": without}))
    known = take_in(store, write(tmp_path, {"a.tcx": worn}))
    assert known.changes.new == known.changes.replaced == ()
    assert known.runs.activities[0] == rows[0]
    assert len(known.runs.duplicates) == 3


def test_a_shoe_that_is_told_later_completes_the_run(tmp_path, store):
    run = fit_run(start=day(0))
    take_in(store, write(tmp_path, {"a.fit": run}))
    table = "Activity Type,Activity Gear,Filename\nRun,Blue,activities/1.fit.gz\n"
    packed = zipped({"activities/1.fit.gz": gzip.compress(run), "activities.csv": table.encode()})
    taken = take_in(store, write(tmp_path, {"export.zip": packed}))
    assert [(run.shoe, run.source) for run in taken.changes.completed] == [("Blue", "a.fit")]
    assert taken.runs.activities[0].notes == ("shoe: by another record of it",)
    assert taken.changes.new == taken.changes.replaced == ()


def test_a_content_is_the_same_packed_or_moved_and_goes_by_its_first_name(tmp_path, store):
    run = fit_run(start=day(0))
    take_in(store, write(tmp_path, {"m.fit": run}))
    moved = take_in(store, write(tmp_path, {"a/k.fit.gz": gzip.compress(run), "z.fit": run}))
    assert (moved.read, moved.known) == (0, 2)
    assert [run.source for run in runs_in(store.held()).activities] == ["k.fit.gz"]
    assert moved.changes.completed == ()


def test_rides_and_broken_files_are_listed_but_not_read_again(folder, store):
    taken = take_in(store, [folder / "ride.gpx", folder / "broken.fit"])
    expected = (LeftOut("broken.fit", "not a FIT file inside"), LeftOut("ride.gpx", "not a run: cycling"))
    assert taken.left_out == expected
    assert runs_in(store.held()).left_out == expected
    assert take_in(store, [folder / "ride.gpx", folder / "broken.fit"]).read == 0


@pytest.mark.parametrize("error", [MemoryError(), OSError(5, "Input/output error")])
def test_a_fault_of_the_moment_is_not_remembered(tmp_path, store, monkeypatch, error):
    (path,) = write(tmp_path, {"a.zip": zipped({"a.fit": fit_run(), "b.fit": fit_run(start=day(1))})})
    read_file = job.read_file

    def fail(data, name, told):
        if name == "a.zip!a.fit":
            raise error
        return read_file(data, name, told)

    with monkeypatch.context() as patch:
        patch.setattr(job, "read_file", fail)
        taken = take_in(store, [path])
    assert [x.source for x in taken.left_out] == ["a.zip!a.fit"]
    again = take_in(store, [path])
    assert (again.read, again.known, len(again.runs.activities)) == (1, 1, 2)


def test_a_file_that_is_missing_for_once_is_not_missed_for_ever(folder, store):
    whole = take_in(store, [folder]).runs
    (folder / "a.fit").unlink()
    assert take_in(store, [folder]).runs == whole


def test_other_readers_read_again_and_what_they_find_counts(tmp_path, store, monkeypatch):
    paths = write(tmp_path, {"a.fit": fit_run(), "a.zip": zipped({"b.fit": fit_run(start=day(1))})})
    old = content(store.path)
    with monkeypatch.context() as patch:
        patch.setattr(store_module, "EDITION", "older")
        patch.setattr(job, "read_file", lambda *_: [])
        assert take_in(store, paths).runs.activities == ()
        assert content(store.path) != old
    taken = take_in(store, paths)
    assert (taken.read, len(taken.runs.activities)) == (2, 2)
    assert {row[4] for row in content(store.path)["contents"]} == {store_module.EDITION}


def test_a_store_among_the_runs_does_not_report_itself(folder):
    store = Store(folder / "inner.db", create=True)
    assert "inner.db" not in {x.source for x in take_in(store, [folder]).left_out}


def test_keys_tell_bytes_endings_and_tables_apart():
    told = contents.Told(shoe="Blue")
    keys = {
        contents.key_of(b"x", "a.fit", None),
        contents.key_of(b"y", "a.fit", None),
        contents.key_of(b"x", "a.gpx", None),
        contents.key_of(b"x", "a.fit", told),
    }
    assert len(keys) == 4
    same = contents.key_of(b"x", "z.zip!b/c.FIT.gz", contents.Told())
    assert same == contents.key_of(b"x", "a.fit", None)


def test_the_store_can_be_read_by_its_owner_alone(store):
    assert store.path.stat().st_mode & 0o077 == 0
