"""H2: a week only on answers that still hold."""

import pytest

from check.by_hand import (
    Pain,
    answered,
    broken,
    day,
    logged,
    mornings,
    planned,
    refused,
    said,
    scenario,
    trained,
)

ASKS = refused("needs_screening", "self_care")
MISSING = answered().model_copy(update={"answers": {"E1": "no", "U3": "no"}})


def test_a_missing_answer():
    assert broken(scenario(screening=MISSING), planned(scenario())) == ["H2"]
    assert broken(scenario(screening=MISSING), refused("needs_screening", "self_care", ["U6"])) == ["H2"]
    asks = refused("needs_screening", "self_care", ["U6", "C1", "C2", "C5"])
    assert broken(scenario(screening=MISSING), asks) == []


def test_answers_dated_ahead_are_not_given_yet():
    given = scenario(screening=answered(1))
    assert broken(given, planned(given)) == ["H2"]


def test_answers_of_seven_days_ago():
    assert broken(scenario(screening=answered(-6)), planned(scenario())) == []
    assert broken(scenario(screening=answered(-7)), planned(scenario())) == ["H2"]


@pytest.mark.parametrize("fields", [{"morning": 3}, {"leg": True}, {"night": True}])
def test_a_flare_new_leg_symptoms_or_night_pain_since(fields):
    given = scenario(screening=answered(-3), pain=mornings(d2=fields))
    assert "H2" in broken(given, planned(given))
    before = scenario(screening=answered(-1), pain=mornings(d2=fields))
    assert "H2" not in broken(before, planned(before))


def test_leg_symptoms_that_the_answers_know():
    told = answered(-3, C5="yes")
    known = scenario(screening=told, pain=mornings(d4={"leg": True}, d2={"leg": True}))
    assert "H2" not in broken(known, planned(known, tier="soon"))
    later = scenario(screening=told, pain=mornings(d2={"leg": True}))
    assert "H2" in broken(later, planned(later, tier="soon"))


def test_a_session_flag_says_new_itself():
    flagged = logged(-1, [("cat", 1)], new_leg_symptoms=True)
    given = scenario(screening=answered(-2, C5="yes"), sessions=[*trained(), flagged])
    assert "H2" in broken(given, planned(given, tier="soon"))


def test_four_weeks_without_a_session_ask_again():
    for last, asked, due in ((-27, -2, False), (-28, -1, True), (-29, -2, True), (-29, -1, False)):
        given = scenario(screening=answered(asked), sessions=trained(last))
        assert ("H2" in broken(given, planned(given))) == due


def test_asking_without_cause():
    assert broken(scenario(), ASKS) == ["H2"]


def test_pain_after_now_is_not_known():
    ahead = (*mornings(), Pain(day=day(1), morning=9, night=True))
    assert broken(scenario(pain=ahead), planned(scenario())) == []


def test_somebody_too_young_is_stopped_before_any_question():
    given = scenario(runner={"birth_year": 2012}, screening=answered(-9))
    assert said(given, refused("stopped", "soon"), "H2") == []


@pytest.mark.parametrize(
    ("screening", "decision", "told"),
    [
        (
            answered(-7),
            planned(scenario()),
            ["status: Screening is due (the answers are 7 days old), and the status is planned."],
        ),
        (answered(), ASKS, ["status: Screening is asked for, though the answers hold."]),
        (
            MISSING,
            refused("needs_screening", "self_care", ["U6"]),
            ["triage.ask: The questions to ask leave out C1, C2, C5."],
        ),
        (
            answered(1),  # dated ahead: none of them has been given
            refused("needs_screening", "self_care", ["E1"]),
            ["triage.ask: The questions to ask leave out U3, U6, C1, C2, C5."],
        ),
        (
            answered(-7),
            refused("needs_screening", "self_care", []),
            ["triage.ask: The questions to ask leave out every one."],
        ),
    ],
)
def test_h2_says_what_is_wrong_and_where(screening, decision, told):
    assert said(scenario(screening=screening), decision, "H2") == told
