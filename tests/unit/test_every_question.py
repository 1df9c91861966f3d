"""Each screening question by itself does what its tier says."""

import pytest

from backstride.knowledge import load
from spec.findings import findings_of
from spec.given import scenario

QUESTIONS = load().questions.values()
STOPPING = [q.id for q in QUESTIONS if q.tier != "soon"]
SOON = [q.id for q in QUESTIONS if q.tier == "soon"]


def test_there_are_questions_of_each_kind() -> None:
    assert {q.id[0]: q.tier for q in QUESTIONS} == {"E": "emergency", "U": "urgent", "C": "soon"}
    assert len(STOPPING) == 16
    assert len(SOON) == 7
    assert [q.id for q in QUESTIONS if q.short_check] == ["E1", "E2", "E3", "E4", "E5"]
    assert [q.id for q in QUESTIONS if q.bone] == ["U6", "C2"]


@pytest.mark.parametrize("answer", ["yes", "unsure"])
@pytest.mark.parametrize("question", STOPPING)
def test_a_serious_answer_stops_and_says_what_to_do(question: str, answer: str) -> None:
    found = findings_of(scenario({"answers": {question: answer}}))
    record = load().questions[question]
    assert found.status == "stopped"
    assert found.triage.tier == record.tier
    assert [reason.id for reason in found.triage.reasons] == [question]
    assert record.action in found.triage.advice


@pytest.mark.parametrize("question", SOON)
def test_a_lasting_complaint_asks_for_a_light_week(question: str) -> None:
    found = findings_of(scenario({"answers": {question: "yes"}}))
    assert (found.status, found.triage.tier) == ("planned", "soon")
    assert found.phase.low_load_week
    assert max(p.usual.level for p in found.prescriptions.values()) <= 1
    assert not any(p.up for p in found.prescriptions.values())


@pytest.mark.parametrize("question", [*STOPPING, *SOON])
def test_a_question_left_out_is_asked(question: str) -> None:
    found = findings_of(scenario({"unanswered": [question]}))
    assert (found.status, found.triage.ask) == ("needs_screening", (question,))


@pytest.mark.parametrize("question", [*STOPPING, *SOON])
def test_a_cleared_answer_no_longer_raises_the_tier(question: str) -> None:
    found = findings_of(scenario({"answers": {question: "yes"}, "cleared": {question: 0}}))
    assert (found.status, found.triage.tier) == ("planned", "self_care")
