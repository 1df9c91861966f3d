"""Motion from columns: the same as from a walk along the points, one after another."""

import math
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstride.runs.read.blocks import Blocks, blocks_of
from backstride.runs.read.clock import mend_clock
from backstride.runs.read.motion import measure, measure_on_foot
from backstride.runs.read.points import Points
from runs.samples_of_runs import METRE


class At(NamedTuple):
    t: float
    lat: float
    metres: float


def columns(points):
    rows = np.array(points, dtype=float).reshape(-1, 3)
    nothing = np.full(len(rows), math.nan)
    return Points(rows[:, 0], rows[:, 1], np.zeros(len(rows)), rows[:, 2], nothing)


def slow_blocks(points, *, by_metres):
    """Begin, seconds, metres and metres on foot of the blocks in motion, by walking along."""

    def between(a, b):
        return max(0.0, b.metres - a.metres) if by_metres else abs(b.lat - a.lat) / METRE

    found = []

    def close(first, last, metres, on_foot):
        net = metres if by_metres else between(first, last)
        if last.t > first.t and net > 0.5 * (last.t - first.t):
            found.append((first.t, last.t - first.t, metres, on_foot))

    first = points[0]
    metres = on_foot = 0.0
    for before, here in pairwise(points):
        if here.t - before.t > 300:
            close(first, before, metres, on_foot)
            first, metres, on_foot = here, 0.0, 0.0
            continue
        leg = between(before, here)
        metres += leg
        on_foot += leg if leg <= 12 * max(here.t - before.t, 1.0) else 0.0
        if here.t - first.t >= 5:
            close(first, here, metres, on_foot)
            first, metres, on_foot = here, 0.0, 0.0
    close(first, points[-1], metres, on_foot)
    return found


steps = st.tuples(
    st.sampled_from([0, 1, 1, 1, 2, 5, 6, 20, 300, 301, 900]),
    st.sampled_from([0.0, 0.3, 2.0, 3.1, 9.0, 20.0]),
)
walks = st.lists(steps, min_size=1, max_size=60).map(
    lambda legs: [
        At(float(sum(s for s, _ in legs[:k])), sum(s * v for s, v in legs[:k]), 0.0)
        for k in range(len(legs) + 1)
    ]
)


@given(walks, st.booleans())
def test_blocks_are_those_of_a_walk_along_the_points(walk, by_metres):
    points = [At(p.t, p.lat * METRE, p.lat if by_metres else math.nan) for p in walk]
    found = blocks_of([columns(points)])
    rows = list(zip(found.t, found.seconds, found.metres, found.on_foot, strict=True))
    slow = slow_blocks(points, by_metres=by_metres)
    assert len(rows) == len(slow)
    for ours, theirs in zip(rows, slow, strict=True):
        assert ours == pytest.approx(theirs, abs=0.01)


def slow_rides(blocks):
    """Metres of the minutes that were ridden, by walking along."""
    ridden, minute = 0.0, []

    def close():
        seconds, metres = sum(b[1] for b in minute), sum(b[2] for b in minute)
        return metres if seconds >= 30 and metres > 8 * seconds else 0.0

    for block in blocks:
        if minute and block[0] - (minute[-1][0] + minute[-1][1]) > 300:
            ridden, minute = ridden + close(), []
        minute.append(block)
        if block[0] + block[1] - minute[0][0] >= 60:
            ridden, minute = ridden + close(), []
    return ridden + close()


@given(
    st.lists(
        st.tuples(st.sampled_from([0, 0, 0, 30, 301]), st.sampled_from([3.0, 3.0, 9.0, 14.0])), max_size=60
    )
)
def test_rides_are_those_of_a_walk_along_the_blocks(parts):
    rows, t = [], 0.0
    for pause, speed in parts:
        t += pause
        rows.append((t, 6.0, 6.0 * speed, 6.0 * speed))
        t += 6.0
    blocks = Blocks(*np.array(rows, dtype=float).reshape(-1, 4).T)
    whole, on_foot = measure(blocks), measure_on_foot(blocks, whole_s := sum(row[1] for row in rows))
    assert whole.moving_s == whole_s
    assert whole.metres - on_foot.metres == pytest.approx(slow_rides(rows))


def test_a_drive_in_a_gap_is_no_distance():
    walk = [At(float(t), 3.0 * t * METRE, math.nan) for t in range(600)]
    later = [At(t + 400.0, (3.0 * t + 9000) * METRE, math.nan) for t in range(600, 1200)]
    assert measure(blocks_of([columns(walk + later)])).metres == pytest.approx(3 * 1198, abs=5)
    counted = [p._replace(metres=p.lat / METRE) for p in walk + later]
    assert measure(blocks_of([columns(counted)])).metres == pytest.approx(3 * 1198, abs=5)


@given(st.lists(st.integers(-59, 400), min_size=1, max_size=40), st.integers(1, 39))
def test_a_clock_with_late_points_never_runs_back_and_needs_no_note(legs, cut):
    t = np.cumsum([1_700_000_000.0, *legs])
    so_far = np.maximum.accumulate(t)
    late = bool(np.any(t[1:] - so_far[:-1] < -60))
    nothing = np.full(len(t), math.nan)
    whole = Points(t, nothing, nothing, nothing, nothing)
    parts = [p for p in (whole.where(slice(None, cut)), whole.where(slice(cut, None))) if len(p)]
    mended, notes = mend_clock(parts)
    clock = np.concatenate([part.t for part in mended])
    assert np.all(np.diff(clock) >= 0)
    assert [len(part) for part in mended] == [len(part) for part in parts]
    assert bool(notes) == late
    if not late:
        assert np.array_equal(clock, so_far)
