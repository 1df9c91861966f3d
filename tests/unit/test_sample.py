"""The sample runner: plausible, the same every time, and never later than the moment."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from backstride.knowledge.loader import load
from backstride.profile import missing, scenario_of
from backstride.runs.history import history
from backstride.sample import sample_facts, sample_year

MOMENTS = [
    datetime(2026, 11, 20, 7, tzinfo=timezone(timedelta(hours=8))),
    datetime(2024, 2, 29, 23, 59, tzinfo=UTC),
    datetime(2027, 1, 4, 0, 0, tzinfo=timezone(timedelta(hours=-11))),
]


@pytest.mark.parametrize("now", MOMENTS)
def test_a_year_of_runs_is_plausible_and_repeats(now: datetime) -> None:
    runs = sample_year(now)
    assert runs == sample_year(now)
    assert 170 <= len(runs) <= 190
    assert all(now - timedelta(weeks=52) <= run.start <= now for run in runs)
    assert all(3000 < (run.distance_m or 0) < 20_000 for run in runs)
    assert all(270 < 1000 * run.duration_s / (run.distance_m or 1) < 420 for run in runs)
    assert all(155 < (run.cadence_spm or 0) < 180 and 130 < (run.heart_rate_bpm or 0) < 170 for run in runs)
    assert [run.surface for run in runs].count("treadmill") == 1
    assert len({run.source for run in runs}) == len(runs)


@pytest.mark.parametrize("now", MOMENTS)
def test_one_fortnight_is_missed(now: datetime) -> None:
    gaps = [later.start - earlier.start for earlier, later in pairwise(sample_year(now))]
    assert sum(gap > timedelta(days=14) for gap in gaps) == 1
    assert sorted(gaps)[-2] < timedelta(days=5)


@pytest.mark.parametrize("now", MOMENTS)
def test_the_facts_make_a_scenario_with_every_answer(now: datetime) -> None:
    library = load()
    facts = sample_facts(now, library.questions)
    assert missing(facts, now) == ()
    scenario = scenario_of(facts, now)
    assert set(scenario.screening.answers) == set(library.questions)
    assert set(scenario.screening.answers.values()) == {"no"}
    assert len(scenario.pain) == 7
    assert len(history(sample_year(now), now).runs) == len(sample_year(now))
