"""GPX: versions, encodings, what is no recording, gaps, spikes, clocks, and guesses of the sport."""

from datetime import timedelta

import pytest

from backstride.runs.read.gpx import read_gpx
from backstride.runs.read.unreadable import Unreadable
from runs.samples_of_runs import METRE, START, gpx, track

RUN = track(1800, 3.0)


@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("namespace", [True, False])
def test_both_versions_with_and_without_namespace(version, namespace):
    (run,) = read_gpx(gpx(RUN, version=version, namespace=namespace), "a.gpx")
    assert run.start == START
    assert not run.zone_known
    assert run.duration_s == pytest.approx(1800, abs=1)
    assert run.distance_m == pytest.approx(5400, rel=0.001)
    assert run.notes == ()


@pytest.mark.parametrize(
    "wrap",
    [
        lambda d: b"\xef\xbb\xbf" + d,
        lambda d: b"\n  stray text " + d,
        lambda d: b"\xef\xbb\xbf<?xml version='1.0'?>" + d,
        lambda d: b"<?xml version='1.0' encoding='UTF-16'?>" + d,
        lambda d: b"<?xml version='1.0' encoding='no-such-code'?>" + d,
        lambda d: ("<?xml version='1.0' encoding='utf-16'?>" + d.decode()).encode("utf-16"),
        lambda d: b"<?xml version='1.0' encoding='utf-8'?>" + d.replace(b"Lauf", b"L\xe4uf"),
    ],
    ids=["mark", "stray", "mark-no-encoding", "wrong", "unknown", "utf16", "latin1-called-utf8"],
)
def test_marks_and_encodings(wrap):
    (run,) = read_gpx(wrap(gpx(RUN, name="Lauf")), "a.gpx")
    assert run.duration_s == pytest.approx(1800, abs=1)


def test_heart_rate_and_cadence_come_from_extensions_even_of_an_undeclared_prefix():
    extra = "<extensions><x:Ext><x:hr>151</x:hr><x:cad>86</x:cad></x:Ext></extensions>"
    (run,) = read_gpx(gpx(RUN, extra=extra), "a.gpx")
    assert (run.heart_rate_bpm, run.cadence_spm) == (151, 172)


def test_a_written_offset_is_the_zone():
    data = gpx(RUN).replace(b"Z</time>", b"+05:30</time>")
    (run,) = read_gpx(data, "a.gpx")
    assert run.zone_known
    assert run.start.utcoffset() == timedelta(hours=5, minutes=30)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            b'<gpx><rte><rtept lat="1" lon="2"/><rtept lat="1" lon="3"/></rte></gpx>',
            "a route, not a recording",
        ),
        (gpx([(None, lat, lon) for _, lat, lon in RUN]), "no times"),
        (b"<gpx><trk><trkseg></trkseg></trk></gpx>", "no track in it"),
        (b'<gpx><wpt lat="1" lon="2"/></gpx>', "no track in it"),
        (gpx(RUN[:1]), "a single timed point"),
        (gpx([(START, lat, lon) for _, lat, lon in RUN]), "span no time"),
        (gpx(track(1800, 0.0)), "no movement"),
        (b"<gpx><trk>", "broken XML at line 1"),
        (b"not xml at all", "broken XML"),
        (b"<html></html>", "not a GPX file"),
    ],
)
def test_what_is_no_recording_says_why(data, reason):
    with pytest.raises(Unreadable, match=reason):
        read_gpx(data, "a.gpx")


def test_a_broken_end_keeps_the_points_before_it():
    data = gpx(RUN)
    (run,) = read_gpx(data[: len(data) // 2], "a.gpx")
    assert run.duration_s == pytest.approx(900, rel=0.05)
    assert "broken XML" in run.notes[0]


BILLION = (
    b'<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;">' % (c + 1, c, c, c) for c in range(97, 120))
    + b"]><gpx><trk><name>&x;</name></trk></gpx>"
)
OUTSIDE = b'<!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/hostname">]><gpx><trk><name>&a;</name></trk></gpx>'


@pytest.mark.parametrize("data", [BILLION, OUTSIDE, b'<!DOCTYPE gpx SYSTEM "http://localhost/a.dtd"><gpx/>'])
def test_document_types_and_entities_are_refused(data):
    with pytest.raises(Unreadable, match="refused"):
        read_gpx(data, "a.gpx")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<gpx>" + b"<trk></trk>" * 100_001, "more than 100,000 tracks"),
        (b"<gpx>" * 201, "nested deeper than 200"),
        (
            b"<gpx " + b" ".join(b'a%d=">"' % k for k in range(400_000)) + b"/>",
            "a tag or comment of more than",
        ),
    ],
    ids=["tracks", "depth", "attributes"],
)
def test_few_bytes_that_open_much_are_refused(data, reason):
    with pytest.raises(Unreadable, match=reason):
        read_gpx(data, "a.gpx")


