"""Which lines of the mutated files a test runs."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

Lines = set[tuple[str, int]]


@contextmanager
def watched(files: frozenset[str]) -> Iterator[Lines]:
    """Collects (file, line) of what is run in these files while the context is open."""
    seen: Lines = set()

    def local(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            seen.add((frame.f_code.co_filename, frame.f_lineno))
        return local

    def trace(frame: FrameType, _event: str, _argument: Any) -> Any:
        return local if frame.f_code.co_filename in files else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield seen
    finally:
        sys.settrace(before)
