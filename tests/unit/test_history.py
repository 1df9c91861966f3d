"""Activities as the runs of a scenario."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from backstride.runs.activity import Activity
from backstride.runs.history import history

NOW = datetime(2026, 11, 20, 7, tzinfo=timezone(timedelta(hours=8)))
RUN = Activity(
    start=datetime(2026, 11, 19, 22, 30, tzinfo=UTC),
    zone_known=False,
    duration_s=2520.04,
    elapsed_s=2600,
    distance_m=7000.04,
    cadence_spm=168.0,
    heart_rate_bpm=140.0,
    sport="running",
    sport_guessed=False,
    surface="road",
    source="a.fit",
)


def test_a_run_is_told_in_the_offset_of_now() -> None:
    (run,) = history([RUN], NOW).runs
    assert run.start.isoformat() == "2026-11-20T06:30:00+08:00"
    assert (run.duration_s, run.distance_m, run.cadence_spm, run.surface) == (2520.0, 7000.0, 168.0, "road")


def test_what_was_not_measured_is_unknown() -> None:
    (run,) = history([replace(RUN, distance_m=0.0, cadence_spm=0.0, surface=None)], NOW).runs
    assert (run.distance_m, run.cadence_spm, run.surface) == (None, None, None)
    (fast,) = history([replace(RUN, cadence_spm=401.0)], NOW).runs
    assert fast.cadence_spm is None


def test_heights_go_with_the_run_and_a_flat_way_is_known() -> None:
    (run,) = history([replace(RUN, ascent_m=120.04, descent_m=0.0)], NOW).runs
    assert (run.ascent_m, run.descent_m) == (120.0, 0.0)
    (unknown,) = history([RUN], NOW).runs
    assert (unknown.ascent_m, unknown.descent_m) == (None, None)
    (broken,) = history([replace(RUN, ascent_m=50_000.1, descent_m=50_000.0)], NOW).runs
    assert (broken.ascent_m, broken.descent_m) == (None, 50_000.0)


def test_later_runs_are_counted_and_not_used_and_the_order_is_that_of_time() -> None:
    later = replace(RUN, start=NOW + timedelta(seconds=1))
    earlier = replace(RUN, start=RUN.start - timedelta(days=1))
    found = history([later, RUN, earlier], NOW)
    assert found.later == 1
    assert [run.start for run in found.runs] == [earlier.start, RUN.start]
    assert history([replace(RUN, start=NOW)], NOW).later == 0


def test_the_shoe_goes_with_the_run_and_a_blank_one_is_unknown() -> None:
    shoes = [
        run.shoe for shoe in ("blue", " ", "x" * 99) for run in history([replace(RUN, shoe=shoe)], NOW).runs
    ]
    assert shoes == ["blue", None, "x" * 64]
