"""What the checker knows of pain at now: nothing that is dated later, all that is dated now."""

from datetime import timedelta

import pytest

from backstride.planning.check.pain import PainRecord
from backstride.scenario import Run
from check.by_hand import LIBRARY, NOW, TODAY, answered, day, logged, mornings, scenario

LATER = timedelta(seconds=1)


def record(**fields) -> PainRecord:
    return PainRecord(scenario(**{"pain": ()} | fields), LIBRARY.rules())


@pytest.mark.parametrize(("moment", "known"), [(NOW, [TODAY]), (NOW + LATER, [])])
def test_runs_and_sessions_are_known_from_their_moment_on(moment, known):
    assert record(runs=(Run(start=moment, duration_s=600),)).days == known
    done = logged(0, [("cat", 1)]).model_copy(update={"at": moment})
    assert record(sessions=(done,)).days == known


def test_leg_symptoms_without_any_answer_are_new():
    told = mornings(-1, 0, d1={"leg": True})
    assert record(pain=told, screening=answered().model_copy(update={"at": None, "answers": {}})).new_leg(
        day(-1)
    )
    assert record(pain=told, screening=answered(-3, C5="yes")).new_leg(day(-1))
    assert record(pain=told, screening=answered(1, C5="yes")).new_leg(day(-1))
    assert not record(pain=told, screening=answered(-1, C5="yes")).new_leg(day(-1))
    assert record(pain=told, screening=answered(-1)).new_leg(day(-1))
