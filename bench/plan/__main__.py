"""`python -m bench.plan`: decides the weeks of both calendars, prints percentiles, gaps and ratios."""

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

if not __package__:  # called by its path
    sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.plan.calendars import Runs, calendars
from bench.plan.cases import cases
from bench.plan.measure import Timed, measure
from bench.plan.reference import compared
from bench.plan.show import show, show_compared

from backstride.knowledge import Library, load


def main() -> None:
    """Measures as the options say, pinned to one core where the system allows it."""
    options = _options()
    core = _pin()
    library = load()
    found, real = calendars()
    if not real:
        print("no calendars in ../shared: two made-up ones of two years instead")
    print(
        f"{' and '.join(found)}: {options.runners} runners each, {options.weeks} weeks each and their replans"
    )
    print(f"Python {platform.python_version()}, {platform.machine()}, one process on {core}\n")
    timed: list[Timed] = []
    unplanned = 0
    for name, runs in found.items():
        for runner in range(options.runners):
            for one in _weeks(name, runs, library, runner, options):
                unplanned += one is None
                timed += [one] if one is not None else []
    if not timed:
        sys.exit("no week was composed")
    show(timed, unplanned, library.rules().number("solver.gap"))
    if options.compare:
        sample = timed[:: max(1, len(timed) // options.compare)][: options.compare]
        show_compared(compared(sample, workers) for workers in (1, None))


def _weeks(
    name: str, runs: Runs, library: Library, runner: int, options: argparse.Namespace
) -> Iterator[Timed | None]:
    """The weeks of a runner, each built on the decision before it; `None` where no week was composed."""
    given = cases(name, runs, library, runner=runner, runners=options.runners, count=options.weeks)
    case = next(given, None)
    while case is not None:
        decision, one = measure(case, library)
        yield one
        try:
            case = given.send(decision)
        except StopIteration:
            return


def _pin() -> str:
    if not hasattr(os, "sched_setaffinity"):
        return "whichever core the system gives"
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"core {core} alone"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.plan", description=__doc__)
    parser.add_argument("--weeks", type=int, default=6, help="weeks of each runner (default: 6)")
    parser.add_argument("--runners", type=int, default=50, help="runners on each calendar (default: 50)")
    parser.add_argument(
        "--compare",
        type=int,
        nargs="?",
        const=20,
        default=0,
        help="also solve so many of the weeks at the solver's defaults (20 where no number is given)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
