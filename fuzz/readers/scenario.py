"""Scenarios and profiles, in JSON and YAML, with the names in them held against the library."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import yaml

from backstride.knowledge.loader import load
from backstride.profile import missing, read_profile, scenario_of
from backstride.resolve import ScenarioError, check_names, read_scenario
from backstride.scenario import Scenario
from fuzz.mutations import tree
from fuzz.mutations.text import encoded, lines
from fuzz.reader import Reader
from fuzz.readers.sound import NOW
from fuzz.seeds import ROOT, maker

_LIBRARY = load()
_WORDS = (
    *(
        "- ",
        ": ",
        "? ",
        "&a ",
        "*a",
        "<<: ",
        "!!python/object:os.system ",
        "!!int ",
        "!!binary ",
        "!!set ",
        "|\n",
    ),
    *(
        ">\n",
        "{",
        "}",
        "[",
        "]",
        "'",
        '"',
        "#",
        "%YAML 9.9\n",
        "---\n",
        "...\n",
        "~",
        "no",
        "yes",
        "0o7",
        "1:30",
    ),
    *("2026-11-20", ".nan", ".inf", "1_000", "mon", "E1", "runner", "pain", "runs", "{a: {a: ", "\t", "\x07"),
)


def _keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
        for value in data.values():
            yield from _keys(value)
    elif isinstance(data, list):
        for value in data:
            yield from _keys(value)


def _scenario() -> dict[str, Any]:
    whole: dict[str, Any] = maker("acceptance.calling").scenario()
    whole["calendar"] = [{"day": "2026-11-21", "kind": "long", "distance_m": 16000, "duration_s": 5400}]
    whole["shoes"] = [{"id": "blue", "since": "2026-01-01", "start_m": 0}]
    item = {"exercise": "bird_dog", "level": 1, "done": [{"reps": 8, "hold_s": 5}], "effort": 5}
    whole["sessions"] = [{"at": "2026-11-18T07:00:00+08:00", "slot": "post_run", "items": [item]}]
    return whole


_KEYS = sorted(set(Scenario.model_fields) | set(_keys(_scenario())))


def seeds() -> Iterator[bytes]:
    """A scenario with something in each part; the examples; the same as YAML."""
    yield json.dumps(_scenario()).encode()
    yield yaml.safe_dump(_scenario()).encode()
    for path in sorted((ROOT / "examples").glob("*.*")):
        yield path.read_bytes()


def read(data: bytes) -> str:
    """What both doors say: the one for scenarios (JSON, strict) and the one for profiles."""
    return f"{_as_scenario(data)} | {_as_profile(data)}"


def _as_scenario(data: bytes) -> str:
    try:
        scenario = read_scenario(data)
        check_names(scenario, _LIBRARY)
    except ScenarioError as refusal:
        return str(refusal)
    assert read_scenario(scenario.model_dump_json()) == scenario, (
        "a scenario is another one after being saved"
    )
    return "a scenario"


def _as_profile(data: bytes) -> str:
    try:
        facts = read_profile(data.decode("utf-8", "replace"))
        facts.pop("now", None)
        if absent := missing(facts, NOW):
            return f"wants {absent}"
        check_names(scenario_of(facts, NOW), _LIBRARY)
    except ScenarioError as refusal:
        return str(refusal)
    return "a profile"


def mutate(data: bytes, rng: Random) -> bytes:
    """JSON as a tree, now and then written as YAML; any other text by its lines."""
    text = data.decode("utf-8", "replace")
    if not text.lstrip().startswith("{"):
        return encoded(lines(text, rng, _WORDS, "[ :,]+"), rng)
    try:
        made = tree.mutate(json.loads(text), rng, _KEYS)
    except (ValueError, RecursionError):  # broken by an earlier change
        return encoded(lines(text, rng, _WORDS, "[ :,]+"), rng)
    return yaml.safe_dump(made).encode() if rng.random() < 0.1 else json.dumps(made).encode()


READER = Reader(read, mutate, seeds, longest=16_384)
