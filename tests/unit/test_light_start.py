"""What a command does not need is not loaded: loading the solver takes longer than most commands."""

import subprocess
import sys

HEAVY = ("django", "matplotlib", "numpy", "ortools", "pandas", "PIL")


def test_starting_loads_nothing_heavy() -> None:
    code = f"import sys, backstride.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
