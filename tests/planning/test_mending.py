"""The smallest change that a shortfall names, beside minutes for strength and warm-ups, really mends it."""

import re
from typing import Any

from backstride.decide import decide
from backstride.decision import Decision
from backstride.knowledge import load
from cast import day, logged, scenario

HARD = [{"day": day(n), "kind": "long"} for n in (1, 3, 5, 7)]
RESTS = [{"day": day(n), "kind": "rest"} for n in range(7) if n != 3]
TRAINED = [e.id for e in load().exercises.values() if e.quality in ("strength", "activation")]
OFFSETS = {"Friday": 0, "Saturday": 1, "Sunday": 2, "Monday": 3, "Tuesday": 4, "Wednesday": 5, "Thursday": 6}


def strength_days(decision: Decision) -> int:
    assert decision.week is not None
    return sum(
        any(load().exercises[i.exercise].quality == "strength" for s in d.sessions for i in s.items)
        for d in decision.week.days
    )


def changes(decision: Decision, rule: str) -> list[str]:
    assert decision.week is not None
    return [s.smallest_change or "" for s in decision.week.shortfalls if s.rule == rule]


def test_an_open_day_instead_of_a_rest_day() -> None:
    before = decide(scenario(calendar=RESTS), load())
    change = changes(before, "H7")[0]
    found = re.match(r"(\w+) as an open day", change)
    assert found, change
    opened = [entry for entry in RESTS if entry["day"] != day(OFFSETS[found[1]])]
    assert strength_days(decide(scenario(calendar=opened), load())) > strength_days(before)


def test_a_long_run_on_another_day() -> None:
    before = decide(scenario(calendar=HARD), load())
    change = changes(before, "H7")[0]
    found = re.match(r"The long run on (\w+) instead of (\w+)", change)
    assert found, change
    new, old = (day(OFFSETS[name]) for name in found.groups())
    moved = [{**entry, "day": new} if entry["day"] == old else entry for entry in HARD]
    assert strength_days(decide(scenario(calendar=moved), load())) > strength_days(before)


def test_a_thing_in_the_house() -> None:
    strength = [e.id for e in load().exercises.values() if e.quality == "strength" and e.id != "wall_sit"]
    given: dict[str, Any] = {"calendar": [], "runner__avoid_exercises": strength}
    before = decide(scenario(**given, runner__equipment=[]), load())
    assert changes(before, "H7") == ["A wall in the house would allow another strength day."]
    after = decide(scenario(**given, runner__equipment=["wall"]), load())
    assert (strength_days(before), strength_days(after)) == (0, 3)


def test_minutes_for_what_was_reported() -> None:
    given: dict[str, Any] = {
        "calendar": [],
        "sessions": [logged(e, 1, -n) for n in (3, 5) for e in TRAINED],
        "runner__tight": ["calves"],
    }
    before = decide(scenario(**given, runner__minutes={"mon": 6}), load())
    found = re.match(r"(\w+) \+(\d+) min would bring", changes(before, "H8")[0])
    assert found
    name, extra = found[1].lower()[:3], int(found[2])
    more = {"mon": 6, name: extra + (6 if name == "mon" else 0)}
    after = decide(scenario(**given, runner__minutes=more), load())
    assert after.week is not None
    regions = [
        load().exercises[i.exercise].regions for d in after.week.days for s in d.sessions for i in s.items
    ]
    assert any("calves" in served for served in regions)
