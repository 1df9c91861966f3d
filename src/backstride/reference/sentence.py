"""The sentences of the specification, as they stand in its files: rule, name, what is given, what follows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from re import match
from typing import Any


@dataclass(frozen=True)
class Sentence:
    """One sentence that a test holds the program to."""

    rule: str
    name: str
    given: dict[str, Any]
    then: dict[str, Any]


def sentences(theme: str, entries: Iterable[dict[str, Any]]) -> Iterator[Sentence]:
    """The sentences of a file, in its order. `theme` is the file's name without its ending.

    A name such as `h07_strength_days` says the rule; an entry `rule: R2` says it for those after it.

    Raises:
        ValueError: neither the name nor an entry says the rule, or an entry has a key that has no meaning.
    """
    found = match(r"([a-z])(\d+)_", theme)
    rule = f"{found[1].upper()}{int(found[2])}" if found else None
    for entry in entries:
        if set(entry) == {"rule"}:
            rule = str(entry["rule"])
            continue
        if rule is None:
            raise ValueError(f"{theme}: {entry.get('name')}: no rule is said")
        if set(entry) != {"name", "given", "then"}:
            raise ValueError(
                f"{theme}: {entry.get('name')}: {', '.join(entry)}; name, given, then are wanted"
            )
        yield Sentence(rule, entry["name"], entry["given"], entry["then"])
