"""A longer run is never advised more lightly, and what is advised holds together."""

from hypothesis import given
from hypothesis import strategies as st

from backstride.runs.advice import BANDS
from backstride.scenario import Planned, Scenario
from generative.strategies import scenarios
from generative.summary import findings_of


def planned(scenario: Scenario, metres: float) -> Scenario:
    """The scenario with one run of so many metres planned tomorrow."""
    tomorrow = findings_of(scenario).known.week[1]
    return scenario.model_copy(update={"calendar": (Planned(day=tomorrow, kind="easy", distance_m=metres),)})


@given(scenarios(calm=True), st.integers(1, 60_000), st.integers(0, 60_000))
def test_a_longer_run_never_gets_a_lower_band(scenario: Scenario, metres: int, more: int) -> None:
    short, long = (findings_of(planned(scenario, m)).advice[0] for m in (metres, metres + more))
    if short.band in BANDS:
        assert BANDS.index(long.band) >= BANDS.index(short.band)
        assert long.confirm or not short.confirm
        assert long.ratio is not None
        assert short.ratio is not None
        assert long.ratio >= short.ratio
    else:
        assert long.band == short.band


@given(scenarios(calm=True))
def test_what_is_offered_is_shorter_than_what_is_planned(scenario: Scenario) -> None:
    found = findings_of(scenario)
    for line in found.advice:
        for offer, size in ((line.offer_m, "distance_m"), (line.offer_s, "duration_s")):
            if offer is not None:
                runs = [getattr(run, size) for run in found.calendar.runs(line.day)]
                assert any(amount is not None and offer < amount for amount in runs)


@given(scenarios(calm=True))
def test_every_planned_run_of_the_week_has_one_line(scenario: Scenario) -> None:
    found = findings_of(scenario)
    lines = [line.day for line in found.advice if line.band not in ("note", "flag")]
    done = len(
        found.known.runs_by_day.get(found.known.today, [])
    )  # what was run today is not advised on again
    planned = {day: len(found.calendar.runs(day)) for day in found.known.week}
    planned[found.known.today] = max(0, planned[found.known.today] - done)
    assert lines == [day for day, runs in planned.items() for _ in range(runs)]


@given(scenarios(calm=True))
def test_light_days_are_walked_and_nothing_names_the_workload_ratio(scenario: Scenario) -> None:
    found = findings_of(scenario)
    for line in found.advice:
        if line.band not in ("note", "flag", "no_impact"):
            assert (line.band == "walk") == (line.day in found.lights.low_load)
        assert "acute" not in line.advice.lower()
        assert "chronic" not in line.advice.lower()
