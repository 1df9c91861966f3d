"""Real files beside the repository, against three independent readers; nothing of them is printed."""

import io
import warnings
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from backstride.runs.read.any import read_file
from backstride.runs.read.collect import import_paths
from backstride.runs.read.recording import ON_FOOT
from backstride.runs.read.unreadable import Unreadable
from backstride.runs.store.store import Store
from backstride.runs.store.take import take_in

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "runs"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="no real files: ../shared/data/runs is not there")

LATEST = datetime(2026, 11, 20, tzinfo=UTC)


def files(ending, folder=REAL):
    return sorted(folder.rglob(f"*{ending}"))


def read(path):
    try:
        return read_file(path.read_bytes(), path.name)
    except Unreadable:
        return []


def test_every_file_is_read_or_named(capfd):
    found = import_paths([REAL], latest=LATEST)
    everything = {p.relative_to(REAL).as_posix() for p in REAL.rglob("*") if p.is_file()}
    named = {a.source for a in found.activities} | {x.source for x in found.left_out}
    assert named | {d.dropped for d in found.duplicates} == everything
    assert all(x.reason and "\n" not in x.reason and "failed" not in x.reason for x in found.left_out)
    assert capfd.readouterr() == ("", "")
    assert import_paths([REAL], latest=LATEST, workers=1) == found


def test_a_year_of_one_runner_is_sane():
    found = import_paths([REAL / "runpandas" / "year"], latest=LATEST)
    assert len(found.activities) == len(files(".gpx", REAL / "runpandas" / "year")) > 60
    assert found.left_out == ()
    assert found.duplicates == ()
    for run in found.activities:
        assert 250 < run.duration_s < 7200
        assert run.distance_m is not None
        assert 1.9 < run.distance_m / run.duration_s < 4.0
    left_on = [run for run in found.activities if any("watch left on" in note for note in run.notes)]
    assert len(left_on) == 1
    assert left_on[0].elapsed_s > 80_000
    assert left_on[0].duration_s < 4000


def decoded(fitdecode, path):
    """The sessions by start and the records of a FIT file, up to where the decoder gives up."""
    sessions, records = [], []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for frame in fitdecode.FitReader(path.read_bytes()):
                if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name in ("session", "record"):
                    fields = {f.name: f.value for f in frame.fields}
                    (sessions if frame.name == "session" else records).append(fields)
        except fitdecode.FitError:
            pass
    return sorted(sessions, key=lambda s: str(s["start_time"])), records


def steps_told(session, records, until):
    """Steps a minute of both feet: the session's mean with its fraction, else that of its records."""
    mean = session.get("avg_running_cadence") or session.get("avg_cadence")
    if mean:
        mean += session.get("avg_fractional_cadence") or 0
    else:
        mine = [r for r in records if until is None or session["start_time"] <= r["timestamp"] < until]
        known = [r["cadence"] for r in mine if r.get("cadence")]
        mean = sum(known) / len(known) if known else None
    return mean and (2 * mean if mean < 110 else mean)


