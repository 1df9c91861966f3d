"""H1: what stops, stops, and a week of tier soon is low-load."""

import pytest

from backstride.decision import RunAdvice
from check.by_hand import (
    all_red,
    answered,
    broken,
    calendar,
    day,
    planned,
    refused,
    said,
    scenario,
    trained,
)

GENTLE = {1: {"recovery": [("cat", 1)]}}
QUIET = calendar({1: "rest"})


@pytest.mark.parametrize(
    ("answers", "tier"),
    [({"E1": "yes"}, "emergency"), ({"E1": "unsure"}, "emergency"), ({"U3": "unsure"}, "urgent")],
)
def test_a_week_in_spite_of_an_emergency_or_urgent_answer(answers, tier):
    given = scenario(screening=answered(**answers))
    assert broken(given, refused("stopped", tier)) == []
    assert "H1" in broken(given, planned(given))
    assert broken(given, refused("needs_screening", tier)) == ["H1"]


def test_a_yes_stops_while_answers_are_missing_and_when_dated_ahead():
    missing = answered(E1="yes")
    missing = missing.model_copy(update={"answers": {"E1": "yes"}})
    assert broken(scenario(screening=missing), refused("stopped", "emergency")) == []
    assert broken(scenario(screening=missing), refused("needs_screening", "emergency")) == ["H1"]
    ahead = scenario(screening=answered(1, E1="yes"))
    assert broken(ahead, refused("stopped", "emergency")) == []


def test_a_tier_lower_than_the_answers():
    given = scenario(screening=answered(E1="yes"))
    assert broken(given, refused("stopped", "urgent")) == ["H1"]


def test_a_stop_without_cause():
    assert broken(scenario(), refused("stopped", "urgent")) == ["H1"]


def test_advice_on_runs_without_a_week():
    given = scenario(screening=answered(E1="yes"))
    planned_run = planned(given).model_copy(update={"week": None})
    advice = {"day": given.now.date(), "rule": "H1", "band": "fine", "advice": "Go.", "sources": ("S9",)}
    decision = refused("stopped", "emergency").model_validate(
        refused("stopped", "emergency").model_dump() | {"runs": (advice,)}
    )
    assert broken(given, decision) == ["H1"]
    assert broken(given, planned_run) == ["H1", "contract"]


def test_a_stop_that_says_nothing():
    given = scenario(screening=answered(U3="yes"))
    decision = refused("stopped", "urgent")
    silent = decision.model_copy(update={"triage": decision.triage.model_copy(update={"advice": ()})})
    assert broken(given, silent) == ["H1"]


def test_a_cleared_answer_no_longer_stops():
    given = scenario(screening=answered(U3="yes", cleared=["U3"]), calendar=QUIET)
    assert broken(given, planned(given, GENTLE)) == []
    assert broken(given, refused("stopped", "urgent")) == ["H1"]


def test_a_clearance_older_than_the_answers_does_not_count():
    screening = answered(U3="yes", cleared=["U3"])
    old = screening.cleared[0].model_copy(update={"at": answered(-2).at})
    given = scenario(screening=screening.model_copy(update={"cleared": (old,)}), calendar=QUIET)
    assert broken(given, planned(given, GENTLE)) == ["H1"]


@pytest.mark.parametrize(("born", "cleared"), [(2010, []), (2009, [])])
def test_under_sixteen_or_perhaps_under_eighteen(born, cleared):
    given = scenario(runner={"birth_year": born}, screening=answered(cleared=cleared), calendar=QUIET)
    under_16 = given.now.year - born - 1 < 16
    assert (broken(given, planned(given, GENTLE, tier="soon")) == ["H1"]) == under_16
    assert broken(given, planned(given, GENTLE)) == ["H1"]
    assert broken(given, refused("stopped", "soon")) == ([] if under_16 else ["H1"])


def test_under_sixteen_with_a_clinicians_clearance():
    given = scenario(runner={"birth_year": 2012}, screening=answered(cleared=["C1"]), calendar=QUIET)
    assert broken(given, planned(given, GENTLE, tier="soon")) == []


