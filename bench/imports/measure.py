"""One measurement: our import of the whole archive, then the three parsers on the same files."""

import gzip
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.imports.make import KINDS, kind_of, member_of
from bench.imports.peers import parse_seconds

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ours:
    """The import of all runs: seconds by the clock and of processors, and bytes at the peak."""

    runs: int
    seconds: float
    cpu_seconds: float
    own_bytes: int
    largest_worker_bytes: int
    workers: int


@dataclass(frozen=True, slots=True)
class Peer:
    """A library on the files of its format: how many there are, how many it parsed, seconds for those."""

    kind: str
    files: int
    parsed: int
    seconds: float

    @property
    def all_seconds(self) -> float:
        """Seconds for all of them, at the pace of those parsed."""
        return self.seconds / self.parsed * self.files


def measure_ours(archive: Path, runs: int, workers: int) -> Ours:
    """Imports in a fresh process. Raises RuntimeError where a run is missing or counted as a duplicate."""
    command = [sys.executable, "-m", "bench.imports.ours", str(archive), str(workers)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    if (found["runs"], found["left_out"], found["duplicates"]) != (runs, 0, 0):
        raise RuntimeError(f"not all of the {runs} runs were taken in: {done.stdout}")
    return Ours(
        runs=runs,
        seconds=found["seconds"],
        cpu_seconds=found["cpu_seconds"],
        own_bytes=found["own_bytes"],
        largest_worker_bytes=found["largest_worker_bytes"],
        workers=workers,
    )


def measure_peers(archive: Path, runs: int, every: int) -> list[Peer]:
    """Each library on every so-manieth file of its format, one file after another in this process."""
    found = []
    for kind in KINDS:
        numbers = [number for number in range(runs) if kind_of(number) == kind]
        sample = numbers[::every]
        if sample:
            seconds = parse_seconds(kind, _unpacked(archive, sample))
            found.append(Peer(kind, len(numbers), len(sample), seconds))
    return found


def _unpacked(archive: Path, numbers: list[int]) -> Iterator[bytes]:
    with zipfile.ZipFile(archive) as opened:
        for number in numbers:
            yield gzip.decompress(opened.read(member_of(number)))
