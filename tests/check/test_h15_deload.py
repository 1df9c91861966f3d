"""H15: the deload comes when it is due, and is one."""

from check.by_hand import (
    OTHERS,
    STRENGTH,
    broken,
    calendar,
    logged,
    mornings,
    planned,
    scenario,
    texts,
    trained,
)

WEEKS = [o for start in (-28, -21, -14, -7) for o in (start, start + 2, start + 5)]
FIVE = trained(*WEEKS, moves=STRENGTH)  # four weeks done, three times each: the fifth begins today
CARDS = {o: {"mid_run": [("card", 1)]} for o in (0, 2, 6)}
LESS = {
    **CARDS,
    0: {"mid_run": [("card", 1)], "post_run": STRENGTH},
    2: {"mid_run": [("card", 1)], "post_run": STRENGTH},
}
RUNS = calendar({0: "easy", 2: "easy", 6: "long"})


def speaks(plan, *, sessions=FIVE, deload=True, pain=None):
    given = scenario(sessions=sessions, pain=pain or mornings(-30), calendar=RUNS)
    # A deload's strength sessions are short of ten minutes: H5 is not what is asked here.
    return [rule for rule in broken(given, planned(given, plan, deload=deload)) if rule != "H5"]


def test_the_fifth_week_is_a_deload():
    assert speaks(LESS) == []
    assert "H15" in speaks(LESS, deload=False)


def test_no_deload_in_the_fourth():
    assert speaks(LESS, sessions=FIVE[3:]) == ["H15"]
    assert "H15" not in speaks(LESS, sessions=FIVE[3:], deload=False)


def test_weeks_count_anew_after_a_gap_of_four_weeks():
    before = trained(-60, -56, moves=STRENGTH)
    assert speaks(LESS, sessions=[*before, *FIVE]) == []
    assert speaks(LESS, sessions=[*trained(-50, -30, moves=STRENGTH), *FIVE]) == ["H15"]


def test_three_ambers_running():
    sessions = [s.model_copy(update={"pain_during": 4}) for s in trained(-5, -4, -3, moves=[("cat", 1)])]
    pain = mornings(-30, -6)
    recovery = {**{o: {"mid_run": [("card", 0)]} for o in (0, 2, 6)}}
    assert "H15" in speaks(recovery, sessions=sessions, pain=pain, deload=False)
    assert speaks(recovery, sessions=sessions, pain=pain) == []
    calm = [sessions[0].model_copy(update={"pain_during": 1}), *sessions[1:]]
    assert "H15" not in speaks(recovery, sessions=calm, pain=pain, deload=False)


def test_more_than_sixty_per_cent_of_the_sets():
    fewer = [*FIVE[:-2], *(logged(o, [*STRENGTH[:1], *OTHERS]) for o in (-5, -2))]
    given = scenario(
        sessions=[*fewer[:-3], *fewer[-2:], logged(-7, [("brace", 1), ("side", 1)])], calendar=RUNS
    )
    told = texts(given, planned(given, LESS, deload=True))
    assert "6 hard sets after 8 in the seven days before; 60% is the most" in told
    given = scenario(sessions=FIVE, calendar=RUNS)
    assert "hard sets after" not in texts(given, planned(given, LESS, deload=True))


def test_the_same_exercises():
    new = {**LESS, 6: {"mid_run": [("card", 1)], "post_run": [("pull", 1)]}}
    assert "H15" in speaks(new)
    old = [*FIVE[:-3], logged(-9, [("wake", 1)]), *FIVE[-3:]]
    wake = {**CARDS, 0: {"mid_run": [("card", 1)], "post_run": [("wake", 1)]}}
    assert speaks(wake, sessions=old) == ["H15"]


def test_nothing_logged_in_a_week_is_nothing_to_deload():
    sessions = trained(-29, -20, -10, moves=STRENGTH)
    lower = {o: {"mid_run": [("card", 0)]} for o in (0, 2, 6)}
    assert speaks(lower, sessions=sessions, deload=False) == []


def test_mobility_keeps_its_dose():
    both = {**LESS, 6: {"mid_run": [("card", 1)], "post_run": [("calf", 0)]}}
    assert speaks(both) == []
