"""`python -m bench.year`: made-up runners live a year with the coach; prints what came of it."""

import argparse
import sys
from pathlib import Path
from random import Random
from time import process_time

if not __package__:  # called by its path
    sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.year.life import Life
from bench.year.person import Person
from bench.year.picture import picture
from bench.year.watch import Watch, turning

from backstride.knowledge import Library, load

COLUMNS = (
    "runner",
    "planned",
    "done",
    "decisions",
    "up",
    "down",
    "red",
    "amber",
    "soon",
    "by turns",
    "faults",
)


def main() -> None:
    """Lives the years; exit code 1 where a fault was found."""
    options = _options()
    library = load()
    print("| " + " | ".join(COLUMNS) + " |\n|" + " ---: |" * len(COLUMNS))
    faults: list[str] = []
    for number in range(options.runners):
        start = process_time()
        life, watch = lived(library, options.seed + number, options.days)
        print("| " + " | ".join(str(figure) for figure in _row(number, life, watch)) + " |", flush=True)
        print(f"  {process_time() - start:.0f} s", file=sys.stderr)
        faults += [f"runner {number}: {fault}" for fault in watch.faults]
        if options.plot is not None and number == options.show:
            options.plot.write_text(picture(life, watch, library), encoding="utf-8")
    for fault in faults[:20]:
        print(fault)
    print(f"\n{len(faults)} faults in {options.runners} years, seed {options.seed}")
    sys.exit(bool(faults))


def lived(library: Library, seed: int, days: int) -> tuple[Life, Watch]:
    """One runner's year; the same seed gives the same year."""
    life = Life(Person(Random(f"{seed} person"), library), library, Random(f"{seed} life"))
    watch = Watch(library)
    for _, given, decision in life.live(days):
        watch.see(given, decision)
    return life, watch


def _row(number: int, life: Life, watch: Watch) -> tuple[object, ...]:
    lights = list(watch.lights.values())
    counted = watch.counts
    return (
        number,
        life.planned,
        life.done,
        counted["decisions"],
        counted["up"],
        counted["down"],
        lights.count("red"),
        lights.count("amber"),
        counted["soon"],
        len(turning(life.steps)),
        len(watch.faults),
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.year", description=__doc__)
    parser.add_argument("--runners", type=int, default=20)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plot", type=Path, help="write the year of one runner as SVG")
    parser.add_argument("--show", type=int, default=0, help="which runner's year is drawn")
    return parser.parse_args()


if __name__ == "__main__":
    main()
