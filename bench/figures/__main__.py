"""`python -m bench.figures`: draws every exercise's animation; prints the seconds and the largest sizes.

Seconds are of the processor, of one core, after the library is read; the target is 5 for all exercises in the
variant that a regular runner starts with. Exit code 1 where one is missed.
"""

import argparse
import gzip
import sys
from pathlib import Path
from time import process_time

if not __package__:  # called by its path
    sys.path.insert(0, str(Path(__file__).parents[2]))

from backstride.body.draw.svg import animated
from backstride.figures.sheet import all_tracks
from backstride.knowledge.figures import load_figures

TARGET_S, MOST, MOST_GZIPPED = 5.0, 40_000, 15_000
SHOWN = 5


def main() -> None:
    """Draws them and prints a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--variants", action="store_true", help="every variant, without the target")
    variants = options.parse_args().variants
    load_figures()
    start = process_time()
    tracks = all_tracks("all" if variants else "usual")
    settled = process_time() - start
    drawn = [(f"{each.plan.exercise}, {each.plan.variant}", animated(each).encode()) for each in tracks]
    taken = process_time() - start
    sizes = {name: (len(data), len(gzip.compress(data))) for name, data in drawn}
    print(f"{len(tracks)} animations: {taken:.2f} s, of which {settled:.2f} s to settle the poses\n")
    print("| largest | bytes | gzipped |\n| --- | ---: | ---: |")
    for name in sorted(sizes, key=lambda name: sizes[name][1], reverse=True)[:SHOWN]:
        print(f"| {name} | {sizes[name][0]} | {sizes[name][1]} |")
    raw, small = (max(each[n] for each in sizes.values()) for n in (0, 1))
    print(f"| of all | {raw} | {small} |")
    sys.exit(raw > MOST or small > MOST_GZIPPED or (taken > TARGET_S and not variants))


if __name__ == "__main__":
    main()
