"""A source routine followed as written: what yields, what holds, and its own doses and order."""

from backstride.decision import Item
from backstride.scenario import DoneSession
from check.by_hand import (
    LIBRARY,
    WHY,
    all_red,
    at,
    broken,
    calendar,
    done,
    logged,
    planned,
    said,
    scenario,
    session,
    timed,
    trained,
)

YIELDS = ("H5", "H9", "H13")
STRAP = {"equipment": ("strap",), "routine": "S9"}
WAKE = {"exercise": "wake", "level": 0, "sets": 1, "reps": 12}
PULL = {"exercise": "pull", "level": 0, "sets": 1, "hold_s": 45, "per_side": True}


def own(change, **fields):
    return timed(Item(change=change, seconds=0, why=WHY, **fields))


def follows(days=(0, 2), items=(WAKE, PULL), runner=STRAP, sessions=(), reds=False, **week):
    """The violations of a week with these items after the runs of these days."""
    given = scenario(calendar=calendar(dict.fromkeys(days, "easy")), runner=runner, sessions=sessions)
    decision = planned(
        given,
        {o: {"mid_run": [("card", 1)]} for o in days},
        **{"routine": "two_moves", "yields": YIELDS} | week,
    )
    done = list(decision.week.days)
    for n, offset in enumerate(days):
        moves = session("post_run", [own("same" if n else "new", **i) for i in items])
        done[offset] = done[offset].model_copy(update={"sessions": (*done[offset].sessions, moves)})
    filled = decision.week.model_copy(update={"days": tuple(done)})
    told = decision.model_copy(update={"week": filled})
    return broken(given, all_red(told) if reds else told)


def test_its_own_doses_in_its_own_order():
    assert follows() == []
    assert follows(items=(WAKE,)) == []
    assert follows(items=(PULL, WAKE)) == ["contract"]


def test_another_dose_or_another_exercise():
    assert follows(items=({**WAKE, "reps": 8}, PULL)) == ["contract"]
    assert follows(
        items=(WAKE, {"exercise": "cat", "level": 0, "sets": 1, "duration_s": 60, "per_side": True})
    ) == ["contract"]


def test_a_card_beside_a_routine_keeps_to_its_ladder():
    given = scenario(calendar=calendar({2: "easy"}), runner=STRAP)
    card = own("new", exercise="card", level=1, sets=1, reps=5)
    for move, spoken in ((card, []), (timed(card.model_copy(update={"reps": 6})), ["contract"])):
        week = planned(given, {}, routine="two_moves", yields=YIELDS).week
        sunday = week.days[2].model_copy(update={"sessions": (session("mid_run", [move]),)})
        held = week.model_copy(update={"days": (*week.days[:2], sunday, *week.days[3:])})
        assert broken(given, planned(given, {}).model_copy(update={"week": held})) == spoken


def test_no_more_often_than_written():
    assert follows(days=(0, 2, 4)) == ["contract"]


def test_the_week_names_the_routine_and_only_what_may_yield():
    assert follows(routine=None) == ["contract"]
    assert follows(yields=(*YIELDS, "H7")) == ["contract"]


def test_what_yields_is_named():
    sessions = {"items": (WAKE, PULL), "days": (0, 2)}
    experienced = {**STRAP, "avoid_positions": ()}
    assert follows(**sessions, runner=experienced, yields=()) == []
    high = ({**WAKE, "level": 3}, PULL)
    assert follows(items=high, yields=()) == ["H13"]
    assert follows(items=high) == []


def test_what_may_not_yield_speaks_though_it_is_named():
    few = {**STRAP, "minutes": {"fri": 3, "sun": 30}}
    assert follows(runner=few, yields=(*YIELDS, "H8")) == ["H8", "contract"]


def test_a_routine_has_no_deload_and_no_level_to_lower_after_a_gap():
    # A fifth week, and a move that was left for sixteen days.
    sessions = [*trained(-28, -21), logged(-16, [("wake", 1)]), *trained(-14, -7, -2)]
    assert follows(items=({**WAKE, "level": 1}, PULL), sessions=sessions) == []


