"""The record that counts takes over what it lacks, from a record that can know it, and says so."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstride.runs.activity import Activity, Duplicate
from backstride.runs.merge import groups, merge

FIT = Activity(
    start=datetime(2024, 5, 1, 6, tzinfo=UTC),
    zone_known=False,
    duration_s=1800,
    elapsed_s=1800,
    distance_m=5400,
    cadence_spm=None,
    heart_rate_bpm=None,
    sport="running",
    sport_guessed=False,
    surface=None,
    source="a.fit",
)
TCX = replace(
    FIT,
    source="a.tcx",
    distance_m=5380,
    cadence_spm=168,
    heart_rate_bpm=150,
    surface="trail",
    shoe="Blue",
    ascent_m=40,
    descent_m=38,
)


def test_what_is_lacking_is_taken_over_and_named():
    ((run,), dropped) = merge([TCX, FIT])
    assert (run.source, run.distance_m) == ("a.fit", 5400)
    assert (run.cadence_spm, run.heart_rate_bpm, run.ascent_m, run.descent_m) == (168, 150, 40, 38)
    assert (run.surface, run.shoe) == ("trail", "Blue")
    assert run.notes == (
        "steps a minute, heart rate, ascent, descent, surface, shoe: by another record of it",
    )
    assert dropped == (Duplicate("a.fit", "a.tcx"),)
    assert groups([FIT, TCX])[0][0].records == (FIT, TCX)


def test_what_is_known_is_not_overruled_not_even_a_flat_way():
    full = replace(
        FIT, cadence_spm=170, heart_rate_bpm=140, surface="road", shoe="Red", ascent_m=0, descent_m=0
    )
    assert merge([full, TCX])[0] == (full,)


def test_the_better_of_two_others_is_asked_first():
    gpx = replace(TCX, source="a.gpx", shoe="Green", cadence_spm=160)
    assert merge([gpx, FIT, TCX])[0][0].shoe == "Blue"


@pytest.mark.parametrize("nothing", [None, 0.0])
def test_a_treadmill_learns_its_distance_from_who_measured_it(nothing):
    mill = replace(FIT, surface="treadmill", distance_m=nothing)
    assert merge([mill, replace(TCX, surface=None)])[0][0].distance_m == 5380
    by_positions = replace(TCX, source="b.gpx.gz", surface=None)
    assert merge([mill, by_positions])[0][0].distance_m == nothing


def test_sums_of_a_shorter_record_are_not_those_of_the_whole():
    bare = replace(FIT, distance_m=None)
    short = replace(TCX, duration_s=1500, elapsed_s=1500)
    run = merge([bare, short])[0][0]
    assert (run.distance_m, run.ascent_m, run.descent_m) == (None, None, None)
    assert (run.cadence_spm, run.shoe) == (168, "Blue")


def test_of_a_part_only_names_are_believed():
    part = replace(
        TCX, start=TCX.start + timedelta(minutes=5), duration_s=600, elapsed_s=600, distance_m=1800
    )
    run = merge([FIT, part])[0][0]
    assert (run.shoe, run.surface, run.cadence_spm, run.ascent_m) == ("Blue", "trail", None, None)
    assert run.notes == ("surface, shoe: by another record of it",)


records = st.lists(
    st.builds(
        replace,
        st.sampled_from([FIT, TCX]),
        start=st.integers(0, 12).map(lambda k: FIT.start + timedelta(seconds=k * 100)),
        duration_s=st.sampled_from([600.0, 1700.0, 1800.0]),
        distance_m=st.sampled_from([None, 5000.0, 5400.0]),
        shoe=st.sampled_from([None, "Blue", "Red"]),
        surface=st.sampled_from([None, "treadmill"]),
        source=st.sampled_from(["a.fit", "b.tcx", "c.gpx", "d.zip!e.fit"]),
    ),
    max_size=7,
)


@settings(max_examples=100, deadline=None)
@given(records, st.randoms(use_true_random=False))
def test_what_is_taken_over_depends_on_no_order_and_no_record_is_lost(found, random):
    runs, dropped = groups(found)
    shuffled = list(found)
    random.shuffle(shuffled)
    again, again_dropped = groups(shuffled)
    assert ([g.counts for g in again], again_dropped) == ([g.counts for g in runs], dropped)
    assert sorted(map(repr, (r for g in runs for r in g.records))) == sorted(map(repr, found))
    for group in runs:
        assert group.counts.source == group.records[0].source
        assert group.counts.shoe is not None or all(r.shoe is None for r in group.records)
    assert merge([g.counts for g in runs]) == (tuple(g.counts for g in runs), ())