def test_fit_agrees_with_fitdecode():
    """On every file: start to the second, duration to 10 ms, distance to 10 cm, steps to 1 a minute.

    A distance of 0 is none. Cadence is told of what is done on foot alone. What holds no session is a file of
    another kind, or records without times, and says so.
    """
    fitdecode = pytest.importorskip("fitdecode")
    compared: Counter[str] = Counter()
    for path in files(".fit"):
        sessions, records = decoded(fitdecode, path)
        if not sessions:
            with pytest.raises(Unreadable, match=r"no activity$|^no times"):
                read_file(path.read_bytes(), path.name)
            compared["none"] += 1
            continue
        found = read(path)
        assert len(found) == len(sessions), path.name
        ends = [*(s["start_time"] for s in sessions[1:]), None]
        if len({s["start_time"] for s in sessions}) < len(sessions):
            ends = [None] * len(sessions)  # the same file twice in one
        for ours, theirs, until in zip(found, sessions, ends, strict=True):
            start = theirs["start_time"]
            if isinstance(start, int):  # the decoder takes a clock never set for no date
                start = datetime(1989, 12, 31, tzinfo=UTC) + timedelta(seconds=start)
            assert abs(ours.start - start) <= timedelta(seconds=1), path.name
            assert ours.duration_s == pytest.approx(theirs["total_timer_time"], abs=0.01), path.name
            assert (ours.distance_m or 0) == pytest.approx(theirs.get("total_distance") or 0, abs=0.1), (
                path.name
            )
            told = steps_told(theirs, records, until) if ours.sport in ON_FOOT else None
            assert (ours.cadence_spm is None) == (told is None), path.name
            if told is not None:
                assert ours.cadence_spm == pytest.approx(told, abs=1), path.name
                compared["steps"] += 1
            compared["sessions"] += 1
    assert compared["none"] >= 10
    assert compared["sessions"] >= 35
    assert compared["steps"] >= 8


def test_gpx_agrees_with_gpxpy():
    """Start to the second; distance to 3 and moving time to 8 in 100, where no leg leaps faster than 12 m/s.

    The oracle believes every leg, and counts as moving what is faster than 0.28 m/s; so where a receiver
    leaps ours is the shorter distance.
    """
    gpxpy = pytest.importorskip("gpxpy")
    compared: Counter[str] = Counter()
    for path in files(".gpx"):
        found = read(path)
        theirs = gpxpy.parse(io.StringIO(path.read_bytes().decode("utf-8-sig")))
        timed = [p for t in theirs.tracks for s in t.segments for p in s.points if p.time]
        if len(found) != 1 or len(timed) < 100 or len(theirs.tracks) != 1 or found[0].sport != "running":
            continue
        ours = found[0]
        assert abs(ours.start - timed[0].time) <= timedelta(seconds=1)
        compared["start"] += 1
        legs = [(a.distance_2d(b), (b.time - a.time).total_seconds()) for a, b in pairwise(timed)]
        moving = theirs.get_moving_data()
        if any(metres > 12 * max(seconds, 0.5) for metres, seconds in legs):
            assert ours.distance_m <= moving.moving_distance * 1.01
            continue
        assert ours.distance_m == pytest.approx(moving.moving_distance, rel=0.03)
        assert ours.duration_s == pytest.approx(moving.moving_time, rel=0.08)
        compared["sizes"] += 1
    assert compared["start"] >= 68
    assert compared["sizes"] >= 40


def test_tcx_agrees_with_tcxreader():
    """Start to 10 seconds; duration to 5 in 100; distance to 1 in 100, where its laps carry them."""
    tcxreader = pytest.importorskip("tcxreader.tcxreader")
    compared = 0
    for path in files(".tcx"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                theirs = tcxreader.TCXReader().read(str(path))
            except Exception:  # what the oracle cannot read it cannot judge
                continue
        found = read(path)
        if len(found) != 1 or theirs is None or not theirs.start_time:
            continue
        ours = found[0]
        start = theirs.start_time if theirs.start_time.tzinfo else theirs.start_time.replace(tzinfo=UTC)
        assert abs(ours.start - start) <= timedelta(seconds=10)
        assert ours.elapsed_s == pytest.approx(theirs.duration, rel=0.05)
        if theirs.distance:
            assert ours.distance_m == pytest.approx(theirs.distance, rel=0.01)
        compared += 1
    assert compared >= 10


def test_a_store_holds_what_an_import_finds_and_reads_nothing_twice(tmp_path):
    store = Store(tmp_path / "real.store", create=True)
    first = take_in(store, [REAL])
    assert first.runs.activities == import_paths([REAL]).activities
    again = take_in(store, [REAL])
    assert (again.read, again.known) == (0, first.read)
    assert again.runs == first.runs
    assert (again.changes.new, again.changes.replaced, again.changes.completed) == ((), (), ())
