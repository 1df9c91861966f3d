"""`python -m bench.imports`: makes the archive, measures, prints."""

import argparse
import platform
import sys
import tempfile
from pathlib import Path
from statistics import median

if not __package__:  # called by its path
    sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.imports.make import make
from bench.imports.measure import Ours, Peer, measure_ours, measure_peers
from bench.imports.peers import NAMES

_MIB = 2**20


def main() -> None:
    """Measures as the options say; the archive is kept only in a folder that was named."""
    options = _options()
    with tempfile.TemporaryDirectory() as temporary:
        archive = make(options.folder or Path(temporary), options.runs)
        size = archive.stat().st_size / _MIB
        print(f"{options.runs} runs of an hour at 1 Hz: FIT, GPX and TCX, gzipped in a zip of {size:.0f} MiB")
        print(f"Python {platform.python_version()}, {platform.machine()}, {options.workers} workers\n")
        ratios = []
        for turn in range(options.repeat):
            ours = measure_ours(archive, options.runs, options.workers)
            peers = measure_peers(archive, options.runs, 1 if options.all else options.every)
            if options.repeat > 1:
                print(f"measurement {turn + 1}")
            ratios.append(_show(ours, peers))
    if options.repeat > 1:
        print(f"median of {options.repeat}: {median(ratios):.1f} times the throughput")


def _show(ours: Ours, peers: list[Peer]) -> float:
    """Prints a measurement; how many times the throughput of the parsers it was."""
    rate = ours.runs / ours.seconds
    own, worker = ours.own_bytes / _MIB, ours.largest_worker_bytes / _MIB
    print(f"  import, whole    {ours.seconds:8.1f} s  {rate:7.1f} files/s  ({ours.cpu_seconds:.1f} s of CPU)")
    whole = own + ours.workers * worker
    print(f"  its memory       {whole:8.0f} MiB: {own:.0f} + {ours.workers} x {worker:.0f}")
    for peer in peers:
        each = peer.seconds / peer.parsed
        told = "all" if peer.parsed == peer.files else f"{peer.parsed} of {peer.files}"
        print(f"  {NAMES[peer.kind]:16} {peer.all_seconds:8.1f} s  {1 / each:7.1f} files/s  ({told} parsed)")
    seconds = sum(peer.all_seconds for peer in peers)
    print(f"  one after other  {seconds:8.1f} s  {ours.runs / seconds:7.1f} files/s")
    ratio = seconds / ours.seconds
    print(f"  ratio            {ratio:8.1f} times the throughput\n")
    return ratio


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.imports", description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the archive is made, once, and kept")
    parser.add_argument("--runs", type=int, default=3500, help="how many runs (default: 3500)")
    parser.add_argument("--workers", type=int, default=2, help="processes of the import (default: 2)")
    parser.add_argument(
        "--every", type=int, default=50, help="the parsers take every so-manieth file (default: 50)"
    )
    parser.add_argument("--all", action="store_true", help="the parsers take every file; some ten minutes")
    parser.add_argument("--repeat", type=int, default=1, help="measure so many times, and print the median")
    return parser.parse_args()


if __name__ == "__main__":
    main()
