"""The import measured in a process of its own, which prints its figures as JSON."""

import json
import resource
import sys
import time
from pathlib import Path

from backstride.runs.read.collect import import_paths

# The kernel counts in KiB, but on macOS in bytes.
_UNIT = 1 if sys.platform == "darwin" else 1024
_STATUS = Path("/proc/self/status")


def main(archive: str, workers: int) -> None:
    """Imports an archive once: seconds, what was found, and bytes of memory at the peak."""
    begin = time.perf_counter()
    found = import_paths([Path(archive)], workers=workers)
    seconds = time.perf_counter() - begin
    mine, of_workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    figures = {
        "seconds": seconds,
        "cpu_seconds": sum(usage.ru_utime + usage.ru_stime for usage in (mine, of_workers)),
        "runs": len(found.activities),
        "left_out": len(found.left_out),
        "duplicates": len(found.duplicates),
        "own_bytes": _peak() or mine.ru_maxrss * _UNIT,
        "largest_worker_bytes": of_workers.ru_maxrss * _UNIT,
    }
    print(json.dumps(figures))


def _peak() -> int | None:
    """This process's peak where Linux tells it; `ru_maxrss` would count the one that started it, too."""
    if not _STATUS.exists():
        return None
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), None)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
