"""A stretch of the run: so many scenarios from a number on, judged in one process."""

from dataclasses import dataclass
from functools import cache
from time import process_time
from typing import Literal

from bench.safety import light, plans
from bench.safety.make import scenario, shelf
from bench.safety.tally import Fault, Tally

from backstride.knowledge import Library, RuleSet, load

Kind = Literal["light", "plans"]
SIZE: dict[Kind, int] = {"light": 1000, "plans": 20}  # scenarios of a stretch: some seconds each


@dataclass(frozen=True)
class Stretch:
    """`count` scenarios of a kind and seed, from number `first` on."""

    kind: Kind
    seed: int
    first: int
    count: int


def stretches(kind: Kind, seed: int, total: int) -> list[Stretch]:
    """The stretches that make up so many scenarios."""
    size = SIZE[kind]
    return [Stretch(kind, seed, first, min(size, total - first)) for first in range(0, total, size)]


def run(stretch: Stretch) -> Tally:
    """Judges each scenario. A scenario that ends in an error is a fault too, and the run goes on."""
    tally, began = Tally(stretch.first), process_time()
    for number in range(stretch.first, stretch.first + stretch.count):
        try:
            judge(stretch.kind, stretch.seed, number, tally)
        except Exception as error:  # whatever it is, the report names the scenario
            tally.faults.append(Fault(number, f"{type(error).__name__}: {error}"))
    tally.seconds = process_time() - began
    return tally


def judge(kind: Kind, seed: int, number: int, tally: Tally) -> None:
    """Judges one scenario."""
    library = library_of(kind, number)
    given = scenario(seed, number, library)
    if kind == "light":
        light.judge(number, given, library, _rules(library), tally)
    else:
        plans.judge(seed, number, given, library, tally)


def library_of(kind: Kind, number: int) -> Library:
    """The whole library for plans; for lights a few exercises, others every fifty scenarios."""
    return load() if kind == "plans" else shelf(number // 50 % len(load().exercises))


@cache
def _newest() -> RuleSet:
    return load().rules()


def _rules(library: Library) -> RuleSet:
    """The newest rules, worked out once: all shelves have the same parameters."""
    assert library.parameters is load().parameters
    return _newest()
