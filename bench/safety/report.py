"""The figures as Markdown tables, and each faulty scenario as a file that `backstride replay` takes."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench.safety.make import scenario
from bench.safety.stretch import Kind, library_of
from bench.safety.tally import Tally

KEPT = 50  # scenario files; the journal names all faults
NAMES: dict[Kind, str] = {
    "light": "screening, light and coaching against the checker's reading",
    "plans": "the whole planner and the whole checker",
}


def figures(kind: Kind, seed: int, tally: Tally, elapsed: float, workers: int) -> Iterator[str]:
    """The run in a table: how many, how fast, how many violations."""
    yield "| run | seed | scenarios | violations | time | CPU time of each |"
    yield "| --- | --- | --- | --- | --- | --- |"
    each = 1000 * tally.seconds / max(1, tally.count)
    time = f"{elapsed:.0f} s, {workers} workers"
    yield (f"| {NAMES[kind]} | {seed} | {tally.count:,} | {len(tally.faults)} | {time} | {each:.2f} ms |")


def coverage(tally: Tally) -> Iterator[str]:
    """What occurred, and how often."""
    groups: dict[str, list[str]] = defaultdict(list)
    for (what, which), times in sorted(tally.seen.items(), key=lambda entry: (entry[0][0], -entry[1])):
        groups[what].append(f"{which} {times:,}")
    yield "| what | how often |"
    yield "| --- | --- |"
    for what, entries in groups.items():
        yield f"| {what} | {'; '.join(entries)} |"


def keep(kind: Kind, seed: int, tally: Tally, folder: Path) -> list[Path]:
    """Writes the faulty scenarios, the first `KEPT` of them, as JSON."""
    found = []
    for number in sorted({fault.number for fault in tally.faults})[:KEPT]:
        file = folder / f"{kind}-{seed}-{number}.json"
        given = scenario(seed, number, library_of(kind, number))
        file.write_text(given.model_dump_json(indent=1) + "\n", encoding="utf-8")
        found.append(file)
    return found
