"""A profile: what a runner wrote down of themselves, as parts of a scenario. Pure: text in, facts out."""

import json
import re
from collections.abc import Hashable, Mapping
from datetime import datetime
from typing import Any

import yaml
from pydantic import ValidationError

from backstride.resolve import ScenarioError, faults
from backstride.scenario import Scenario

Facts = dict[str, Any]

# Without these there is no scenario; everything else may be unknown.
NEEDED = ("birth_year", "experience")


class _Loader(yaml.SafeLoader):
    """YAML of which `no` is a word, a date is text, no key stands twice; without tags and aliases."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="an alias (*) is not allowed", problem_mark=mark)
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "tag", None) is not None:
            raise yaml.MarkedYAMLError(problem="a tag (!) is not allowed", problem_mark=event.start_mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value in seen:
                problem = f"{str(key.value)[:40]!r} stands twice, or is no plain key"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


_TRUTH = "tag:yaml.org,2002:bool"
_UNWANTED = (_TRUTH, "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:merge")
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _UNWANTED]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
# YAML 1.1 takes yes, no, on and off for truth values too; the answer "no" has to stay a word.
_Loader.add_implicit_resolver(_TRUTH, re.compile(r"^(?:true|false)$"), list("tf"))


def read_profile(text: str) -> Facts:
    """The facts in a profile or a whole scenario, in YAML or JSON; a key without a value counts as absent.

    Raises:
        ScenarioError: neither YAML nor JSON, or not a mapping.
    """
    try:
        data = json.loads(text) if text.lstrip().startswith("{") else yaml.load(text, Loader=_Loader)
    except json.JSONDecodeError as error:
        raise ScenarioError(f"not JSON: {error}") from None
    except yaml.YAMLError as error:
        raise ScenarioError(f"not YAML: {_one_line(error)}") from None
    except RecursionError:
        raise ScenarioError("cannot be read: nested too deeply") from None
    except ValueError as error:
        raise ScenarioError(f"cannot be read: {error}") from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise ScenarioError(
            "the whole: a mapping is wanted, such as 'runner:' and under it 'birth_year: 1986'"
        )
    return {str(key): value for key, value in data.items() if value is not None}


def missing(facts: Mapping[str, Any], now: datetime) -> tuple[str, ...]:
    """The fields of the runner that are needed and absent.

    Raises:
        ScenarioError: anything else is wrong; names the fields.
    """
    try:
        _validate(facts, now)
    except ValidationError as error:
        absent = []
        wrong = []
        for fault, line in zip(error.errors(), faults(error), strict=True):
            if fault["type"] == "missing" and fault["loc"][:1] == ("runner",) and len(fault["loc"]) == 2:
                absent.append(str(fault["loc"][1]))
            else:
                wrong.append(line)
        if wrong:
            raise ScenarioError("\n".join(wrong)) from None
        return tuple(absent)
    return ()


def scenario_of(facts: Mapping[str, Any], now: datetime) -> Scenario:
    """The scenario of these facts at `now` (aware).

    Raises:
        ScenarioError: a fact is missing or wrong; names the field.
    """
    try:
        return _validate(facts, now)
    except ValidationError as error:
        raise ScenarioError("\n".join(faults(error))) from None


def _validate(facts: Mapping[str, Any], now: datetime) -> Scenario:
    """By way of JSON, so that a profile is held to exactly what a scenario file is held to."""
    whole = {"runner": {}, **facts, "now": now.isoformat()}
    return Scenario.model_validate_json(json.dumps(whole, default=str))


def _one_line(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        mark = error.problem_mark
        return f"line {mark.line + 1}, column {mark.column + 1}: {error.problem}"
    return " ".join(str(error).split())
