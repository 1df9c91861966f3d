"""`python -m fuzz READER --minutes 10`: feeds a reader with changed files and says what came of it."""

import argparse
import importlib
import sys
from pathlib import Path

from fuzz.campaign import Total, campaign
from fuzz.limits import MOST_MB, MOST_SECONDS
from fuzz.seeds import ROOT

NAMES = ("fit", "gpx", "tcx", "archive", "strava", "ics", "table", "scenario")


def main() -> int:
    """Exit code 1 where an input broke the reader."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("reader", choices=NAMES)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1, help="of the chance that changes inputs")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "fuzz", help="folder of the results")
    given = parser.parse_args()
    out: Path = given.out.resolve() / given.reader
    corpus = out / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    reader = importlib.import_module(f"fuzz.readers.{given.reader}").READER
    seeds = list(reader.seeds())
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number:03}").write_bytes(seed[: reader.longest])
    total = campaign(given.reader, out, given.minutes * 60, given.seed, reader.longest)
    print(f"{given.reader}: {len(seeds)} seeds, results in {out}")
    _tell(total)
    return 1 if total.crashes else 0


def _tell(total: Total) -> None:
    edges, features = total.coverage
    print(
        f"  executions        {total.executions:,} in {total.seconds:.0f} s, "
        f"{total.executions / max(total.seconds, 1):,.0f}/s, {total.processes} process(es)\n"
        f"  coverage          {edges:,} edges, {features:,} features\n"
        f"  outcomes          {len(total.outcomes):,} told apart\n"
        f"  without structure {total.without_structure:,} inputs, changed byte by byte instead\n"
        f"  slowest input     {total.slowest_s:.2f} s (limit {MOST_SECONDS} s)\n"
        f"  peak memory       {total.peak_mb:.0f} MB resident, fuzzer included (limit {MOST_MB} MB)\n"
        f"  crashes           {len(total.crashes)}"
    )
    for name, count in total.crashes.most_common():
        print(f"    {count:,} x {name}")


if __name__ == "__main__":
    sys.exit(main())
