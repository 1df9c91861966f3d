"""Levels rise one at a time, on green only, and never in a week that asks for less."""

from hypothesis import given
from hypothesis import strategies as st

from backstride.scenario import Scenario
from generative.strategies import scenarios
from generative.summary import findings_of

LOW = 1


@given(scenarios(calm=True))
def test_no_level_rises_by_more_than_one_above_the_last_logged(scenario: Scenario) -> None:
    found = findings_of(scenario)
    for exercise, prescription in found.prescriptions.items():
        rows = found.log.get(exercise, ())
        if not rows:
            assert prescription.usual.change == "new"
            assert prescription.up is None
            assert prescription.usual.level <= found.start_level
            continue
        assert prescription.usual.level <= rows[-1].level
        if prescription.up is not None:
            assert prescription.up.level == rows[-1].level + 1


@given(scenarios(calm=True))
def test_a_step_up_rests_on_two_green_days_at_one_level(scenario: Scenario) -> None:
    found = findings_of(scenario)
    for exercise, prescription in found.prescriptions.items():
        if prescription.up is not None:
            last = found.log[exercise][-2:]
            assert [found.lights.of(row.day) for row in last] == ["green", "green"]
            assert len({row.level for row in last}) == 1
            assert all(row.full and row.effort is not None and row.effort <= 6 for row in last)
            assert found.known.days_ago(last[-1].day) < 7


@given(scenarios(calm=True))
def test_nothing_goes_up_in_a_week_that_asks_for_less(scenario: Scenario) -> None:
    found = findings_of(scenario)
    less = found.phase.deload or found.lights.paused or found.triage.tier != "self_care"
    if less or found.lights.low_load:
        assert not any(prescription.up for prescription in found.prescriptions.values())


@given(scenarios(calm=True))
def test_a_light_week_stays_at_levels_nought_and_one(scenario: Scenario) -> None:
    found = findings_of(scenario)
    if found.phase.low_load_week:
        assert max(prescription.usual.level for prescription in found.prescriptions.values()) <= LOW


@given(scenarios(calm=True))
def test_hard_sets_grow_by_a_fifth_or_one_set_over_the_best_of_four_weeks(scenario: Scenario) -> None:
    found = findings_of(scenario)
    most = found.phase.hard_sets
    weeks = [0, 0, 0, 0]
    for session in found.known.sessions:
        ago = found.known.days_ago(found.known.day_of(session.at))
        if 0 < ago <= 28:
            weeks[(ago - 1) // 7] += sum(
                len(item.done)
                for item in session.items
                if found.library.exercises[item.exercise].quality in ("strength", "activation")
            )
    last = weeks[0]
    if last:
        assert most is not None
        # A fifth week was meant to be less: the week before it may be what grows.
        best = max(weeks)
        assert most <= max(1.2 * best, best + 1)
    if found.phase.deload:
        assert most is not None
        assert most <= 0.6 * last + 1e-9


@given(scenarios(calm=True), st.sampled_from(["new", "regular"]))
def test_less_experience_never_starts_higher(scenario: Scenario, experience: str) -> None:
    runner = scenario.runner.model_copy(update={"experience": experience})
    seasoned = scenario.runner.model_copy(update={"experience": "experienced"})
    less, more = (
        findings_of(scenario.model_copy(update={"runner": found})).start_level for found in (runner, seasoned)
    )
    assert less <= more
