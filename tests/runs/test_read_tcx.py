"""TCX: laps, several activities, text before the declaration, and timers that points belie."""

from datetime import timedelta

import pytest

from backstride.runs.read.tcx import read_tcx
from backstride.runs.read.unreadable import Unreadable
from runs.samples_of_runs import START, tcx, tcx_activity, track

RUN = track(1800, 3.0)


def test_laps_add_up():
    (run,) = read_tcx(tcx(tcx_activity(RUN, timer=1750, metres=5321, cadence=83, laps=3)), "a.tcx")
    assert run.start == START
    assert (run.duration_s, run.distance_m, run.elapsed_s) == pytest.approx((1750, 5321, 1800))
    assert (run.cadence_spm, run.heart_rate_bpm) == (166, 150)
    assert (run.sport, run.sport_guessed) == ("running", False)


def test_without_laps_totals_the_points_are_measured():
    (run,) = read_tcx(tcx(tcx_activity(RUN)), "a.tcx")
    assert run.duration_s == pytest.approx(1800, abs=6)
    assert run.distance_m == pytest.approx(5400, rel=0.005)


def test_several_activities_in_one_file():
    later = track(600, 7.0, start=START + timedelta(hours=3))
    found = read_tcx(
        tcx(tcx_activity(RUN, timer=1800), tcx_activity(later, sport="Biking", timer=600)), "a.tcx"
    )
    assert [(a.sport, a.duration_s) for a in found] == [("running", 1800), ("cycling", 600)]


@pytest.mark.parametrize("before", [b"          ", b"\r\n\r\n", b"\xef\xbb\xbf  ", b"exported: "])
def test_text_before_the_declaration_is_passed_over(before):
    assert len(read_tcx(before + tcx(tcx_activity(RUN, timer=1800)), "a.tcx")) == 1


def test_a_total_in_an_extension_after_the_lap_is_not_counted_twice():
    extra = "<Extensions><LX><DistanceMeters>9999</DistanceMeters></LX></Extensions></Activity>"
    activity = tcx_activity(RUN, timer=1800, metres=5400).replace("</Activity>", extra)
    assert read_tcx(tcx(activity), "a.tcx")[0].distance_m == 5400


def test_a_timer_that_ran_all_night_gives_way_to_the_points():
    late = track(60, 0.0, start=START + timedelta(hours=12), metres=5400)
    (run,) = read_tcx(tcx(tcx_activity(RUN + late, timer=43_260, metres=5400)), "a.tcx")
    assert run.duration_s == pytest.approx(1800, abs=10)
    assert any(n.startswith("watch left on: 12 h 1 min") for n in run.notes)


def test_a_cut_file_is_measured_by_what_is_left():
    data = tcx(tcx_activity(RUN, timer=1800, metres=5400))
    (run,) = read_tcx(data[: len(data) // 2], "a.tcx")
    assert run.duration_s == pytest.approx(900, rel=0.05)
    assert run.distance_m == pytest.approx(2700, rel=0.05)


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        (b"<Courses><Course><Name>x</Name></Course></Courses>", "a course, not a recording"),
        (b"<Activities/>", "no activity in it"),
        (b'<Activities><Activity Sport="Running"><Id>x</Id></Activity></Activities>', "no times"),
        (b"<Activities><Activity", "broken XML"),
    ],
)
def test_what_is_no_recording_says_why(inner, reason):
    with pytest.raises(Unreadable, match=reason):
        read_tcx(b"<TrainingCenterDatabase>" + inner + b"</TrainingCenterDatabase>", "a.tcx")


@pytest.mark.parametrize("number", ["nan", "inf", "-5", "1e999", ""])
def test_numbers_that_are_none_are_passed_over(number):
    data = tcx(tcx_activity(RUN, timer=1800)).replace(b">1800.0<", f">{number}<".encode())
    assert read_tcx(data, "a.tcx")[0].duration_s == pytest.approx(1800, abs=6)
