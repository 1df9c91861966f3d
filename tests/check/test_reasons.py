"""Everything in a decision says why, and names sources that the library knows."""

import pytest

from backstride.decision import LessonPointer, Reason, RunAdvice, Shortfall, TriageReason
from check.by_hand import WHY, day, planned, said, scenario, triage

GIVEN = scenario()
GOOD = planned(GIVEN)
FRIDAY = GOOD.week.days[0]
UNKNOWN = Reason(rule="H5", text="Because.", sources=("S99",))
WHERE = f"{day(0)} pre_run"


def with_session(why):
    """The good week with these reasons of its first session."""
    first = FRIDAY.sessions[0].model_copy(update={"why": why})
    days = (FRIDAY.model_copy(update={"sessions": (first, *FRIDAY.sessions[1:])}), *GOOD.week.days[1:])
    return GOOD.model_copy(update={"week": GOOD.week.model_copy(update={"days": days})})


def with_shortfall(**fields):
    told = {"rule": "H6", "wanted": "20 min", "got": "15 min", "because": "of the doses"} | fields
    return GOOD.model_copy(update={"week": GOOD.week.model_copy(update={"shortfalls": (Shortfall(**told),)})})


def with_triage(**fields):
    return GOOD.model_copy(update={"triage": triage("self_care", **fields)})


LEAVES_OUT = "week.shortfalls H6: It leaves out what was wanted, what came of it, or why."
ADVICE = RunAdvice(day=day(0), rule="R1", band="fine", advice="Go.", sources=("S99",))
LESSON = LessonPointer(lesson="pain", signal="A signal.", sources=("S99",))


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (with_session(WHY), []),
        (with_session(()), [f"{WHERE}: It stands there without a reason."]),
        (with_session((UNKNOWN,)), [f"{WHERE}: The library has no source S99."]),
        (
            with_session((Reason(rule=" ", text="Because.", sources=("S9",)),)),
            [f"{WHERE}: A reason without its rule or without a word."],
        ),
        (
            with_session((Reason(rule="H5", text=" ", sources=("S9",)),)),
            [f"{WHERE}: A reason without its rule or without a word."],
        ),
        (with_session((Reason(rule="H5", text="Because.", grade="convention"),)), []),
        (with_session((Reason(rule="H5", text="Because.", grade="ours"),)), []),
        (
            with_session((Reason(rule="H5", text="Because.", grade="trial"),)),
            [f"{WHERE}: The reason by H5 has no source and is not marked as ours."],
        ),
        (
            GOOD.model_copy(update={"triage": triage("soon", reasons=())}),
            ["triage.reasons: Tier soon without a reason."],
        ),
        (
            with_triage(reasons=(TriageReason(id="H2", why=" ", sources=("S9",)),)),
            ["triage.reasons H2: The reason is empty."],
        ),
        (
            with_triage(reasons=(TriageReason(id="H2", why="It is due.", sources=("S99",)),)),
            ["triage.reasons H2: The library has no source S99."],
        ),
        (GOOD.model_copy(update={"runs": (ADVICE,)}), [f"runs {day(0)}: The library has no source S99."]),
        (GOOD.model_copy(update={"lessons": (LESSON,)}), ["lessons pain: The library has no source S99."]),
        (with_shortfall(), []),
        (with_shortfall(wanted=" "), [LEAVES_OUT]),
        (with_shortfall(got=" "), [LEAVES_OUT]),
        (with_shortfall(because=" "), [LEAVES_OUT]),
        (with_shortfall(sources=("S99",)), ["week.shortfalls H6: The library has no source S99."]),
    ],
)
def test_what_is_told_without_its_reason_or_source(decision, told):
    assert said(GIVEN, decision, "contract") == told
