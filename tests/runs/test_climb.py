"""Metres up and down: the watch's own, or from heights, where small swings are noise."""

import math

import numpy as np
import pytest

from backstride.runs.read.climb import climb_of
from backstride.runs.read.fit import read_fit
from backstride.runs.read.gpx import read_gpx
from backstride.runs.read.points import Points
from backstride.runs.read.tcx import read_tcx
from runs.samples_of_runs import fit, fit_records, fit_session, gpx, tcx, tcx_activity, track

HILLS = [200 + 50 * math.sin(2 * math.pi * t / 1200) for t in range(3601)]  # three of 100 m from foot to top


def segment(heights, step=1.0):
    t = np.arange(len(heights)) * step
    nothing = np.full(len(heights), np.nan)
    return Points(t, nothing, nothing, nothing, np.array(heights, dtype=float))


def test_hills_are_summed_up_and_down():
    up, down = climb_of([segment(HILLS)])
    assert up == pytest.approx(300, abs=3)
    assert down == pytest.approx(300, abs=3)


def test_noise_on_a_flat_way_is_no_climb():
    assert climb_of([segment([200 + 1.4 * (-1) ** k for k in range(3600)])]) == (0, 0)
    assert climb_of([segment([200 + 1.4 * math.sin(t / 40) for t in range(3600)])]) == (0, 0)


def test_noise_on_a_hill_changes_little():
    up, down = climb_of([segment([h + 1.2 * math.sin(2.3 * t) for t, h in enumerate(HILLS)])])
    assert up == pytest.approx(300, abs=6)
    assert down == pytest.approx(300, abs=6)


def test_a_way_down_only_has_no_ascent():
    assert climb_of([segment(np.linspace(900, 300, 3000))]) == (0, pytest.approx(600, abs=5))


def test_pauses_and_missing_heights_are_bridged():
    heights = np.array(HILLS)
    heights[500:560] = np.nan
    up, _ = climb_of([segment(heights[:1700]), segment(heights[1700:])])
    assert up == pytest.approx(300, abs=8)


def test_without_heights_nothing_is_said():
    assert climb_of([]) == (None, None)
    assert climb_of([segment([math.nan] * 50)]) == (None, None)
    assert climb_of([segment([300.0])]) == (None, None)


@pytest.mark.parametrize("read", ["gpx", "tcx", "fit"])
def test_each_format_tells_its_heights(read):
    points = track(3600, 3.0, step=5)
    rising = [200 + k / 3 for k in range(len(points))]  # 240 m in an hour
    if read == "fit":
        rows = [r | {"enhanced_altitude": h} for r, h in zip(fit_records(points), rising, strict=True)]
        (run,) = read_fit(fit(*rows, fit_session(points)), "a.fit")
    else:
        tag, point = ("ele", "trkpt") if read == "gpx" else ("AltitudeMeters", "Trackpoint")
        data = gpx(points) if read == "gpx" else tcx(tcx_activity(points, timer=3600))
        pieces = data.split(f"</{point}>".encode())
        marked = [p + f"<{tag}>{h}</{tag}></{point}>".encode() for p, h in zip(pieces, rising, strict=False)]
        (run,) = (read_gpx if read == "gpx" else read_tcx)(b"".join([*marked, pieces[-1]]), "a")
    assert run.ascent_m == pytest.approx(240, abs=5)
    assert run.descent_m == 0


def test_what_the_watch_says_goes_before_the_heights():
    points = track(600)
    rows = [r | {"enhanced_altitude": 300.0} for r in fit_records(points)]
    (run,) = read_fit(fit(*rows, fit_session(points, total_ascent=41, total_descent=57)), "a.fit")
    assert (run.ascent_m, run.descent_m) == (41, 57)
    (run,) = read_fit(fit(*rows, fit_session(points, total_descent=57)), "a.fit")
    assert (run.ascent_m, run.descent_m) == (0, 57)
