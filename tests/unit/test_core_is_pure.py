"""The core reads no clock, no chance and no file but the library's own; the shells are listed here."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "backstride"
SHELLS = (
    "__main__.py", "cli.py", "cli/", "figures/", "sample.py", "sample/", "runs/read/", "runs/store/", "web/"
)  # fmt: skip
MAY_READ_THE_LIBRARY = {"knowledge/files.py"}

IMPURE_MODULES = {"random", "secrets", "time"}
CLOCK = {"now", "today", "utcnow"}
FILES = {"open", "read_bytes", "read_text", "write_bytes", "write_text"}


def core_files() -> list[Path]:
    return sorted(
        file for file in PACKAGE.rglob("*.py") if not file.relative_to(PACKAGE).as_posix().startswith(SHELLS)
    )


def impurities(source: str, *, may_read: bool = False) -> Iterator[str]:
    """What a source does that the core must not, as `line: what`."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                found = [f"import {n.name}" for n in names if n.name.partition(".")[0] in IMPURE_MODULES]
            case ast.ImportFrom(module=str(module), level=0):
                found = [f"from {module}"] if module.partition(".")[0] in IMPURE_MODULES else []
            case ast.Call(func=ast.Attribute(attr=name)):
                found = [f".{name}()"] if name in CLOCK or (name in FILES and not may_read) else []
            case ast.Call(func=ast.Name(id="open" | "input" as name)):
                found = [f"{name}()"]
            case _:
                continue
        for what in found:
            yield f"line {node.lineno}: {what}"


@pytest.mark.parametrize("file", core_files(), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_core_file_is_pure(file: Path) -> None:
    name = file.relative_to(PACKAGE).as_posix()
    found = list(impurities(file.read_text(encoding="utf-8"), may_read=name in MAY_READ_THE_LIBRARY))
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import datetime\ndatetime.now()",
        "import datetime as d\nd.datetime.now(d.UTC)",
        "import datetime\ndatetime.datetime.utcnow()",
        "from datetime import date\ndate.today()",
        "open('x')",
        "input()",
        "from pathlib import Path\nPath('x').read_text()",
        "path.open()",
        "import random",
        "import os, time",
        "from random import choice",
        "def late():\n    from time import monotonic",
    ],
)
def test_an_impurity_is_seen(source: str) -> None:
    assert len(list(impurities(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import datetime, timedelta\nx = scenario.now + timedelta(days=1)",
        "from backstride.runs.time import pace",
        "from .time import pace",
        "known.today",
        "timeline = random_order = 1",
    ],
)
def test_what_is_pure_passes(source: str) -> None:
    assert list(impurities(source)) == []


def test_the_loader_may_read_but_knows_no_clock() -> None:
    assert list(impurities("file.read_text()\ndate.today()", may_read=True)) == ["line 2: .today()"]


def test_the_core_is_found() -> None:
    names = {file.relative_to(PACKAGE).as_posix() for file in core_files()}
    assert {"terms.py", "knowledge/files.py", "runs/__init__.py"} <= names
    assert names >= MAY_READ_THE_LIBRARY
    assert not any(name.startswith(("runs/read/", "runs/store/")) for name in names)
