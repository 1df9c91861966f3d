"""`python -m bench.mutants`: slips in screening, coaching and the checker, and which of them no test sees."""

import argparse
import os
import sys
from collections import Counter
from pathlib import Path

import pytest

if not __package__:  # called by its path
    sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.mutants.known import known
from bench.mutants.plugin import ALIVE, Mutation
from bench.mutants.trial import Verdict

ROOT = Path(__file__).parents[2]
TARGETS = ("screening", "coaching", "planning/check")
KILLERS = ("tests/spec", "tests/check", "tests/unit/test_findings.py")


def main() -> int:
    """Tries the mutants, prints the survivors; the exit code is 1 where one is not listed with its reason."""
    options, further = _options()
    source = options.source.resolve()
    os.environ["CI"] = "1"  # Hypothesis draws the same each time
    files = list(dict.fromkeys(f for t in options.targets for f in _python(source / "backstride" / t)))
    among = frozenset(options.among.read_text(encoding="utf-8").splitlines()) if options.among else None
    mutation = Mutation(files, source, options.workers, options.seconds, among)
    ini = Path(__file__).with_name("pytest.ini")
    paths = f"pythonpath={source} {ROOT / 'tests'}"
    code = pytest.main(
        ["-c", str(ini), f"--rootdir={ROOT}", "-o", paths, *options.tests, *further], plugins=[mutation]
    )
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        return 2
    if mutation.failed:
        print(f"{len(mutation.failed)} tests fail without any mutant: {mutation.failed[:5]}")
    return _report(mutation)


def _python(target: Path) -> list[Path]:
    return sorted(target.rglob("*.py")) if target.is_dir() else [target]


def _report(mutation: Mutation) -> int:
    verdicts, reasons = mutation.verdicts, known()
    rooms: dict[str, Counter[Verdict]] = {}
    for mutant, verdict in verdicts:
        rooms.setdefault(str(Path(mutant.file).parent), Counter())[verdict] += 1
    print("| room | mutants | killed | timed out | survived | run by no test | defaults, not tried |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for room, told in sorted(rooms.items()):
        counts = (told[v] for v in (Verdict.KILLED, Verdict.TIMED_OUT, Verdict.SURVIVED, Verdict.NOT_RUN))
        cells = [room, str(told.total()), *map(str, counts), str(told[Verdict.NOT_PATCHED])]
        print(f"| {' | '.join(cells)} |")
    alive = [m for m, v in verdicts if v in ALIVE]
    new = [mutant for mutant in alive if mutant.name not in reasons]
    for mutant in sorted(new, key=lambda m: (m.file, m.line)):
        print(f"{mutant.file}:{mutant.line} {mutant.owner}: {mutant.before} -> {mutant.after}")
    gone = {mutant.name for mutant, _ in verdicts} & set(reasons) - {mutant.name for mutant in alive}
    print(
        f"\n{len(alive)} survivors, {len(alive) - len(new)} with a reason; killed by now: {len(gone)} listed."
    )
    return 1 if new or mutation.failed else 0


def _options() -> tuple[argparse.Namespace, list[str]]:
    """The options, and those that are pytest's own."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument("--targets", nargs="+", default=TARGETS, help="files or folders below src/backstride")
    parser.add_argument("--tests", nargs="+", default=KILLERS, help="the tests that have to notice")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="mutants at a time")
    parser.add_argument("--seconds", type=float, default=6, help="the most time of tests for a mutant")
    parser.add_argument("--source", type=Path, default=ROOT / "src", help="the folder of the package")
    parser.add_argument("--among", type=Path, help="a file that names the only mutants to try, one a line")
    return parser.parse_known_args()


if __name__ == "__main__":
    sys.exit(main())
