"""One process of a fuzzing run: changes inputs, feeds them to a reader, and notes what breaks."""

import hashlib
import importlib
import json
import os
import re
import resource
import sys
import time
import traceback
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

import atheris

from fuzz.limits import MOST_MB, RENEW_MB
from fuzz.reader import Reader

_STRUCTURED = 0.7  # of the inputs; the others are changed byte by byte


@dataclass
class Figures:
    """What a process did; `crashes` count by the place that broke, `outcomes` without their numbers."""

    executions: int = 0
    outcomes: list[int] = field(default_factory=list)
    slowest_s: float = 0.0
    peak_mb: float = 0.0
    without_structure: int = 0
    crashes: dict[str, int] = field(default_factory=dict)


class Harness:
    """Feeds a reader; keeps the smallest input for each way in which it broke."""

    def __init__(self, reader: Reader, folder: Path, figures: Path) -> None:
        self._reader, self._folder, self._file = reader, folder, figures
        self._figures = Figures()
        self._outcomes: set[int] = set()
        self._written = 0.0

    def one(self, data: bytes) -> None:
        """A single input."""
        if self._figures.executions % 100 == 99 and _resident_mb() > RENEW_MB:
            self.write()
            os._exit(0)
        begun = time.perf_counter()
        try:
            words = self._reader.read(data)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a panic of compiled code is no Exception
            words = self._crash(data, error)
        lasted = time.perf_counter() - begun
        figures = self._figures
        figures.executions += 1
        self._outcomes.add(zlib.crc32(re.sub(r"'[^']*'|\d+", "#", words)[:300].encode(errors="replace")))
        if lasted > figures.slowest_s:
            figures.slowest_s = lasted
            (self._folder / "slowest").write_bytes(data)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        if peak > MOST_MB >= figures.peak_mb:
            self._keep(f"memory over {MOST_MB} MB", data, f"{peak:.0f} MB")
        figures.peak_mb = max(figures.peak_mb, peak)
        if begun - self._written > 1 or figures.peak_mb > MOST_MB:
            self.write()
        if figures.peak_mb > MOST_MB:
            os._exit(77)  # the peak of a process never falls: the next one begins anew

    def change(self, data: bytes, longest: int, seed: int) -> bytes:
        """The next input made of one that found something."""
        rng = Random(seed)
        if rng.random() < _STRUCTURED:
            try:
                return self._reader.mutate(data, rng)[:longest]
            except Exception:
                self._figures.without_structure += 1
                (self._folder / "mutation.txt").write_text(traceback.format_exc(), encoding="utf-8")
        changed = atheris.Mutate(data, longest)
        return self._reader.mend(changed)[:longest] if rng.random() < 0.8 else changed

    def write(self) -> None:
        """The figures so far, for the process that waits."""
        self._figures.outcomes = sorted(self._outcomes)
        self._file.write_text(json.dumps(asdict(self._figures)), encoding="utf-8")
        self._written = time.perf_counter()

    def _crash(self, data: bytes, error: BaseException) -> str:
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if "backstride" in frame.filename] or list(frames)
        place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"
        message = re.sub(r"\d+", "#", str(error))[:60] if isinstance(error, AssertionError) else ""
        name = " ".join(filter(None, (type(error).__name__, "at", place, message)))
        self._keep(name, data, "".join(traceback.format_exception(error)))
        return name

    def _keep(self, name: str, data: bytes, why: str) -> None:
        crashes = self._figures.crashes
        crashes[name] = crashes.get(name, 0) + 1
        stem = self._folder / f"crash-{hashlib.sha1(name.encode()).hexdigest()[:10]}"
        if not stem.exists() or len(data) < stem.stat().st_size:
            stem.write_bytes(data)
            stem.with_suffix(".txt").write_text(f"{name}\n{why}", encoding="utf-8", errors="replace")


def _resident_mb() -> float:
    """What the process holds now; the fuzzer runs on Linux alone."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def main() -> None:
    """Called by the harness: reader, folder of results, file of figures, then libFuzzer's own arguments."""
    name, folder, figures, *arguments = sys.argv[1:]
    with atheris.instrument_imports(include=["backstride"]):
        module = importlib.import_module(f"fuzz.readers.{name}")
    reader: Reader = module.READER
    harness = Harness(reader, Path(folder), Path(figures))
    feed: Callable[[bytes], None] = harness.one
    atheris.Setup([sys.argv[0], *arguments], feed, custom_mutator=harness.change)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
