"""The benchmark of the planner runs, finds no broken rule, and proves every week."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def printed() -> str:
    command = [sys.executable, "-m", "bench.plan", "--weeks", "1", "--runners", "2", "--compare", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("row", ["decide()", "model, built and solved", "model, replans"])
def test_it_prints_the_percentiles(printed: str, row: str) -> None:
    assert re.search(rf"{re.escape(row)}( +[0-9.]+){{4}}\n", printed), printed


def test_every_week_is_proven_and_breaks_no_rule(printed: str) -> None:
    assert "not proven to 1%: 0 weeks" in printed
    assert "found by the checker: 0 broken rules" in printed


def test_it_prints_the_ratio_to_the_solvers_defaults(printed: str) -> None:
    assert re.search(r"1 worker: median \d+ ms .* ratio [0-9.]+", printed), printed
    assert re.search(r"default workers: median \d+ ms .* ratio [0-9.]+", printed), printed
