"""Parameters by rule set: the value in force on the rule set's day."""

from dataclasses import replace
from datetime import date

import pytest

from backstride.knowledge import Library, RuleSet, UnknownRules, load
from backstride.knowledge.schema.parameter import Dated, Parameter, RuleSetVersion, Value

NAME = "light.green_during"


def library(*values: tuple[str, Value]) -> Library:
    """The library with one parameter's values by day, and rule sets of January and June 2027."""
    dated = tuple(Dated(valid_from=date.fromisoformat(day), value=value) for day, value in values)
    parameter = Parameter(id=NAME, values=dated, unit="1", grade="ours", why="For the test.")
    versions = {
        name: RuleSetVersion(id=name, valid_from=date.fromisoformat(day), note="For the test.")
        for name, day in (("2027.2", "2027-06-01"), ("2027.1", "2027-01-01"))
    }
    return replace(load(), parameters={NAME: parameter}, rule_sets=versions)


def rules(*values: tuple[str, Value], version: str | None = None) -> RuleSet:
    return library(*values).rules(version)


def test_without_a_version_the_newest_is_taken() -> None:
    assert rules(("2026-01-01", 3)).version == "2027.2"


@pytest.mark.parametrize(("version", "value"), [("2027.1", 3), ("2027.2", 4)])
def test_a_value_changes_with_the_rule_set(version: str, value: float) -> None:
    assert rules(("2027-03-01", 4), ("2026-01-01", 3), version=version).number(NAME) == value


@pytest.mark.parametrize(("first", "value"), [("2027-01-01", 4), ("2027-01-02", 3)])
def test_a_value_is_in_force_from_its_own_day_on(first: str, value: float) -> None:
    assert rules(("2026-01-01", 3), (first, 4), version="2027.1").number(NAME) == value


def test_a_number_newer_than_the_rule_set_counts_with_its_first_value() -> None:
    assert rules(("2028-01-01", 5), ("2027-07-01", 4), version="2027.1").number(NAME) == 4


def test_an_unknown_rule_set_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UnknownRules, match=r"'1999\.1' is unknown; known are 2027\.2, 2027\.1"):
        rules(("2026-01-01", 3), version="1999.1")


def test_each_kind_of_value_is_asked_for_by_its_kind() -> None:
    one, many = rules(("2026-01-01", 2.5)), rules(("2026-01-01", (1, 2)))
    assert one.number(NAME) == 2.5
    assert many.series(NAME) == (1.0, 2.0)
    with pytest.raises(TypeError, match="not a whole number"):
        one.whole(NAME)
    with pytest.raises(TypeError, match="not a series"):
        one.series(NAME)
    with pytest.raises(TypeError, match="not one number"):
        many.number(NAME)


def test_an_unknown_parameter_is_no_silent_zero() -> None:
    with pytest.raises(KeyError):
        load().rules().number("light.purple")
