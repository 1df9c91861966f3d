"""What once broke a reader: the smallest files that did, found by `python -m fuzz` and built anew here."""

from importlib import import_module
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from backstride.profile import read_profile
from backstride.resolve import ScenarioError
from backstride.runs.history import history
from backstride.runs.read import limits
from backstride.runs.read.climb import climb_of
from backstride.runs.read.collect import import_paths
from backstride.runs.read.fit import read_fit
from backstride.runs.read.fit_crc import crc16
from backstride.runs.read.gpx import read_gpx
from backstride.runs.read.points import Gather
from backstride.runs.read.recording import Recording, to_activity
from backstride.runs.read.tcx import read_tcx
from backstride.runs.read.unreadable import Unreadable
from runs.samples_of_runs import START, fit, fit_run, fit_session, gpx, tcx, tcx_activity, track, zipped

ROOT = Path(__file__).parents[2]
RUN = track(60)


def declared(encoding, document):
    """The document with a declaration of this encoding in place of its own."""
    return f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + document[document.index(b"?>") + 2 :]


@pytest.mark.parametrize("encoding", ["idna", "shift_jis", "undefined", "hex", "no-such-code"])
def test_a_declared_encoding_that_the_parser_cannot_use(encoding):
    of_gpx, of_tcx = b"<?xml?>" + gpx(RUN), tcx(tcx_activity(RUN))
    assert len(read_gpx(declared(encoding, of_gpx), "a.gpx")) == 1
    assert len(read_tcx(declared(encoding, of_tcx), "a.tcx")) == 1


@pytest.mark.parametrize("encoding", ["idna", "shift_jis"])
def test_an_encoding_that_the_parser_cannot_use_and_nothing_else(encoding):
    with pytest.raises(Unreadable):
        read_gpx(declared(encoding, b"<?xml?><gpx/>"), "a.gpx")


@pytest.mark.parametrize("height", ["1e308", "-1e308", "2e154", "65535"])
def test_a_height_that_no_ground_has(height):
    (found,) = read_gpx(gpx(track(600), extra=f"<ele>{height}</ele>"), "a.gpx")
    assert (found.ascent_m, found.descent_m) == (None, None)


def test_a_single_leap_of_the_height_sensor_is_no_climb():
    points = Gather()
    for n in range(60):
        points.add(1e9 + 10 * n, None, None, None, 1e308 if n == 30 else 500.0)
    assert climb_of([points.points()]) == (0.0, 0.0)


def test_a_climb_below_nothing_was_not_measured():
    recording = Recording("a", [], start=START.timestamp(), timer_s=600.0, ascent=-5.0, descent=20.0)
    found = to_activity(recording)
    assert (found.ascent_m, found.descent_m) == (None, 20.0)


def test_a_member_without_a_name(tmp_path):
    path = tmp_path / "a.zip"
    # A name ends at a zero byte; of this one nothing is left.
    path.write_bytes(zipped({"Quite": b"x", "a.gpx": gpx(RUN), "folder/": b""}).replace(b"Quite", b"\0uite"))
    found = import_paths([path])
    assert [activity.source for activity in found.activities] == ["a.zip!a.gpx"]
    assert [left.reason for left in found.left_out] == ["not an activity file (no ending)"]


def test_farther_than_anybody_runs(tmp_path):
    days = track(5 * 86_400, step=86_400)
    for name, metres in (("a.fit", 1_200_000), ("b.fit", 900_000)):
        (tmp_path / name).write_bytes(fit(fit_session(days, metres=metres)))
    found = import_paths([tmp_path])
    assert [(left.source, left.reason) for left in found.left_out] == [
        ("a.fit", "impossible distance: 1,200 km")
    ]
    assert [run.distance_m for run in history(found.activities, START.replace(year=2025)).runs] == [900_000]


@pytest.mark.parametrize(
    "text", ['a: !!int ""', "!!binary aGk=: 1", "runner: {!!binary aGk=: 1}", "a: !x 1", "a: !!set {}"]
)
def test_a_tag_in_a_profile(text):
    with pytest.raises(ScenarioError, match=r"a tag \(!\) is not allowed"):
        read_profile(text)


def test_a_run_of_less_than_half_a_millisecond_took_no_time():
    moment = [(*RUN[0],)]
    with pytest.raises(Unreadable, match=r"no movement in it|span no time"):
        read_tcx(tcx(tcx_activity(moment, timer=0.0004)), "a.tcx")


@pytest.mark.parametrize("name", ["fit", "gpx", "tcx", "archive", "strava", "ics", "table", "scenario"])
def test_the_harness_feeds_each_reader(name, monkeypatch):
    monkeypatch.syspath_prepend(ROOT)
    reader = import_module(f"fuzz.readers.{name}").READER
    seeds = list(islice(reader.seeds(), 3))  # those that are made, not what a machine may hold beside them
    assert all(reader.read(seed) for seed in seeds)
    made = [reader.mutate(seeds[n % len(seeds)], Random(n)) for n in range(30)]
    assert len(set(made)) > 20
    outcomes = {reader.read(data) for data in made}
    assert len(outcomes) > 3


def test_what_the_harness_changes_in_a_fit_file_keeps_its_checksum(monkeypatch):
    monkeypatch.syspath_prepend(ROOT)
    mend = import_module("fuzz.mutations.fit").mend
    whole = fit(fit_session(RUN))
    assert crc16(mend(whole)) == 0
    assert crc16(mend(whole[:40] + b"\x01" + whole[41:])) == 0
    assert mend(whole)[14:-2] == whole[whole[0] : -2]


def test_only_what_has_to_be_decoded_counts_as_memory(monkeypatch):
    monkeypatch.setattr(limits, "FIT_DECODED", 100)
    data = fit_run(600)
    (found,) = read_fit(data, "a.fit")  # 121 records, read as columns
    assert found.distance_m == 1800
    with pytest.raises(Unreadable, match="more than 100 values, and not as watches write"):
        read_fit(data + data, "a.fit")  # chained: the decoder's work
    laps = [{"message_type": "lap", "timestamp": "2024-05-01T06:00:00", "sport": "running"}] * 40
    with pytest.raises(Unreadable, match="more than 100 values"):
        read_fit(fit(*laps, fit_session(RUN)), "a.fit")
