"""The checker as a whole: a good week passes, every rule is there, and it stands apart from what decides."""

import ast
from pathlib import Path

import pytest

import backstride.planning.check as checker
from backstride.knowledge import UnknownRules
from backstride.planning.check.routine import YIELDING
from check.by_hand import LIBRARY, planned, scenario, texts, trained


def test_a_good_first_week_passes():
    given = scenario()
    assert texts(given, planned(given)) == ""


def test_a_good_week_after_training_passes():
    given = scenario(sessions=trained())
    assert texts(given, planned(given)) == ""


def test_every_hard_rule_is_in_the_registry():
    assert {rule for rule, _ in checker.RULES} == {*(f"H{n}" for n in range(1, 17)), "contract"}


def test_each_rule_stands_under_its_own_name():
    named = {rule: speak.__name__ for rule, speak in checker.RULES if rule != "contract"}
    assert named == {f"H{n}": f"h{n:02}" for n in range(1, 17)}
    shape = [speak.__name__ for rule, speak in checker.RULES if rule == "contract"]
    assert shape == ["contract", "doses", "reasons", "lights"]


def test_what_may_yield_to_a_routine():
    assert YIELDING == ("H3", "H4", "H5", "H6", "H9", "H10", "H11", "H13")


def test_an_unknown_rule_set_is_refused():
    with pytest.raises(UnknownRules):
        checker.check(scenario(rules="1999.1"), planned(scenario()), LIBRARY)


def test_it_imports_only_knowledge_and_value_objects():
    rooms = ("knowledge", "scenario", "decision", "terms", "values", "planning.check")
    allowed = tuple(f"backstride.{room}" for room in rooms)
    for file in Path(checker.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in (n for n in names if n.startswith("backstride")):
                assert name.startswith(allowed), f"{file.name} imports {name}"
