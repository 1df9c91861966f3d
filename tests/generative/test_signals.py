"""Signals hang on the runs alone: not on their order, nor on what lies before the days they look at."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backstride.decision import Signal
from backstride.knowledge import load
from backstride.runs.ran import Ran
from backstride.runs.signals_told import signals
from backstride.scenario import Run

LIBRARY = load()
RULES = LIBRARY.rules()
NOW = datetime.fromisoformat("2026-11-20T21:00:00+08:00")
FARTHEST = 98  # days: the recent days of cadence and the usual ones before them
SCALED = ("longest", "week", "shoe")
SIGNALS = ("since", "longest", "ratio", "week", "rise", "cadence", "downhill", "surfaces", "shoe", "clock")


@st.composite
def runs(draw: st.DrawFn, first: int = FARTHEST, last: int = 0) -> Run:
    """A run that started from `first` to `last` days ago, each measure known or not."""
    minutes = draw(st.integers(last * 1440, (first - 1) * 1440))
    return Run(
        start=NOW - timedelta(minutes=minutes),
        duration_s=draw(st.sampled_from([1800, 2700, 3600, 5400.5])),
        distance_m=draw(st.sampled_from([None, 0, 4000, 8000.1, 10_000, 10_400, 21_097.5])),
        cadence_spm=draw(st.sampled_from([None, 158, 164, 170, 176.3])),
        surface=draw(st.sampled_from([None, "road", "trail", "treadmill"])),
        shoe=draw(st.sampled_from([None, "blue", "red"])),
        descent_m=draw(st.sampled_from([None, 0, 40, 120.7, 300])),
    )


some_runs = st.lists(runs(), max_size=25)


def said(given_runs: list[Run]) -> tuple[Signal, ...]:
    return signals(Ran.among(given_runs, NOW), LIBRARY, RULES)


def bare(found: tuple[Signal, ...]) -> dict[tuple[str, str], Any]:
    """Value and note by key and, where there are several, name of the shoe."""
    return {(s.key, str(s.values.get("shoe", ""))): (s.value, s.note) for s in found}


@given(some_runs, st.randoms(use_true_random=False))
def test_the_order_of_the_runs_does_not_matter(given_runs: list[Run], chance: Any) -> None:
    shuffled = list(given_runs)
    chance.shuffle(shuffled)
    assert bare(said(shuffled)) == bare(said(given_runs))
    assert sorted(s.text for s in said(shuffled)) == sorted(s.text for s in said(given_runs))


@given(some_runs, st.lists(runs(first=400, last=FARTHEST), min_size=1, max_size=10))
def test_runs_before_the_days_looked_at_change_nothing(given_runs: list[Run], old: list[Run]) -> None:
    before, after = bare(said(given_runs)), bare(said(given_runs + old))
    if not given_runs:  # then the last run is one of the old
        after.pop(("since", ""))
    # What is known of shoes only grows.
    assert {k: v for k, v in after.items() if k[0] != "shoe"} == {
        k: v for k, v in before.items() if k[0] != "shoe"
    }
    for key, (value, _) in before.items():
        assert after[key][0] >= value if key[0] == "shoe" else key in after


@given(some_runs)
def test_twice_the_distance_in_twice_the_time_scales_what_has_a_length(given_runs: list[Run]) -> None:
    doubled = [
        run.model_copy(
            update={"distance_m": 2 * run.distance_m if run.distance_m else None}
            | {"duration_s": 2 * run.duration_s}
        )
        for run in given_runs
    ]
    once, twice = bare(said(given_runs)), bare(said(doubled))
    assert once.keys() == twice.keys()
    for key, (value, _) in once.items():
        factor = 2 if key[0] in SCALED else 1
        assert value is None or abs(twice[key][0] - factor * value) <= 0.11, key


@given(some_runs)
def test_a_signal_has_a_measure_behind_it(given_runs: list[Run]) -> None:
    found = {s.key for s in said(given_runs)}
    assert found <= set(SIGNALS)
    needs = {
        "cadence": lambda run: run.cadence_spm,
        "downhill": lambda run: run.descent_m is not None,
        "surfaces": lambda run: run.surface,
        "week": lambda run: run.distance_m,
        "shoe": lambda run: run.shoe,
        "since": lambda run: True,
    }
    for key, need in needs.items():
        assert key not in found or any(need(run) for run in given_runs), key


@given(some_runs)
def test_values_are_within_what_they_can_be(given_runs: list[Run]) -> None:
    for signal in said(given_runs):
        if signal.key == "surfaces":
            shares = sum(signal.values["shares"].values()) + signal.values["unknown"]
            assert abs(shares - 1) <= 0.001
        if signal.key == "clock" and signal.value is not None:
            assert 0 <= signal.value < 24
        if signal.unit in ("m", "s", "days"):
            assert signal.value is not None
            assert signal.value >= 0
        assert signal.value is not None or not signal.note
