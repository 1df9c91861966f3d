"""Coaching and the checker, each from the text of the rule, leave the same exercises alone."""

from datetime import datetime, timedelta

from hypothesis import event, given
from hypothesis import strategies as st

from backstride.coaching.leave import left
from backstride.decision import Decision, Triage
from backstride.knowledge import load
from backstride.planning.check.case import Case
from backstride.planning.check.left import left_alone
from backstride.scenario import Scenario
from cast import NOW, scenario
from generative.summary import findings_of

EXERCISES = ("bird_dog", "bridge", "superman_hold", "cat_cow")
NOTHING = Decision(status="planned", triage=Triage(tier="self_care", safety_net=("-",)), rules="2026.1")


@st.composite
def sore_logs(draw: st.DrawFn) -> Scenario:
    """Sessions of the last 45 days, a few exercises at low levels, many of them sore; mornings all told."""
    now = datetime.fromisoformat(NOW)
    days = draw(st.lists(st.integers(1, 45), min_size=2, max_size=12))
    sessions = [
        {
            "at": (now - timedelta(days=ago, minutes=n)).isoformat(),
            "slot": "cross",
            "pain_during": draw(st.sampled_from([0, 4, 4, 4, 6])),
            "items": [
                {"exercise": exercise, "level": draw(st.sampled_from([0, 0, 1])), "done": [{"reps": 8}]}
                for exercise in draw(st.lists(st.sampled_from(EXERCISES), min_size=1, max_size=3))
            ],
        }
        for n, ago in enumerate(days)
    ]
    pain = [{"day": (now.date() - timedelta(days=ago)).isoformat(), "morning": 1} for ago in range(50)]
    return scenario(sessions=sessions, pain=pain)


@given(sore_logs())
def test_both_leave_the_same_exercises(scenario: Scenario) -> None:
    found = findings_of(scenario)
    ours = left(found.known, found.library.rules(), found.log, found.lights)
    theirs = left_alone(Case(scenario, NOTHING, load(), load().rules()))
    event(f"{len(ours)} left")
    assert list(ours) == theirs
    assert len(ours) <= 2
