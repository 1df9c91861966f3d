"""In pytest's own process: the tests collected once, run once under watch, then held against each mutant."""

import importlib
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import process_time

import pytest
from _pytest.runner import runtestprotocol
from bench.mutants.mutants import Mutant, mutants
from bench.mutants.patch import module_of, patch
from bench.mutants.trial import Trial, Verdict, trials
from bench.mutants.watch import watched

ALIVE = (Verdict.SURVIVED, Verdict.NOT_RUN)
SLOWEST_S = 0.5  # a test that takes longer is no quick killer


class Mutation:
    """A pytest plugin that runs mutants in place of the tests. `verdicts` holds what came of each."""

    def __init__(self, files: Sequence[Path], source: Path, workers: int, most_s: float) -> None:
        self._files, self._source, self._workers, self._most_s = files, source, workers, most_s
        self._seconds: dict[pytest.Item, float] = {}
        self._tests: dict[tuple[str, int], list[pytest.Item]] = defaultdict(list)
        self.verdicts: list[tuple[Mutant, Verdict]] = []
        self.failed: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Everything. Raises Interrupted where a test file cannot be read."""
        if session.testsfailed:
            raise session.Interrupted("a test file cannot be read")
        modules = {
            file: importlib.import_module(module_of(str(file.relative_to(self._source))))
            for file in self._files
        }
        self._watch(session.items, frozenset(str(module.__file__) for module in modules.values()))
        every = [
            Trial(mutant, partial(patch, mutant, module), self._killers(str(module.__file__), mutant))
            for file, module in modules.items()
            for mutant in mutants(file.read_text(encoding="utf-8"), str(file.relative_to(self._source)))
        ]
        print(f"{len(every)} mutants, {len(self._seconds)} tests", file=sys.stderr)
        told = Counter[Verdict]()
        for mutant, verdict in trials(every, self._workers):
            self.verdicts.append((mutant, verdict))
            told[verdict] += 1
            if verdict in ALIVE:
                print(f"alive {mutant.line}: {mutant.name}", file=sys.stderr, flush=True)
            if sum(told.values()) % 200 == 0:
                print(", ".join(f"{v.name.lower()} {n}" for v, n in told.items()), file=sys.stderr)
        return True

    def _watch(self, items: Sequence[pytest.Item], files: frozenset[str]) -> None:
        for item in items:
            began = process_time()
            with watched(files) as lines:
                passed = _passes(item)
            seconds = process_time() - began
            if not passed:
                self.failed.append(item.nodeid)
            elif seconds < SLOWEST_S:
                self._seconds[item] = seconds
                for line in lines:
                    self._tests[line].append(item)

    def _killers(self, file: str, mutant: Mutant) -> list[Callable[[], bool]]:
        """The tests that run the mutant's lines, the quickest first, up to the seconds allowed."""
        lines = range(mutant.line, mutant.last_line + 1)
        found = {item for line in lines for item in self._tests.get((file, line), ())}
        if not found and not mutant.owner.endswith("()"):
            found = set(self._seconds)  # a value of the module: anybody may read it
        return [partial(_passes, item) for item in self._within(found)]

    def _within(self, items: set[pytest.Item]) -> Iterator[pytest.Item]:
        left = self._most_s
        for item in sorted(items, key=lambda item: (self._seconds[item], item.nodeid)):
            left -= self._seconds[item]
            if left < 0:
                return
            yield item


def _passes(item: pytest.Item) -> bool:
    return not any(report.failed for report in runtestprotocol(item, nextitem=None, log=False))