def test_what_holds_holds():
    assert follows(runner={"routine": "S9"}) == ["H12"]
    assert follows(runner={**STRAP, "minutes": {"fri": 3, "sun": 30}}) == ["H8"]


def lowered(last, level):
    """The violations when the stretch, last done at that level before a red, is planned at the other."""
    hold = LIBRARY.exercises["pull"].ladder[level].hold_s
    pull = {"exercise": "pull", "level": level, "sets": 2, "hold_s": hold, "per_side": True, "rest_s": 10}
    limped = DoneSession(at=at(-5), slot="post_run", limp=True, pain_during=1, items=(done("pull", last),))
    assert follows(items=(WAKE, pull)) == ["contract"]  # nothing to lower it for
    return follows(items=(WAKE, pull), sessions=(limped,), reds=True)


def test_after_a_red_a_lower_level_of_the_ladder_but_never_more_work():
    # The routine holds 45 s a side; the levels hold 30, 40 and 60 s.
    assert lowered(1, 0) == []
    assert lowered(2, 1) == []
    assert lowered(1, 1) == ["H14"]
    assert lowered(2, 2) == ["H14", "contract"]


def test_the_equipment_of_a_level_is_no_need_of_the_routines_dose():
    weighted = ({**WAKE, "level": 3}, PULL)
    assert "weight" in LIBRARY.exercises["wake"].ladder[3].equipment
    assert follows(items=weighted) == []
    assert follows(items=({**WAKE, "level": 3, "sets": 3, "reps": 10},)) == ["H12", "contract"]
    given = scenario(calendar=calendar({0: "easy"}))
    plan = {0: {"mid_run": [("card", 1)], "post_run": [("wake", 3)]}}
    assert broken(given, planned(given, plan)) == ["H12", "H13"]


def test_a_routine_keeps_an_exercise_that_hurt():
    sore = [logged(o, [("wake", 0)], pain_during=4) for o in (-4, -2)]
    given = scenario(calendar=calendar({0: "easy"}), runner=STRAP, sessions=sore)
    wake = own("same", **WAKE)
    free = given.model_copy(update={"runner": given.runner.model_copy(update={"routine": None})})
    for case, spoken in ((given, False), (free, True)):
        week = planned(case, {}, routine="two_moves" if case is given else None).week
        friday = week.days[0].model_copy(update={"sessions": (session("post_run", [wake]),)})
        held = week.model_copy(update={"days": (friday, *week.days[1:])})
        told = said(case, planned(case, {}).model_copy(update={"week": held}), "H13")
        assert any("kept hurting" in text for text in told) == spoken


def test_where_a_routine_is_broken():
    given = scenario(calendar=calendar({0: "easy"}), runner=STRAP)
    cards = {0: {"mid_run": [("card", 1)]}}
    told = said(given, planned(given, cards, routine=None, yields=("H7",)), "contract")
    assert told == [
        "week.routine: The week follows no routine; the runner follows two_moves.",
        "week.yields: H7 does not yield to a routine.",
    ]


def test_the_days_of_a_routine_are_counted_without_the_cards():
    assert follows(days=(0, 2)) == []
    given = scenario(calendar=calendar({0: "easy", 2: "easy", 4: "easy"}), runner=STRAP)
    cards = {o: {"mid_run": [("card", 1)]} for o in (0, 2, 4)}
    assert said(given, planned(given, cards, routine="two_moves", yields=YIELDS), "contract") == []


def test_an_item_stands_once_and_in_order():
    given = scenario(calendar=calendar({0: "easy"}), runner=STRAP)
    for items, told in (
        ((WAKE, WAKE), "It stands out of the routine's order."),
        (({**WAKE, "exercise": "cat"},), "two_moves has no such line with this dose."),
    ):
        moves = session("post_run", [own("same", **i) for i in items])
        week = planned(given, {}, routine="two_moves", yields=YIELDS).week
        friday = week.days[0].model_copy(update={"sessions": (moves,)})
        held = week.model_copy(update={"days": (friday, *week.days[1:])})
        found = said(given, planned(given, {}).model_copy(update={"week": held}), "contract")
        assert any(told in text for text in found)
