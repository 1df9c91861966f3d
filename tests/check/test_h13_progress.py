"""H13: levels follow from the log, and a step up is earned."""

import pytest

from check.by_hand import (
    OTHERS,
    SHORT,
    STRENGTH,
    broken,
    calendar,
    day,
    done,
    good_plan,
    item,
    logged,
    mornings,
    planned,
    scenario,
    texts,
    trained,
)

UP = [("hips", 2), ("brace", 1), ("side", 1)]


def with_strength(*sessions):
    """The good week with these after its two easy runs."""
    plan = good_plan()
    plan[0] = {**plan[0], "post_run": sessions[0]}
    plan[2] = {**plan[2], "post_run": sessions[-1]}
    return plan


def speaks(plan, **fields):
    given = scenario(**{"sessions": trained()} | fields)
    return broken(given, planned(given, plan))


def test_a_step_up_that_is_earned():
    assert speaks(with_strength(UP)) == []


def test_two_steps_at_once():
    assert speaks(with_strength([("hips", 3), *STRENGTH[1:]])) == ["H13"]


def test_going_back_up_within_the_week():
    assert speaks(with_strength([("hips", 0), *STRENGTH[1:]], STRENGTH)) == ["H13"]
    assert speaks(with_strength(STRENGTH, UP)) == ["H13"]


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"effort": 6.5}, "the effort"),
        ({"effort": None}, "effort on 2026-11-18 was unknown"),
        ({"pain_during": 3.5}, "was amber"),
        ({"pain_during": 4}, "was amber"),
    ],
)
def test_a_step_up_that_the_last_time_speaks_against(changed, word):
    sessions = [trained()[0], logged(-2, [*STRENGTH, *OTHERS], **changed)]
    assert speaks(with_strength(UP), sessions=sessions) == ["H13"]
    given = scenario(sessions=sessions)
    assert word in texts(given, planned(given, with_strength(UP)))


def test_a_step_up_after_sets_cut_short():
    short = [done("hips", 1, less=1), *(done(*move) for move in [*STRENGTH[1:], *OTHERS])]
    sessions = [trained()[0], trained()[1].model_copy(update={"items": tuple(short)})]
    assert speaks(with_strength(UP), sessions=sessions) == ["H13"]


def test_a_step_up_on_a_morning_that_is_not_known():
    silent = mornings(d1={"morning": None})
    assert speaks(with_strength(UP), pain=silent) == ["H13"]
    assert speaks(good_plan(), pain=silent) == []


def test_a_step_up_on_pain_that_is_not_known():
    sessions = [s.model_copy(update={"pain_during": None}) for s in trained()]
    assert speaks(with_strength(UP), sessions=sessions) == []  # the day's worst, 2, stands for it
    silent = mornings(d2={"worst": None})
    assert speaks(with_strength(UP), sessions=sessions, pain=silent) == ["H13"]


def test_a_step_up_after_one_time():
    assert speaks(with_strength(UP), sessions=trained(-2)) == ["H13"]


def test_a_step_up_after_two_levels():
    sessions = [*trained(-5, moves=[("hips", 0), *STRENGTH[1:]]), *trained(-2)]
    assert speaks(with_strength(UP), sessions=sessions) == ["H13"]


def test_a_second_step_in_a_week():
    moves = [[("hips", n), *STRENGTH[1:]] for n in (1, 2, 2)]
    sessions = [s for o, m in zip((-7, -5, -2), moves, strict=True) for s in trained(o, moves=m)]
    plan = with_strength([("hips", 3), *STRENGTH[1:]])
    given = scenario(sessions=sessions)
    assert "it went up 5 days ago" in texts(given, planned(given, plan))
    older = [s for o, m in zip((-9, -7, -2), moves, strict=True) for s in trained(o, moves=m)]
    assert "went up" not in texts(scenario(sessions=older), planned(scenario(sessions=older), plan))


def test_two_exercises_up_in_a_session_at_most():
    assert speaks(with_strength([("hips", 2), ("brace", 2), ("side", 1)])) == []
    assert speaks(with_strength([("hips", 2), ("brace", 2), ("side", 2)])) == ["H13"]


@pytest.mark.parametrize(
    ("runner", "score", "highest"),
    [
        ({"experience": "new"}, 1, 0),
        ({"experience": "regular"}, 1, 1),
        ({"experience": "experienced"}, 1, 2),
        ({"experience": "experienced"}, 1.5, 1),
        ({"experience": "experienced"}, 4, 0),
        ({"experience": "experienced", "goal": "return"}, 1, 1),
    ],
)
def test_a_new_exercise_starts_no_higher_than_its_start_level(runner, score, highest):
    for level in range(3):
        plan = {1: {"recovery": [("cat", level)]}}
        fields = {"runner": runner, "pain": mornings(score=score), "calendar": calendar({1: "rest"})}
        assert speaks(plan, sessions=(), **fields) == ([] if level <= highest else ["H13"])