def test_standing_still_and_long_gaps_are_no_time_in_motion():
    still = track(240, 0.0, start=RUN[-1][0] + timedelta(seconds=5), metres=5400)
    later = track(600, 3.0, start=still[-1][0] + timedelta(seconds=1000), metres=5400)
    (run,) = read_gpx(gpx(RUN + still + later), "a.gpx")
    assert run.duration_s == pytest.approx(2400, abs=15)
    assert run.elapsed_s == pytest.approx(1800 + 5 + 240 + 1000 + 600, abs=1)
    assert run.distance_m == pytest.approx(7200, rel=0.01)


def test_a_watch_left_on_for_a_day_says_so():
    late = track(60, 0.0, start=START + timedelta(hours=24), metres=5400)
    (run,) = read_gpx(gpx(RUN + late), "a.gpx")
    assert run.duration_s == pytest.approx(1800, abs=10)
    assert "watch left on: 24 h 1 min recorded, 30 min of movement" in run.notes


def test_the_drive_home_is_not_part_of_the_run():
    home = track(900, 15.0, start=RUN[-1][0] + timedelta(seconds=700), metres=5400)
    (run,) = read_gpx(gpx(RUN + home), "a.gpx")
    assert run.duration_s == pytest.approx(1800, abs=15)
    assert run.distance_m == pytest.approx(5400, rel=0.01)
    assert any("not on foot" in note for note in run.notes)


def test_a_spike_of_the_receiver_adds_no_distance():
    points = list(RUN)
    when, lat, lon = points[100]
    points[100] = (when, lat + 3000 * METRE, lon)
    (run,) = read_gpx(gpx(points), "a.gpx")
    assert run.distance_m == pytest.approx(5400, rel=0.005)


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(days=400), timedelta(days=-12_000)])
def test_a_clock_that_jumps_is_mended(jump):
    points = [(when + jump if k >= 300 else when, lat, lon) for k, (when, lat, lon) in enumerate(RUN)]
    (run,) = read_gpx(gpx(points), "a.gpx")
    assert run.start == START
    assert run.duration_s == pytest.approx(1800, abs=10)
    assert run.elapsed_s == pytest.approx(1800, abs=10)
    assert "the clock jumped once" in run.notes[0]


def test_a_watch_that_learns_the_date_on_the_way_starts_at_the_right_one():
    wrong = timedelta(days=-12_000)
    points = [(when + wrong if k < 10 else when, lat, lon) for k, (when, lat, lon) in enumerate(RUN)]
    (run,) = read_gpx(gpx(points), "a.gpx")
    assert abs((run.start - START).total_seconds()) <= 5


@pytest.mark.parametrize(
    ("kind", "name", "speed", "sport", "guessed"),
    [
        ("9", "", 3.0, "running", False),
        ("1", "", 3.0, "cycling", False),
        ("Trail Running", "", 3.0, "running", False),
        ("VirtualRun", "", 3.0, "running", False),
        ("Biking", "", 3.0, "cycling", False),
        ("rowing", "", 3.0, "rowing", False),
        ("", "", 3.0, "running", True),
        ("", "", 1.3, "walking", True),
        ("", "", 8.0, "cycling", True),
        ("", "", 22.0, "driving", True),
        ("", "Corrida matutina", 1.5, "running", True),
        ("", "Morning Ride", 5.0, "cycling", True),
        ("", "Morning Run", 22.0, "driving", True),
        ("4711", "", 3.0, "running", True),
    ],
)
def test_the_sport_is_named_or_guessed(kind, name, speed, sport, guessed):
    (found,) = read_gpx(gpx(track(900, speed), kind=kind, name=name), "a.gpx")
    assert (found.sport, found.sport_guessed) == (sport, guessed)


def test_the_type_of_a_link_is_not_the_sport():
    data = gpx(RUN, kind="").replace(b"<trkseg>", b"<link href=''><type>text/html</type></link><trkseg>", 1)
    (run,) = read_gpx(data, "a.gpx")
    assert (run.sport, run.sport_guessed) == ("running", True)


def test_tracks_hours_apart_are_two_activities_and_tracks_minutes_apart_are_one():
    def tracks(apart):
        later = track(600, 3.0, start=RUN[-1][0] + apart, metres=5400)
        return gpx(RUN).replace(b"</gpx>", b"") + gpx(later)[gpx(later).index(b"<trk>") :]

    assert len(read_gpx(tracks(timedelta(hours=5)), "a.gpx")) == 2
    (one,) = read_gpx(tracks(timedelta(minutes=4)), "a.gpx")
    assert one.duration_s == pytest.approx(2400, abs=10)
