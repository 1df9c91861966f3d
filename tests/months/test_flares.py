"""Runners whose backs speak up: after a flare doses fall and rise again; what hurts by itself is changed."""

from functools import cache

from backstride.coaching.findings import findings
from backstride.coaching.light import lights
from backstride.knowledge import load
from backstride.known import Known
from months.following import Month

FLARE = 12  # the last day with strength of the second week


def flare(day: int, exercises: tuple[str, ...]) -> tuple[float, float]:
    """One bad day and a sore morning after it, then quiet again."""
    return (7, 4) if day == FLARE else (0, 1)


def deadlift(_day: int, exercises: tuple[str, ...]) -> tuple[float, float]:
    """Pain with one exercise, and with it alone."""
    return (4, 1) if "single_leg_rdl" in exercises else (0, 1)


@cache
def flared() -> Month:
    """Four weeks with a flare at the end of the second."""
    return Month(feels=flare).follow(4)


@cache
def hurt() -> Month:
    """Five weeks of pain with the single-leg deadlift."""
    return Month(feels=deadlift).follow(5)


def test_the_week_after_a_flare_is_lower() -> None:
    before, after = flared().levels(1), flared().levels(2)
    both = set(before) & set(after)
    assert both
    assert all(after[exercise] <= before[exercise] for exercise in both)
    assert sum(after[exercise] < before[exercise] for exercise in both) >= len(both) / 2


def test_a_flare_is_red_and_keeps_every_step_up_away() -> None:
    given = flared().scenario()
    known, library = Known(given), load()
    rules = library.rules()
    lit = lights(known, library, rules, findings(known, rules))
    assert min((day - flared().start.date()).days for day in lit.reds) == FLARE
    decided = flared().weeks[2]
    assert decided is not None
    assert {item.change for item in flared().items(2)} <= {"same", "down", "new"}


def test_doses_rise_again_after_the_flare() -> None:
    low, later = flared().levels(2), flared().levels(3)
    assert any(later[e] > low[e] for e in set(low) & set(later))


def test_what_hurts_by_itself_goes_down_then_gives_way_to_its_easier_neighbour() -> None:
    levels = [hurt().levels(week).get("single_leg_rdl") for week in range(5)]
    assert levels[:2] == [1, 0]
    assert levels[2:] == [None, None, None]
    third = hurt().weeks[2]
    assert third is not None
    assert third.week is not None
    told = {swap.exercise: (swap.instead, swap.why.rule) for swap in third.week.swaps}
    assert told["single_leg_rdl"] == ("bridge", "H13")
    why = [item.why for item in hurt().items(2) if item.exercise == "bridge"]
    assert any(reason.key == "swap.left" and "Single-leg" in reason.text for reason in why[0])


def test_the_rest_of_the_week_is_not_emptied() -> None:
    assert all(hurt().hard_sets(week) > 8 for week in range(5))