@pytest.mark.parametrize(("slot", "change"), [("pre_run", "same"), ("post_run", "up"), ("pre_run", "new")])
def test_a_change_that_is_told_wrongly(slot, change):
    sessions = () if change == "same" else trained()
    given = scenario(sessions=sessions)
    decision = planned(given)
    friday = decision.week.days[0]
    changed = []
    for s in friday.sessions:
        first = s.items[0].model_copy(update={"change": change})
        changed.append(s.model_copy(update={"items": (first, *s.items[1:])}) if s.slot == slot else s)
    days = (friday.model_copy(update={"sessions": tuple(changed)}), *decision.week.days[1:])
    told = decision.model_copy(update={"week": decision.week.model_copy(update={"days": days})})
    assert broken(given, told) == ["H13"]


def test_two_ambers_in_three_sessions_go_a_level_down():
    sessions = [s.model_copy(update={"pain_during": 4}) for s in trained()]
    assert speaks(good_plan(), sessions=sessions) == ["H13"]
    lower = {
        0: {"mid_run": [("card", 0)], "post_run": [(name, 0) for name, _ in STRENGTH]},
        2: {"mid_run": [("card", 0)]},
        6: {"mid_run": [("card", 0)]},
    }
    assert speaks(lower, sessions=sessions) == []


class TestHardSets:
    """At most a fifth more hard sets than in the seven days before."""

    def test_a_fifth_more_and_no_more(self):
        # Fourteen were done, so sixteen may be: the twelve of the good week and two times two.
        sessions = [*trained(-5, moves=[*STRENGTH, ("wake", 1)]), *trained(-2)]
        plan = {**good_plan(), 3: {"cross": [("wake", 1)]}, 4: {"cross": [("wake", 1)]}}
        given = scenario(sessions=sessions)
        assert broken(given, planned(given, plan, shortfalls=SHORT)) == []
        plan[0] = {**plan[0], "post_run": [*STRENGTH, ("wake", 1)]}
        assert broken(given, planned(given, plan, shortfalls=SHORT)) == ["H13"]
        assert "18 hard sets in the week; 16 is the most" in texts(given, planned(given, plan))

    def test_the_latest_week_that_holds_any(self):
        sessions = [*trained(-13, -10), logged(-2, OTHERS)]
        plan = with_strength([(name, 1) for name, _ in STRENGTH])
        assert speaks(plan, sessions=sessions) == []
        assert speaks(plan, sessions=[logged(-10, [*STRENGTH, *OTHERS]), logged(-2, OTHERS)]) == ["H13"]

    def test_nothing_in_four_weeks_no_limit(self):
        sessions = [logged(-30, [("wake", 1)]), logged(-2, [*OTHERS])]
        assert "hard sets" not in texts(scenario(sessions=sessions), planned(scenario(sessions=sessions)))

    def test_todays_sets_are_sets_of_this_week(self):
        sessions = [*trained(), logged(0, [("wake", 1), ("hop", 1)])]
        plan = {k: v for k, v in good_plan().items() if k != 0} | {0: {"mid_run": [("card", 1)]}}
        told = texts(scenario(sessions=sessions), planned(scenario(sessions=sessions), plan))
        assert "hard sets" not in told  # four today and six planned, after twelve
        plan[4] = {"cross": STRENGTH}
        told = texts(scenario(sessions=sessions), planned(scenario(sessions=sessions), plan))
        assert "16 hard sets in the week; 14 is the most" in told

    def test_growth_that_rounding_took_away_adds_up(self):
        # Three sets a week: 3.6 give no fourth; with the week before, 1.2 sets of growth do.
        thirds = [logged(o, [("hips", 3), *OTHERS], effort=9) for o in (-12, -5)]
        once = {
            0: {"mid_run": [("card", 1)]},
            2: {"mid_run": [("card", 1)], "post_run": [("wake", 1), ("calf", 1)]},
            4: {"cross": [("wake", 1), ("swing", 1), ("sway", 1)]},
            6: {"mid_run": [("card", 1)]},
        }
        for sessions, word in ((thirds, ""), (thirds[1:], "4 hard sets in the week; 3 is the most")):
            given = scenario(sessions=sessions)
            told = texts(given, planned(given, once))
            assert ("hard sets" in told) == bool(word)
            assert word in told


def test_the_helper_marks_steps():
    assert item("hips", 2, "up").reps == 10
    assert day(0).isoformat() == "2026-11-20"
