"""In pytest's own process: the tests collected once, run once under watch, then held against each mutant."""

import importlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from time import process_time
from types import ModuleType

import pytest
from _pytest.runner import runtestprotocol
from bench.mutants.mutants import Mutant, mutants, readers
from bench.mutants.patch import module_of, patch
from bench.mutants.trial import Trial, Verdict, trials
from bench.mutants.watch import watched

ALIVE = (Verdict.SURVIVED, Verdict.NOT_RUN)
SLOWEST_S = 0.5  # a test that takes longer is no quick killer


class Mutation:
    """A pytest plugin that runs mutants in place of the tests. `verdicts` holds what came of each."""

    def __init__(
        self,
        files: Sequence[Path],
        source: Path,
        workers: int,
        most_s: float,
        among: frozenset[str] | None = None,
    ) -> None:
        """`among`: the names of the only mutants to try; `None`: all of them."""
        self._files, self._source, self._workers, self._most_s = files, source, workers, most_s
        self._among = among
        self._killers: dict[str, list[pytest.Item]] = defaultdict(list)
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
        self._watch(session.items, modules)
        every = [
            (mutant, module)
            for file, module in modules.items()
            for mutant in mutants(file.read_text(encoding="utf-8"), str(file.relative_to(self._source)))
            if self._among is None or mutant.name in self._among
        ]
        print(f"{len(every)} mutants, {len(self._seconds)} tests", file=sys.stderr)
        told = Counter[Verdict]()
        for mutant, verdict in trials((self._trial(*pair) for pair in every), self._workers):
            self.verdicts.append((mutant, verdict))
            told[verdict] += 1
            if verdict in ALIVE:
                print(f"alive {mutant.line}: {mutant.name}", file=sys.stderr, flush=True)
            if sum(told.values()) % 200 == 0:
                print(", ".join(f"{v.name.lower()} {n}" for v, n in told.items()), file=sys.stderr)
        return True

    def _watch(self, items: Sequence[pytest.Item], modules: Mapping[Path, ModuleType]) -> None:
        with watched(modules) as seen:
            for item in items:
                seen.clear()
                began = process_time()
                passed = _passes(item)
                seconds = process_time() - began
                if not passed:
                    self.failed.append(item.nodeid)
                elif seconds < SLOWEST_S:
                    self._seconds[item] = seconds
                    for line in {(file, n) for file, first, last in seen for n in range(first, last + 1)}:
                        self._tests[line].append(item)

    def _trial(self, mutant: Mutant, module: ModuleType) -> Trial:
        """The trial before the tests that run the mutant's lines, up to the seconds allowed.

        First come those that noticed others of the same function, the latest first; then those that run lines
        of this file that few others run, for they go where most do not.
        """
        file, lines = str(module.__file__), list(range(mutant.line, mutant.last_line + 1))
        value = mutant.owner.startswith("=")
        if value:  # its lines are those that read it
            lines = readers(mutant.source, mutant.owner[1:])
        found = {item for line in lines for item in self._tests.get((file, line), ())}
        proven = self._killers[f"{mutant.file} {mutant.owner}"]
        tests = [item for item in reversed(proven) if item in found]
        rare = self._rarity(file)
        tests += self._within(sorted(found - set(tests), key=lambda item: (rare[item], self._cost(item))))
        if value:  # and anybody else may read it
            tests += self._within(sorted(set(self._seconds) - found, key=self._cost))

        def killed(place: int) -> None:
            item = tests[place]
            if item in proven:
                proven.remove(item)
            proven.append(item)

        return Trial(mutant, partial(patch, mutant, module), [partial(_passes, t) for t in tests], killed)

    @cache  # noqa: B019  (there is one of these, for as long as the process lives)
    def _rarity(self, file: str) -> dict[pytest.Item, int]:
        """For each test the fewest tests that a line of this file has, among the lines that it runs."""
        fewest: dict[pytest.Item, int] = {}
        for (of, _), items in self._tests.items():
            for item in items if of == file else ():
                fewest[item] = min(len(items), fewest.get(item, len(items)))
        return fewest

    def _cost(self, item: pytest.Item) -> tuple[float, str]:
        return self._seconds[item], item.nodeid

    def _within(self, items: Sequence[pytest.Item]) -> Iterator[pytest.Item]:
        left = self._most_s
        for item in items:
            left -= self._seconds[item]
            if left < 0:
                return
            yield item


def _passes(item: pytest.Item) -> bool:
    return not any(report.failed for report in runtestprotocol(item, nextitem=None, log=False))
