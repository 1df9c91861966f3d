"""No fact that speaks for more care ever leads to less of it."""

from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from backstride.knowledge import load
from backstride.scenario import Scenario
from generative.strategies import scenarios
from generative.summary import WORSE, findings_of, height

questions = st.sampled_from(tuple(load().questions))
stopping = st.sampled_from([q.id for q in load().questions.values() if q.tier != "soon"])


def answered(scenario: Scenario, question: str, answer: str | None) -> Scenario:
    """The scenario with another answer to one question; `None` leaves it out."""
    dump = scenario.model_dump()
    answers = dump["screening"]["answers"] | {question: answer}
    if answer is None:
        del answers[question]
    return Scenario.model_validate(dump | {"screening": dump["screening"] | {"answers": answers}})


@given(scenarios(last=1), questions)
def test_a_yes_never_lowers_the_tier(scenario: Scenario, question: str) -> None:
    assume(scenario.screening.at is not None)
    more, less = (
        findings_of(answered(scenario, question, "yes")),
        findings_of(answered(scenario, question, "no")),
    )
    assert height(more.triage.tier) >= height(less.triage.tier)
    assert not (less.status == "stopped" and more.status != "stopped")


@given(scenarios(last=1), stopping)
def test_unsure_counts_as_yes_where_a_yes_stops(scenario: Scenario, question: str) -> None:
    assume(scenario.screening.at is not None)
    yes, unsure = (findings_of(answered(scenario, question, answer)) for answer in ("yes", "unsure"))
    assert yes.screened == unsure.screened


@given(scenarios(calm=True), questions)
def test_without_every_answer_there_is_no_week(scenario: Scenario, question: str) -> None:
    found = findings_of(answered(scenario, question, None))
    assert found.status != "planned"
    assert found.status == "stopped" or question in found.triage.ask


@given(scenarios(), questions)
def test_a_clearance_never_raises_the_tier(scenario: Scenario, question: str) -> None:
    # Answers of a moment that is still to come cannot have been assessed yet.
    assume(scenario.screening.at is None or scenario.screening.at <= scenario.now)
    dump = scenario.model_dump()
    cleared = {"ids": [question], "at": scenario.now, "by": "clinician"}
    dump["screening"]["cleared"] = [*dump["screening"]["cleared"], cleared]
    more = findings_of(Scenario.model_validate(dump))
    assert height(more.triage.tier) <= height(findings_of(scenario).triage.tier)
    assert question not in {reason.id for reason in more.triage.reasons} or question == "C1"


@given(scenarios(), st.integers(0, 15))
def test_a_younger_runner_is_never_told_less(scenario: Scenario, years: int) -> None:
    born = min(scenario.runner.birth_year + years, scenario.now.year)
    younger = scenario.model_copy(update={"runner": scenario.runner.model_copy(update={"birth_year": born})})
    older, younger_found = findings_of(scenario), findings_of(younger)
    assert height(younger_found.triage.tier) >= height(older.triage.tier)
    assert not (older.status == "stopped" and younger_found.status != "stopped")


@given(scenarios(), st.data())
def test_more_pain_in_a_session_never_makes_its_day_better(scenario: Scenario, data: st.DataObject) -> None:
    assume(scenario.sessions)
    n = data.draw(st.integers(0, len(scenario.sessions) - 1))
    before = scenario.sessions[n]
    assume(before.pain_during is not None)
    worse = before.model_copy(update={"pain_during": data.draw(st.floats(before.pain_during or 0, 10))})
    sessions = (*scenario.sessions[:n], worse, *scenario.sessions[n + 1 :])
    found, other = findings_of(scenario), findings_of(scenario.model_copy(update={"sessions": sessions}))
    day = found.known.day_of(before.at)
    assert WORSE[other.lights.of(day)] >= WORSE[found.lights.of(day)]
    assert set(other.lights.reds) >= set(found.lights.reds)


@given(scenarios(calm=True), st.data())
def test_a_morning_that_was_not_scored_never_makes_the_day_before_it_green(
    scenario: Scenario, data: st.DataObject
) -> None:
    found = findings_of(scenario)
    active = sorted({*found.known.sessions_by_day, *found.known.runs_by_day})
    assume(active)
    day = data.draw(st.sampled_from(active))
    after = day + timedelta(days=1)
    pain = tuple(p.model_copy(update={"morning": None}) if p.day == after else p for p in scenario.pain)
    assert findings_of(scenario.model_copy(update={"pain": pain})).lights.of(day) != "green"


@given(scenarios(calm=True))
def test_red_days_bring_two_days_of_light_work(scenario: Scenario) -> None:
    found = findings_of(scenario)
    ahead = {day for day in found.known.week if any(0 <= (day - r).days <= 2 for r in found.lights.reds)}
    assert found.lights.low_load == ahead
    assert all(found.known.days_ago(red) >= 0 for red in found.lights.reds)
