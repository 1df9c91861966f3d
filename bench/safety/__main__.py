"""`python -m bench.safety`: scenarios by the million; not one may break a rule."""

import argparse
import os
import sys
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice
from pathlib import Path
from time import perf_counter

if not __package__:  # called by its path
    sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.safety.journal import Journal
from bench.safety.report import coverage, figures, keep
from bench.safety.stretch import Kind, Stretch, judge, run, stretches
from bench.safety.tally import Tally

_EVERY_S = 10.0


def main() -> int:
    """Runs what is left to run, and reports. The exit code is 1 where a rule was broken."""
    options = _options()
    if options.only is not None:
        return _one("plans" if options.plans else "light", options.seed, options.only)
    bad = 0
    totals: tuple[tuple[Kind, int], ...] = (("light", options.light), ("plans", options.plans))
    for kind, total in totals:
        if total:
            bad += _whole(kind, options.seed, total, options.workers, options.out)
    return 1 if bad else 0


def _whole(kind: Kind, seed: int, total: int, workers: int, folder: Path) -> int:
    journal, whole = Journal(folder, kind, seed), Tally(0)
    done, left = journal.read(), []
    for stretch in stretches(kind, seed, total):
        before = done.get((stretch.first, stretch.count))
        if before is None:
            left.append(stretch)
        else:
            whole.add(before)
    kept = whole.count
    began = told = perf_counter()
    try:
        for stretch, tally in _results(left, workers):
            journal.add(stretch, tally)
            whole.add(tally)
            if perf_counter() - told > _EVERY_S:
                told = perf_counter()
                rate = (whole.count - kept) / (told - began)
                print(
                    f"{kind} {whole.count:,}: {rate:.0f}/s, {len(whole.faults)} violations", file=sys.stderr
                )
    except KeyboardInterrupt:
        print("Broken off; the same command goes on from here.", file=sys.stderr)
    elapsed = perf_counter() - began
    print("\n".join(figures(kind, seed, whole, elapsed, workers)) + "\n")
    if kept:
        print(f"{kept:,} of them had been judged before; the time is that of the others.\n")
    print("\n".join(coverage(whole)) + "\n")
    for file in keep(kind, seed, whole, folder):
        print(f"violation: {file}")
    for fault in whole.faults[:20]:
        print(f"{fault.number}: {fault.text}")
    return len(whole.faults)


def _results(left: list[Stretch], workers: int) -> Iterator[tuple[Stretch, Tally]]:
    """The stretches as they are done; few wait in the queue, so that breaking off is quick."""
    queue = iter(left)
    with ProcessPoolExecutor(workers) as pool:
        running: dict[Future[Tally], Stretch] = {}
        try:
            while True:
                for stretch in islice(queue, 2 * workers - len(running)):
                    running[pool.submit(run, stretch)] = stretch
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    yield running.pop(future), future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _one(kind: Kind, seed: int, number: int) -> int:
    tally = Tally(number)
    judge(kind, seed, number, tally)
    for fault in tally.faults:
        print(fault.text)
    print(f"{kind} {number}: {len(tally.faults)} violations")
    return 1 if tally.faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.safety", description=__doc__)
    parser.add_argument("--light", type=int, default=0, help="how many through screening, light, coaching")
    parser.add_argument("--plans", type=int, default=0, help="how many through the whole planner")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other scenarios (default: 1)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument(
        "--out", type=Path, default=Path("build/safety"), help="where journal and scenarios go"
    )
    parser.add_argument("--only", type=int, help="judge this one scenario again (with --plans 1: its plan)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
