"""One run in FIT, GPX and TCX is one run, and each tells nearly the same of it."""

from datetime import timedelta
from itertools import permutations

import pytest

from backstride.runs.read.any import read_file
from backstride.runs.read.collect import import_paths
from backstride.runs.store.store import Store
from backstride.runs.store.take import take_in
from runs.samples_of_runs import START, fit, fit_records, fit_session, gpx, tcx, tcx_activity, track
from runs.storing import content, write


def even(_):
    return track(1800, 3.0, step=1)


def uneven(_):
    """Faster and slower by turns, as intervals are."""
    points, metres = [], 0.0
    for second in range(1801):
        points.append(track(0, 0.0, start=START + timedelta(seconds=second), metres=metres)[0])
        metres += 4.5 if second % 300 < 120 else 2.5
    return points


def paused(_):
    """The watch stopped for four minutes; a GPX file can only tell it by the gap."""
    first = track(900, 3.0, step=1)
    return first + track(900, 3.0, step=1, start=first[-1][0] + timedelta(seconds=240), metres=2700)


@pytest.fixture(params=[even, uneven, paused])
def formats(request):
    points = request.param(None)
    timer = len(points) - 1 - (request.param is paused)
    metres = (points[-1][1] - points[0][1]) * 111_195.08
    session = fit_session(points, timer=timer, metres=metres, avg_cadence=85)
    return {
        "a.fit": fit(*fit_records(points), session),
        "a.gpx": gpx(points),
        "a.tcx": tcx(tcx_activity(points, timer=timer, metres=metres)),
    }


def test_each_format_tells_nearly_the_same(formats):
    """Start to the second, distance within 1 in 100, duration within 2 s."""
    known, *others = (read_file(data, name)[0] for name, data in formats.items())
    for other in others:
        assert other.start == known.start
        assert other.distance_m == pytest.approx(known.distance_m, rel=0.01)
        assert other.duration_s == pytest.approx(known.duration_s, abs=2)


def test_together_they_are_one_run_by_the_best_record(tmp_path, formats):
    write(tmp_path, formats)
    found = import_paths([tmp_path])
    assert [run.source for run in found.activities] == ["a.fit"]
    assert {d.dropped for d in found.duplicates} == {"a.gpx", "a.tcx"}


def test_one_after_another_in_any_order_they_are_one_run(tmp_path, formats):
    paths = write(tmp_path, formats)
    ends = []
    for number, order in enumerate(permutations(paths)):
        store = Store(tmp_path / f"{number}.store", create=True)
        for path in (*order, *order):
            taken = take_in(store, [path], workers=1)
            assert len(taken.runs.activities) == 1
        ends.append((taken.runs, content(store.path)))
    assert all(end == ends[0] for end in ends)
    assert ends[0][0].activities[0].source == "a.fit"
