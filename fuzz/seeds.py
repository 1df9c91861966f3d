"""Where seeds come from: the tests' makers of files and, where they are present, recorded files."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RECORDED = ROOT.parent / "shared" / "data" / "runs"  # read where they stand, never copied into the tree


def maker(name: str) -> Any:
    """A module of the tests that writes sound files."""
    tests = str(ROOT / "tests")
    if tests not in sys.path:
        sys.path.append(tests)
    return import_module(name)


def recorded(ending: str, longest: int) -> Iterator[bytes]:
    """Recorded files of an ending (".fit") that are small enough to be changed often."""
    for path in sorted(RECORDED.rglob(f"*{ending}")) if RECORDED.is_dir() else ():
        if path.stat().st_size <= longest:
            yield path.read_bytes()
