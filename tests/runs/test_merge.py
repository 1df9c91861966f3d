"""Duplicates: found whatever the order, the better record kept, nothing lost that is not one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from backstride.runs.activity import Activity, Duplicate
from backstride.runs.merge import merge

BASE = Activity(
    start=datetime(2024, 5, 1, 6, tzinfo=UTC),
    zone_known=False,
    duration_s=1800,
    elapsed_s=1900,
    distance_m=5400,
    cadence_spm=None,
    heart_rate_bpm=None,
    sport="running",
    sport_guessed=False,
    surface=None,
    source="a.gpx",
)


def later(activity, **shift):
    return replace(activity, start=activity.start + timedelta(**shift))


def test_fit_beats_tcx_beats_gpx():
    fit, tcx = replace(BASE, source="a.fit.gz"), replace(later(BASE, seconds=20), source="a.tcx")
    unique, dropped = merge([BASE, tcx, fit])
    assert unique == (fit,)
    assert dropped == (Duplicate("a.fit.gz", "a.gpx"), Duplicate("a.fit.gz", "a.tcx"))


def test_of_one_format_the_fuller_record_wins():
    full = replace(BASE, source="z.gpx", cadence_spm=170, heart_rate_bpm=150)
    assert merge([BASE, full])[0] == (full,)


def test_a_few_per_cent_are_the_same_run_and_a_false_start_is_not():
    close = replace(later(BASE, seconds=90), source="b.gpx", distance_m=5500, duration_s=1850)
    assert len(merge([BASE, close])[0]) == 1
    false_start = replace(
        later(BASE, seconds=-100), source="b.gpx", distance_m=150, duration_s=60, elapsed_s=61
    )
    assert len(merge([BASE, false_start])[0]) == 2


def test_two_runs_of_a_day_are_two():
    assert len(merge([BASE, replace(later(BASE, hours=10), source="b.gpx")])[0]) == 2


def test_local_time_called_utc_is_recognised_by_the_zone_of_the_other_file():
    zone = timezone(timedelta(hours=2))
    fit = replace(BASE, start=BASE.start.astimezone(zone), zone_known=True, source="a.fit")
    assert merge([fit, replace(later(BASE, hours=2), source="b.gpx")])[0] == (fit,)
    assert len(merge([fit, replace(later(BASE, hours=3), source="b.gpx")])[0]) == 2


def test_a_part_recorded_by_a_dying_device_gives_way_to_the_whole():
    part = replace(later(BASE, minutes=1), source="a.fit", duration_s=500, elapsed_s=500, distance_m=1500)
    unique, dropped = merge([part, BASE])
    assert unique == (BASE,)
    assert dropped == (Duplicate("a.gpx", "a.fit"),)


def test_a_watch_left_on_all_day_does_not_swallow_the_evening_run():
    all_day = replace(BASE, elapsed_s=86_000)
    evening = replace(later(BASE, hours=11), source="b.gpx", elapsed_s=1800)
    assert len(merge([all_day, evening])[0]) == 2


activities = st.lists(
    st.builds(
        replace,
        st.just(BASE),
        start=st.integers(0, 40).map(lambda k: BASE.start + timedelta(seconds=k * 200)),
        duration_s=st.sampled_from([600.0, 1750.0, 1800.0]),
        elapsed_s=st.sampled_from([1800.0, 1900.0, 30_000.0]),
        distance_m=st.sampled_from([None, 5200.0, 5400.0]),
        zone_known=st.booleans(),
        source=st.sampled_from(["a.fit", "b.tcx", "c.gpx", "d.zip!e.fit"]),
    ),
    max_size=7,
)


@settings(max_examples=60, deadline=None)
@given(activities, st.randoms(use_true_random=False))
def test_merging_knows_no_order_and_merging_again_changes_nothing(found, random):
    unique, dropped = merge(found)
    assert len(unique) + len(dropped) == len(found)
    shuffled = list(found)
    random.shuffle(shuffled)
    assert merge(shuffled) == (unique, dropped)
    assert merge(unique) == (unique, ())
