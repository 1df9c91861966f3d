"""Two readings of the rules, written apart, agree: the engine's and the checker's own.

Held on every sentence of the specification, since these stand at the rules' edges, and on seeded scenarios.
"""

from dataclasses import replace
from typing import Any

import pytest
from bench.safety.engine import walk
from bench.safety.light import faults, judge
from bench.safety.make import scenario, shelf
from bench.safety.tally import Tally

from backstride.coaching.light import Lights
from backstride.knowledge import Library, load
from backstride.planning.check import Case
from backstride.scenario import Scenario
from spec.given import scenario as told
from spec.spec_case import all_cases

CASES = all_cases()
ALWAYS = ("bridge", "bird_dog", "cat_cow", "leg_swings")
BATCH, BATCHES, SEED = 25, 16, 20261120


def few(given: Scenario) -> Library:
    """The library with the exercises that the scenario is about, and some others."""
    library = load()
    named = {*ALWAYS, *(item.exercise for session in given.sessions for item in session.items)}
    return replace(library, exercises={name: library.exercises[name] for name in sorted(named)})


def differences(given: Scenario) -> list[str]:
    """Every point on which the two readings of a scenario differ."""
    runner = given.runner.model_copy(update={"routine": None})
    given = given.model_copy(update={"runner": runner})
    library = few(given)
    rules = library.rules(given.rules)
    found = walk(given, library, rules)
    return list(faults(found, Case(given, found.decision, library, rules)))


@pytest.mark.parametrize("name", CASES)
def test_engine_and_checker_read_a_sentence_alike(name: str) -> None:
    assert differences(told(CASES[name].given)) == []


@pytest.mark.parametrize("batch", range(BATCHES))
def test_engine_and_checker_read_seeded_scenarios_alike(batch: int) -> None:
    library, tally = shelf(batch), Tally(0)
    rules = library.rules()
    for number in range(batch * BATCH, (batch + 1) * BATCH):
        judge(number, scenario(SEED, number, library), library, rules, tally)
    assert tally.count == BATCH
    assert tally.faults == []


@pytest.mark.parametrize(
    ("given", "spoilt"),
    [
        ({"mornings": [1, 1, 1, 4]}, {"reds": ()}),
        ({"mornings": [1, 1, 1, 4]}, {"lights": ()}),
        ({"mornings": [1, 1, 4, 1, 1, 4]}, {"paused": False}),
    ],
)
def test_a_reading_that_differs_is_seen(given: dict[str, Any], spoilt: dict[str, Any]) -> None:
    facts = told(given)
    library = few(facts)
    found = walk(facts, library, library.rules())
    lit: Lights = replace(found.lights, **spoilt)
    case = Case(facts, found.decision, library, library.rules())
    assert list(faults(found, case)) == []
    assert list(faults(replace(found, lights=lit), case)) != []