def test_soon_is_low_load():
    given = scenario(screening=answered(C5="yes"), calendar=QUIET, runner={"experience": "experienced"})
    assert broken(given, planned(given, GENTLE, tier="soon")) == []
    assert broken(given, planned(given, {1: {"recovery": [("cat", 2)]}}, tier="soon")) == ["H1"]
    hop = {2: {"cross": [("hop", 1), ("hips", 1), ("brace", 1), ("side", 1), ("wake", 1), ("cat", 1)]}}
    assert "H1" in broken(given, planned(given, hop, tier="soon"))


def test_three_reds_in_fourteen_days_are_soon():
    sessions = [s.model_copy(update={"limp": True}) for s in trained(-11, -8, -5, moves=[("hips", 0)])]
    given = scenario(sessions=sessions, calendar=QUIET)
    rest = {1: {"recovery": [("cat", 0)]}}
    assert broken(given, all_red(planned(given, rest, tier="soon"))) == []
    assert broken(given, all_red(planned(given, rest))) == ["H1"]


ADVICE = RunAdvice(day=scenario().now.date(), rule="R1", band="fine", advice="Go.", sources=("S9",))
TOO_YOUNG = "an age that may be under the youngest"
STOPPED = scenario(screening=answered(U3="yes"))


def without_advice(decision):
    return decision.model_copy(update={"triage": decision.triage.model_copy(update={"advice": (" ",)})})


@pytest.mark.parametrize(
    ("given", "decision", "told"),
    [
        (
            STOPPED,
            refused("needs_screening", "urgent"),
            ["status: U3 should have stopped it; the status is needs_screening."],
        ),
        (
            scenario(runner={"birth_year": 2012}),
            refused("needs_screening", "soon"),
            [f"status: {TOO_YOUNG} should have stopped it; the status is needs_screening."],
        ),
        (
            scenario(),
            refused("stopped", "self_care"),
            ["status: It was stopped, though no answer and no age stops."],
        ),
        (
            STOPPED,
            refused("stopped", "urgent").model_copy(update={"week": planned(scenario()).week}),
            ["week: A decision that is stopped carries a week."],
        ),
        (
            STOPPED,
            refused("stopped", "urgent").model_copy(update={"runs": (ADVICE,)}),
            ["runs: A decision that is stopped carries advice on 1 runs."],
        ),
        (scenario(), planned(scenario()).model_copy(update={"runs": (ADVICE,)}), []),
        (
            STOPPED,
            without_advice(refused("stopped", "urgent")),
            ["triage.advice: Tier urgent without a word on whom to see and how soon."],
        ),
        (
            scenario(screening=answered(C5="yes"), calendar=QUIET),
            without_advice(planned(scenario(calendar=QUIET), GENTLE, tier="soon")),
            ["triage.advice: Tier soon without a word on whom to see and how soon."],
        ),
        (scenario(), without_advice(planned(scenario())), []),
        (STOPPED, refused("stopped", "soon"), ["triage.tier: The tier is soon; the scenario gives urgent."]),
        (STOPPED, refused("stopped", "emergency"), []),
        (
            scenario(),
            planned(scenario(), tier="soon"),
            ["triage.tier: The tier is soon; the scenario gives self_care."],
        ),
        (
            scenario(screening=answered(-9, C5="yes")),
            refused("needs_screening", "soon").model_copy(
                update={"week": planned(scenario(), {1: {"recovery": [("cat", 2)]}}).week}
            ),
            ["week: A decision that is needs_screening carries a week."],
        ),
    ],
)
def test_h1_says_what_is_wrong_and_where(given, decision, told):
    assert said(given, decision, "H1") == told


def test_who_is_too_young_needs_advice_whatever_the_tier():
    young = scenario(runner={"birth_year": 2012})
    assert len(said(young, without_advice(refused("stopped", "soon")), "H1")) == 1


def test_a_step_up_in_a_light_week():
    given = scenario(screening=answered(C5="yes"), calendar=QUIET, sessions=trained())
    up = planned(given, {1: {"recovery": [("calf", 1)]}}, tier="soon")
    assert said(given, up, "H1") == [f"{day(1)} recovery calf: A step up in a low-load week."]
