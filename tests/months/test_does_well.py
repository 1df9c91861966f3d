"""A runner who does everything, feels well and tells every morning: doses rise, one thing at a time."""

from functools import cache
from itertools import pairwise

from backstride.knowledge import load
from backstride.terms import Variable
from months.following import Month, hard

WEEKS = 10
PARTS = ("sets", "reps", "hold_s", "duration_s")
LADDERS = {exercise.id: exercise.ladder for exercise in load().exercises.values()}
FORMS: dict[str, tuple[str, ...]] = {
    "reps": ("reps",),
    "hold": ("hold_s",),
    "duration": ("duration_s",),
    "sets": ("sets",),
}


@cache
def month() -> Month:
    """Ten weeks, each held against the checker on the way."""
    return Month().follow(WEEKS)


def deloads() -> list[int]:
    """The weeks that are deloads, the first being 0."""
    return [n for n in range(WEEKS) if (d := month().weeks[n]) is not None and d.week and d.week.deload]


def test_every_fifth_week_is_a_deload_of_half_the_sets() -> None:
    assert deloads() == [4, 9]
    for week in deloads():
        assert 0 < month().hard_sets(week) <= 0.6 * month().hard_sets(week - 1)
        assert set(month().levels(week)) <= {e for w in range(week) for e in month().levels(w)}


def test_no_level_rises_by_more_than_one_a_week_and_none_in_progression_falls() -> None:
    last: dict[str, int] = {}
    for week in range(WEEKS):
        for exercise, level in month().levels(week).items():
            rise = level - last.get(exercise, level)
            assert rise in ((0, 1) if hard(exercise) else (-1, 0, 1)), (week, exercise)
            last[exercise] = level


def test_each_step_raises_one_thing() -> None:
    """The rung says which; nothing else of the dose is more than on the rung below."""
    ups = {(e, month().levels(w)[e]) for w in range(WEEKS) for e in month().levels(w)}
    assert ups
    for exercise, level in ups:
        if level:
            rung, below = LADDERS[exercise][level], LADDERS[exercise][level - 1]
            raised: Variable | None = rung.raises
            both = [(name, getattr(rung, name), getattr(below, name)) for name in PARTS]
            more = [name for name, now, was in both if was is not None and (now or 0) > was]
            assert raised is not None
            assert more == ([] if raised not in FORMS else list(FORMS[raised])), (exercise, level)


def test_doses_rise_over_the_weeks() -> None:
    first = {e: lv for w in reversed(range(WEEKS)) for e, lv in month().levels(w).items() if hard(e)}
    last = {e: lv for w in range(WEEKS) for e, lv in month().levels(w).items() if hard(e)}
    assert sum(last[e] - first[e] for e in last) >= len(last)
    assert month().hard_sets(WEEKS - 2) > month().hard_sets(0)


def test_hard_sets_grow_by_a_fifth_at_most() -> None:
    usual = [month().hard_sets(w) for w in range(WEEKS) if w not in deloads()]
    assert all(later <= 1.2 * earlier for earlier, later in pairwise(usual))


def test_the_fourth_week_does_not_look_like_the_first() -> None:
    first = [month().mobility(w) for w in range(3)]
    stood = set.intersection(*first)
    assert stood
    assert not stood & month().mobility(3)
    assert len(month().mobility(3) - month().mobility(0)) >= len(month().mobility(3)) / 2


def test_what_is_in_progression_stays_while_accessories_take_turns() -> None:
    strength = [{e for e in month().levels(w) if hard(e)} for w in range(WEEKS)]
    assert strength[0] <= strength[3] | strength[2]
    assert len(strength[3] & strength[2]) >= 0.8 * len(strength[2])


def test_what_rests_is_told_with_its_reason() -> None:
    fourth = month().weeks[3]
    assert fourth is not None
    assert fourth.week is not None
    told = {swap.exercise for swap in fourth.week.swaps if swap.why.key == "leave.rotated"}
    cards = {i.exercise for day in fourth.week.days for s in day.sessions for i in s.items}
    assert told == set.intersection(*(month().mobility(w) for w in range(3))) - cards
