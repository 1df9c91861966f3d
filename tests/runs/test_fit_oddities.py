"""FIT files as devices really write them: several files in one, strings without an end, clocks never set."""

import struct
from datetime import timedelta

import pytest

from backstride.runs.read.collect import import_paths
from backstride.runs.read.fit import read_fit
from runs.samples_of_runs import START, fit, fit_records, fit_run, fit_session, track
from runs.storing import write
from runs.test_fast_fit import FILE_ID, FIT_START, PLACED, definition, file_of

SESSION = [(253, 4, 0x86), (2, 4, 0x86), (5, 1, 0), (6, 1, 0), (8, 4, 0x86), (9, 4, 0x86)]


def session_of(seconds, sport=1, sub_sport=0):
    """A run as raw messages: its session with the timer in ms and the distance in cm."""
    values = (FIT_START + seconds, FIT_START, sport, sub_sport, seconds * 1000, seconds * 300)
    return definition(3, 18, SESSION) + b"\x03" + struct.pack("<IIBBII", *values)


def test_of_a_triathlon_the_run_counts_with_its_own_numbers(tmp_path):
    swim = track(1200, 1.0, step=10)
    change = track(200, 1.0, step=10, start=START + timedelta(seconds=1210), metres=1200)
    ride = track(3600, 8.0, step=10, start=START + timedelta(seconds=1420), metres=1400)
    run = track(2400, 3.0, step=10, start=START + timedelta(seconds=5030), metres=30_200)
    legs = [(swim, "swimming"), (change, "transition"), (ride, "cycling"), (run, "running")]
    data = fit(
        *(record for leg, _ in legs for record in fit_records(leg, cadence=80)),
        *(fit_session(leg, sport=sport) for leg, sport in legs),
    )
    found = import_paths(write(tmp_path, {"tri.fit": data}))
    (kept,) = found.activities
    assert (kept.start, kept.duration_s) == (START + timedelta(seconds=5030), 2400)
    assert kept.distance_m == pytest.approx(7200, rel=0.01)
    assert sorted(x.reason for x in found.left_out) == [
        "not a run: cycling",
        "not a run: swimming",
        "not a run: transition",
    ]


def test_files_chained_one_behind_the_other_are_all_read():
    first, second = fit_run(1200), fit_run(900, start=START + timedelta(days=1))
    found = read_fit(first + second, "a.fit")
    assert [(run.start, run.duration_s, run.distance_m) for run in found] == [
        (START, 1200, 3600),
        (START + timedelta(days=1), 900, 2700),
    ]


@pytest.mark.parametrize("size", [4, 9])
def test_a_string_without_an_end_costs_nothing(size):
    """A device's name that fills its field to the last byte leaves no room for the zero at its end."""
    name = definition(4, 23, [(253, 4, 0x86), (27, size, 7)]) + b"\x04" + struct.pack("<I", FIT_START)
    (run,) = read_fit(file_of(FILE_ID + name + b"x" * size + session_of(600)), "a.fit")
    assert (run.start, run.duration_s, run.distance_m, run.notes) == (START, 600, 1800, ())


def test_a_string_of_broken_letters_costs_nothing():
    name = definition(4, 23, [(253, 4, 0x86), (27, 4, 7)]) + b"\x04" + struct.pack("<I", FIT_START)
    (run,) = read_fit(file_of(FILE_ID + name + b"\xff\xfe\x80\xc3" + session_of(600)), "a.fit")
    assert run.duration_s == 600


@pytest.mark.parametrize("since", [0, 100, 86_400 * 100])
def test_a_clock_that_was_never_set_is_named_and_not_believed(tmp_path, since):
    """It counts from 31 December 1989; to FIT small numbers are no dates but seconds since switched on."""
    layout = PLACED[:1] + PLACED[3:4]
    body = definition(2, 20, layout)
    for k in range(0, 601, 5):
        body += b"\x02" + struct.pack("<II", since + k, 300 * k)
    values = (since + 600, since, 1, 0, 600_000, 180_000)
    body += definition(3, 18, SESSION) + b"\x03" + struct.pack("<IIBBII", *values)
    found = import_paths(write(tmp_path, {"a.fit": file_of(FILE_ID + body)}))
    assert found.activities == ()
    (left,) = found.left_out
    assert left.reason.startswith(("impossible date: 19", "no times")), left.reason


@pytest.mark.parametrize(("written", "steps"), [(83, 166), (166, 166), (0, None)])
def test_a_treadmill_may_count_one_foot_or_both(written, steps):
    session = fit_session(track(1800), sub_sport="treadmill", metres=5000, avg_cadence=written)
    beats = [
        {k: v for k, v in r.items() if k in ("message_type", "timestamp", "heart_rate")}
        for r in fit_records(track(1800))
    ]
    (run,) = read_fit(fit(*beats, session), "a.fit")
    assert (run.cadence_spm, run.surface) == (steps, "treadmill")


def test_fields_of_developers_beside_the_records_change_nothing():
    """As foot pods write them: described in the file itself, with a value in each record."""
    about = definition(5, 207, [(3, 1, 2)]) + b"\x05\x00"
    about += definition(1, 206, [(0, 1, 2), (1, 1, 2), (2, 1, 2), (3, 6, 7)]) + b"\x01\x00\x00\x84Power\x00"
    plain, pod = definition(2, 20, PLACED), definition(2, 20, PLACED, developer=((0, 2, 0),))
    for k in range(601):
        lat = round(k * 3 / 111_195.08 * 2**31 / 180)
        record = b"\x02" + struct.pack("<IiiIIBB", FIT_START + k, lat, 0, 300 * k, 3000, 150, 85)
        plain += record
        pod += record + struct.pack("<H", 250)
    runs = [read_fit(file_of(FILE_ID + body + session_of(600)), "a.fit") for body in (plain, about + pod)]
    assert runs[0] == runs[1]
    assert (runs[1][0].duration_s, runs[1][0].heart_rate_bpm, runs[1][0].cadence_spm) == (600, 150, 170)
