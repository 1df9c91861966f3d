"""Points taken out of a document by their shape: the same runs as by the parser alone."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstride.runs.read import peel as peeling
from backstride.runs.read import xml
from backstride.runs.read.gpx import _Gpx, read_gpx
from backstride.runs.read.peel import MARK, peel
from backstride.runs.read.tcx import _Tcx, read_tcx
from backstride.runs.read.unreadable import Unreadable
from runs.samples_of_runs import METRE, START, gpx, stamp, tcx, tcx_activity, track

RUN = track(1800, 3.0)
HEART = "<extensions><x:hr>{}</x:hr></extensions>"


def outcome(read, data):
    try:
        return read(data, "a")
    except Unreadable as refusal:
        return refusal.reason


def both_ways(read, data):
    """What comes of a file with points taken out and without; and whether any were."""
    kind = {read_gpx: _Gpx, read_tcx: _Tcx}[read].points
    short = outcome(read, data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xml, "peel", lambda *_: None)
        assert repr(outcome(read, data)) == repr(short)  # of moments, the zone too
    return short, peel(data, kind) is not None


def test_what_is_left_is_a_small_part():
    data = gpx(RUN, extra=HEART.format(150))
    rest, runs = peel(data, _Gpx.points)
    assert len(rest) < 700
    assert [run.count for run in runs] == [len(RUN) - 1]
    assert set(runs[0].numbers("hr")) == {150.0}


@pytest.mark.parametrize(
    "extra",
    [
        "",
        "<ele>520.4</ele>",
        "<ele>1e1</ele>" + HEART.format(151),
        "<x:a b='1'/>" + HEART.format(151),
        '<x:a b="1"/>' + HEART.format(151),
        "<desc>L\xe4uft</desc>" + HEART.format(151),
        "<desc>a &amp; b</desc>" + HEART.format(151),
        "<desc><![CDATA[<hr>99</hr>]]></desc>" + HEART.format(151),
        "<!-- <hr>99</hr> -->" + HEART.format(151),
        "<link href=''><type>x</type></link>" + HEART.format(151),
        HEART.format(151) + HEART.format(99),
        HEART.format(" 151 "),
        HEART.format("nan"),
        HEART.format("1e999"),
        HEART.format("1-2"),
        HEART.format(""),
        "<time>soon</time>",
        "<name>Evening Ride</name><type>cycling</type>",
    ],
)
def test_whatever_stands_in_a_point_is_read_alike(extra):
    found, _ = both_ways(read_gpx, gpx(RUN, extra=extra))
    assert len(found) == 1


def one(k, text="", when=None):
    when = stamp(START + timedelta(seconds=5 * k)) if when is None else when
    return f'<trkpt lat="{48 + k * 15 * METRE:.7f}" lon="11.0"><time>{when}</time>{text}</trkpt>'


def document(body):
    return f"<gpx><trk><type>running</type><trkseg>{body}</trkseg></trk></gpx>".encode()


PLAIN = "".join(map(one, range(60)))  # at 3 m/s
LATER = "".join(one(k) for k in range(70, 90))


@pytest.mark.parametrize(
    "body",
    [
        PLAIN + f"<!-- {LATER} -->",
        f"<!-- {PLAIN} -->" + LATER,
        PLAIN + f"<extensions><![CDATA[{LATER}]]></extensions>",
        PLAIN + "</trkseg><trkseg>" + LATER,
        PLAIN + "</trkseg></trk></gpx>" + LATER,
        PLAIN + "<trk></trkseg>" + LATER,
        PLAIN + LATER[:-9],
        PLAIN + "&nothing;" + LATER,
        PLAIN + f"<?{MARK} 0?>" + LATER,
        PLAIN + "<trkpt/>" + LATER,
        *(
            "".join(one(k, f"<desc>{text if k == 40 else 'flat'}</desc>") for k in range(60))
            for text in ("&nothing;", "]]>", "\x01", "\x0b", "über", "<b/>", ">", "")
        ),
        PLAIN + '<trkpt lat="x" lon="11">' + LATER,
        PLAIN + one(62, when="2024-13-01T06:00:00Z") + one(63, when="2024-02-30T06:00:00Z") + LATER,
        "".join(one(k, HEART.format(150) if k % 2 else "") for k in range(60)),
        "".join(one(k, f"<ele>{k}</ele>" * (k % 3 > 0) + "<x/>" * (k % 5)) for k in range(60)),
        "".join(one(k, f"<x:k{k}/>") for k in range(300)),
        "".join(
            one(k, when=stamp(START + timedelta(seconds=5 * k)).replace("Z", ".250Z")) for k in range(60)
        ),
        "".join(one(k, when=stamp(START + timedelta(seconds=5 * k))[:-1] + "+02:00") for k in range(60)),
        "".join(one(k, when=stamp(START + timedelta(seconds=5 * k))[:-1] + "-02:00") for k in range(60)),
        "".join(
            one(k, when=f"2024-05-01T0{6 + k // 30}:{k // 12:02}:{k % 12 * 5:02}+0{1 + k // 30}:00")
            for k in range(60)
        ),
        "".join(one(k, when=stamp(START + timedelta(seconds=5 * k))[: -1 - k % 2]) for k in range(60)),
        PLAIN.replace("></trkpt>", ">\n\t </trkpt>\r\n"),
    ],
)
def test_whatever_stands_between_points_is_read_alike(body):
    both_ways(read_gpx, document(body))


def test_points_outside_of_a_track_and_courses_are_read_alike():
    both_ways(read_gpx, f"<gpx>{PLAIN}<trk><trkseg>{LATER}</trkseg></trk></gpx>".encode())
    data = tcx(tcx_activity(RUN)).replace(b"<Activities>", b"<Courses>").replace(b"<Activity ", b"<Course ")
    both_ways(read_tcx, data.replace(b"</Activit", b"</Cours"))


@pytest.mark.parametrize("cadence", [None, 85])
@pytest.mark.parametrize("laps", [1, 7])
def test_laps_are_read_alike(cadence, laps):
    (found, taken) = both_ways(read_tcx, tcx(tcx_activity(RUN, timer=1750, cadence=cadence, laps=laps)))
    assert taken
    assert found[0].heart_rate_bpm == 150


def test_steps_counted_by_the_watch_are_read_alike():
    data = tcx(tcx_activity(RUN, cadence=85)).replace(b"RunCadence", b"Cadence")
    first, other = b"<RunCadence>84</RunCadence>", b"<Cadence>85</Cadence>"
    (found, taken) = both_ways(read_tcx, data.replace(other, first, 50))
    assert taken
    assert found[0].cadence_spm == pytest.approx(169.7, abs=0.1)


def test_long_runs_of_points_come_in_parts(monkeypatch):
    monkeypatch.setattr(peeling, "_RUN", 50)
    data = gpx(RUN)
    assert [run.count for run in peel(data, _Gpx.points)[1]] == [50] * 7 + [10]
    both_ways(read_gpx, data)


def test_a_document_of_ever_new_shapes_is_given_up_soon(monkeypatch):
    tried = []
    monkeypatch.setattr(peeling, "shape_at", lambda *_: tried.append(1))
    assert peel(document(PLAIN * 20), _Gpx.points) is None
    assert len(tried) < 100


scraps = st.sampled_from(
    [
        *(one(k) for k in range(3)),
        one(3, HEART.format(140)),
        one(4, "<ele>5</ele>"),
        PLAIN,
        LATER,
        "<trkseg>",
        "</trkseg>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<trkpt ",
        "</trkpt>",
        "<?x?>",
        "&",
        "\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(scraps, max_size=12))
def test_any_heap_of_scraps_is_read_alike(heap):
    both_ways(read_gpx, document("".join(heap)))
