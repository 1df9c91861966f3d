"""The benchmark of the planner: weeks of two calendars, varied runners, one process on one core."""

import sys
from pathlib import Path

_TESTS = str(Path(__file__).parents[2] / "tests")
if _TESTS not in sys.path:  # the varied runners are those of the tests
    sys.path.insert(0, _TESTS)
