"""A source routine followed as written: what yields, what holds, and its own doses and order."""

from backstride.decision import Item
from check.by_hand import WHY, broken, calendar, planned, scenario, session, timed

YIELDS = ("H5", "H9", "H13")
STRAP = {"equipment": ("strap",), "routine": "S9"}
WAKE = {"exercise": "wake", "level": 0, "sets": 1, "reps": 12}
PULL = {"exercise": "pull", "level": 0, "sets": 1, "hold_s": 45, "per_side": True}


def own(change, **fields):
    return timed(Item(change=change, seconds=0, why=WHY, **fields))


def follows(days=(0, 2), items=(WAKE, PULL), runner=STRAP, **week):
    """The violations of a week with these items after the runs of these days."""
    given = scenario(calendar=calendar(dict.fromkeys(days, "easy")), runner=runner)
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
    return broken(given, decision.model_copy(update={"week": filled}))


def test_its_own_doses_in_its_own_order():
    assert follows() == []
    assert follows(items=(WAKE,)) == []
    assert follows(items=(PULL, WAKE)) == ["contract"]


def test_another_dose_or_another_exercise():
    assert follows(items=({**WAKE, "reps": 8}, PULL)) == ["contract"]
    assert follows(
        items=(WAKE, {"exercise": "cat", "level": 0, "sets": 1, "duration_s": 60, "per_side": True})
    ) == ["contract"]


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


def test_what_holds_holds():
    assert follows(runner={"routine": "S9"}) == ["H12"]
    assert follows(runner={**STRAP, "minutes": {"fri": 3, "sun": 30}}) == ["H8"]
