"""JSON: values replaced, keys moved, lists made longer, branches copied elsewhere."""

from collections.abc import Sequence
from copy import deepcopy
from random import Random
from typing import Any

from fuzz.mutations.pieces import ALL
from fuzz.mutations.sequence import rearranged

_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 0.5, 1e308, -1e308, 10**30, 2**63, 3e-320, [], {}, [[]], {"": None}),
    *("mon", "no", "yes", "unsure", "E1", "bird_dog", "easy", "long", "race", "2026-11-20", "0001-01-01"),
    *("2026-11-20T07:00:00+08:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "9999-12-31"),
)


def mutate(data: Any, rng: Random, keys: Sequence[str]) -> Any:
    """A changed copy of a tree; `keys` are names that mean something in it."""
    data = deepcopy(data)
    for _ in range(rng.choice((1, 1, 2, 4))):
        nodes = list(_containers(data))
        if not nodes:
            return rng.choice(_VALUES)
        node = rng.choice(nodes)
        if isinstance(node, list):
            _change_list(node, rng, nodes)
        else:
            _change_mapping(node, rng, nodes, keys)
    return data


def _change_list(node: list[Any], rng: Random, nodes: list[Any]) -> None:
    if node and rng.random() < 0.6:
        node[:] = [deepcopy(item) for item in rearranged(node, rng)]
    else:
        node.insert(rng.randint(0, len(node)), _value(rng, nodes))


def _change_mapping(node: dict[str, Any], rng: Random, nodes: list[Any], keys: Sequence[str]) -> None:
    key = rng.choice(sorted(node)) if node and rng.random() < 0.8 else rng.choice(keys)
    how = rng.random()
    if how < 0.15:
        node.pop(key, None)
    elif how < 0.25:
        node[rng.choice((*keys, *ALL))] = node.pop(key, None)
    else:
        node[key] = _value(rng, nodes)


def _value(rng: Random, nodes: list[Any]) -> Any:
    how = rng.random()
    if how < 0.2:
        return deepcopy(rng.choice(nodes))
    return rng.choice(_VALUES if how < 0.7 else ALL)


def _containers(data: Any) -> Any:
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _containers(value)
    elif isinstance(data, list):
        yield data
        for value in data:
            yield from _containers(value)
