"""The program as a person calls it, and the files that its tests give it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from backstride.cli.terminal import Terminal
from backstride.knowledge.loader import load

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
NOW = "2026-11-20T07:00:00+08:00"


def call(
    *arguments: str | Path, given: str = "", columns: int = 80, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs `python -m backstride` with no terminal; `given` is its standard input."""
    environ = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    environ |= {"PYTHONPATH": str(ROOT / "src"), "COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "backstride", *map(str, arguments)],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environ,
        cwd=cwd,
        timeout=120,
        check=False,
    )


def person(answers: Iterable[str]) -> Terminal:
    """A terminal at which somebody gives these answers and then leaves."""
    left = iter(answers)

    def read(prompt: str) -> str:
        print(prompt, end="")  # noqa: T201
        answer = next(left, None)
        if answer is None:
            raise EOFError
        return answer

    return Terminal(interactive=True, read=read)


def scenario(**changes: Any) -> dict[str, Any]:
    """A runner who is well, with a run every second day; `changes` replace whole parts."""
    days = (2, 4, 6, 8, 10, 12, 14, 16)
    return {
        "now": NOW,
        "runner": {
            "birth_year": 1986,
            "experience": "regular",
            "minutes": {"mon": 15, "wed": 15, "fri": 15},
            "equipment": ["mat", "wall"],
        },
        "screening": {"at": "2026-11-19T20:00:00+08:00", "answers": dict.fromkeys(load().questions, "no")},
        "pain": [{"day": f"2026-11-{day}", "morning": 1, "worst": 2} for day in range(13, 20)],
        "runs": [
            {"start": f"2026-11-{day:02}T06:30:00+08:00", "distance_m": 7000, "duration_s": 2520}
            for day in days
        ],
    } | changes


def answers(**changes: str) -> dict[str, Any]:
    """A screening of the evening before, every answer `no` but these."""
    return {
        "at": "2026-11-19T20:00:00+08:00",
        "answers": dict.fromkeys(load().questions, "no") | changes,
    }


def written(path: Path, content: Any) -> Path:
    """A file with this content: text as it is, anything else as JSON."""
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def named_exercises(text: str) -> list[str]:
    """The exercises of the library whose names stand in a text."""
    flat = " ".join(text.split()).lower()
    return [e.name for e in load().exercises.values() if e.name.lower() in flat]
