"""FIT files: sessions, zones, what is no activity, and what can be saved of a broken file."""

from datetime import timedelta

import pytest

from backstride.runs.read import limits
from backstride.runs.read.fit import read_fit
from backstride.runs.read.fit_scan import scan
from backstride.runs.read.unreadable import Unreadable
from runs.samples_of_runs import START, fit, fit_records, fit_run, fit_session, track


def test_a_session_gives_its_own_numbers():
    (run,) = read_fit(fit_run(1800, 3.0, sub_sport="trail", avg_cadence=84, avg_heart_rate=149), "a.fit")
    assert run.start == START
    assert not run.zone_known
    assert (run.duration_s, run.elapsed_s, run.distance_m) == (1800, 1800, 5400)
    assert (run.cadence_spm, run.heart_rate_bpm) == (168, 149)
    assert (run.sport, run.sport_guessed, run.surface) == ("running", False, "trail")
    assert run.source == "a.fit"
    assert run.notes == ()


def test_steps_counted_for_both_feet_are_not_doubled_again():
    (run,) = read_fit(fit_run(avg_cadence=172), "a.fit")
    assert run.cadence_spm == 172


def test_the_local_time_gives_the_zone():
    points = track(600)
    data = fit(*fit_records(points), fit_session(points), zone_hours=2, end=points[-1][0])
    (run,) = read_fit(data, "a.fit")
    assert run.zone_known
    assert run.start == START
    assert run.start.utcoffset() == timedelta(hours=2)


def test_a_local_time_years_away_tells_no_zone():
    points = track(600)
    data = fit(*fit_records(points), fit_session(points), zone_hours=24 * 900, end=points[-1][0])
    assert not read_fit(data, "a.fit")[0].zone_known


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("settings", "a settings file"),
        ("workout", "a workout file"),
        ("weight", "a weight-scale file"),
        ("monitoring_b", "a monitoring file"),
        ("course", "a course"),
    ],
)
def test_other_kinds_of_fit_file_are_named(kind, words):
    with pytest.raises(Unreadable, match=f"{words}, no activity"):
        read_fit(fit(kind=kind), "a.fit")


def test_each_session_is_an_activity_with_its_own_records():
    ride = track(1200, 8.0)
    run = track(900, 3.0, start=START + timedelta(seconds=1300))
    data = fit(
        *fit_records(ride, heart_rate=120),
        *fit_records(run, heart_rate=160),
        fit_session(ride, sport="cycling", metres=9600),
        fit_session(run, metres=2700),
    )
    first, second = read_fit(data, "a.fit")
    assert (first.sport, second.sport) == ("cycling", "running")
    assert (first.heart_rate_bpm, second.heart_rate_bpm) == (120, 160)
    assert first.cadence_spm is None
    assert second.duration_s == 900


def test_a_watch_left_on_counts_only_the_movement():
    run = track(2400, 3.0)
    still = track(82_000, 0.0, step=20, start=run[-1][0] + timedelta(seconds=20), metres=7200)
    points = run + still
    (found,) = read_fit(fit(*fit_records(points), fit_session(points, metres=7300)), "a.fit")
    assert found.duration_s == pytest.approx(2400, abs=10)
    assert found.distance_m == pytest.approx(7200, rel=0.01)
    assert found.elapsed_s > 80_000
    assert any(n.startswith("watch left on: 23 h 27 min recorded, 40 min of movement") for n in found.notes)


def test_a_treadmill_without_positions_keeps_its_timer():
    session = fit_session(track(1800), sport="fitness_equipment", sub_sport="treadmill", metres=5000)
    beats = [
        {k: v for k, v in r.items() if k in ("message_type", "timestamp", "heart_rate")}
        for r in fit_records(track(1800))
    ]
    (run,) = read_fit(fit(*beats, session), "a.fit")
    assert (run.sport, run.surface, run.duration_s, run.distance_m) == ("running", "treadmill", 1800, 5000)


def test_a_file_cut_short_gives_its_records():
    whole = fit_run(1800, 3.0)
    (run,) = read_fit(whole[: len(whole) * 2 // 3], "a.fit")
    assert 1000 < run.duration_s < 1300
    assert run.distance_m == pytest.approx(run.duration_s * 3.0, rel=0.02)
    assert "records saved" in run.notes[0]
    assert run.sport_guessed


def test_a_wrong_checksum_loses_nothing():
    whole = bytearray(fit_run(600))
    whole[-1] ^= 0xFF
    (run,) = read_fit(bytes(whole), "a.fit")
    assert run.duration_s == 600
    assert "checksum" in run.notes[0]


def test_a_field_of_an_unknown_type_is_left_to_the_tolerant_decoder(capfd):
    whole = bytearray(fit_run(600))
    place = whole.index(b"\x03\x01\x02", 60)  # heart rate: field 3, one byte, unsigned
    whole[place + 2] = 0x1F
    assert scan(bytes(whole), 10**6).unknown_type
    (run,) = read_fit(bytes(whole), "a.fit")
    assert run.duration_s == 600
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a" * 20, b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT", b"\x0e" + bytes(40)]
)
def test_rubbish_is_refused_in_one_line(data):
    with pytest.raises(Unreadable) as caught:
        read_fit(data, "a.fit")
    assert caught.value.reason
    assert "\n" not in caught.value.reason


def test_a_file_built_to_fill_the_memory_is_refused_before_it_is_decoded(monkeypatch):
    monkeypatch.setattr(limits, "FIT_VALUES", 100)
    with pytest.raises(Unreadable, match="more than 100 values"):
        read_fit(fit_run(1800), "a.fit")
