"""A run over one reader: processes one after another until the time is up."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from fuzz.limits import MOST_MB, MOST_SECONDS
from fuzz.seeds import ROOT

_FOUND = re.compile(r"cov: (\d+) ft: (\d+)")
_ENDINGS = {
    "timeout-": f"longer than {MOST_SECONDS} s",
    "oom-": f"memory over {MOST_MB} MB",
    "crash-": "died",
}


@dataclass
class Total:
    """The figures of all processes; `coverage` are libFuzzer's edges and features, of the fullest process."""

    seconds: float = 0.0
    processes: int = 0
    executions: int = 0
    outcomes: set[int] = field(default_factory=set)
    without_structure: int = 0
    slowest_s: float = 0.0
    peak_mb: float = 0.0
    coverage: tuple[int, int] = (0, 0)
    crashes: Counter[str] = field(default_factory=Counter)


def campaign(name: str, out: Path, seconds: float, seed: int, longest: int) -> Total:
    """Fuzzes a reader for so many seconds; a hang or too much memory ends a process, and another begins."""
    total = Total()
    begun = time.monotonic()
    scratch = out / "tmp"
    scratch.mkdir(exist_ok=True)
    while (left := int(seconds - (time.monotonic() - begun))) > 0:
        figures, log = out / "figures.json", out / f"log-{total.processes}.txt"
        figures.unlink(missing_ok=True)
        options = [
            *(f"-max_total_time={left}", f"-timeout={MOST_SECONDS}", f"-rss_limit_mb={MOST_MB}"),
            *(f"-seed={seed + total.processes}", f"-max_len={longest}", f"-artifact_prefix={out}/"),
            *("-len_control=0", str(out / "corpus")),
        ]
        before = set(out.iterdir())
        with log.open("wb") as stream:
            subprocess.run(
                [sys.executable, "-m", "fuzz.child", name, str(out), str(figures), *options],
                cwd=ROOT,
                env=os.environ | {"TMPDIR": str(scratch)},
                stdout=stream,
                stderr=stream,
                check=False,
            )
        total.processes += 1
        _add(total, figures, log)
        for file in set(out.iterdir()) - before:
            for ending, what in _ENDINGS.items():
                if file.name.startswith(ending) and len(file.name) > 40:  # libFuzzer names them by SHA-1
                    total.crashes[f"{what}: {file.name}"] += 1
        if not figures.exists():
            total.crashes[f"no input was read, see {log.name}"] += 1
            break
    shutil.rmtree(scratch, ignore_errors=True)
    total.seconds = time.monotonic() - begun
    return total


def _add(total: Total, figures: Path, log: Path) -> None:
    found = _FOUND.findall(log.read_text(encoding="utf-8", errors="replace"))
    total.coverage = max(
        total.coverage, *((int(edges), int(features)) for edges, features in found[-1:]), (0, 0)
    )
    if not figures.exists():
        return
    of_one = json.loads(figures.read_text(encoding="utf-8"))
    total.executions += of_one["executions"]
    total.without_structure += of_one["without_structure"]
    total.outcomes.update(of_one["outcomes"])
    total.slowest_s = max(total.slowest_s, of_one["slowest_s"])
    total.peak_mb = max(total.peak_mb, of_one["peak_mb"])
    total.crashes.update(of_one["crashes"])
