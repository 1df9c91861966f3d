"""The real `backstride serve` on a folder of its own, and what lies in that folder."""

import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
WAIT_S = 60
# Django's own bookkeeping, accounts, and keys of devices are not part of a runner's story.
NOT_TOLD = ("backstride_user", "backstride_user_groups", "backstride_user_user_permissions")
KEYS = ("backstride_apitoken", "backstride_pushdevice")


@dataclass(frozen=True)
class Server:
    """A running server: its folder, its address, and the link that it printed."""

    folder: Path
    base: str
    link: str

    def another_link(self) -> str:
        """A second start finds the first and prints a new link."""
        done = subprocess.run(
            _command(None),
            env=environ(self.folder),
            capture_output=True,
            text=True,
            timeout=WAIT_S,
            check=True,
        )
        return _address(done.stdout)

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """Every row about runners, by table, in the order in which they were made, links as places in it."""
        with closing(sqlite3.connect(self.folder / "backstride.sqlite3")) as database:
            database.row_factory = sqlite3.Row
            names = [
                name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            ]
            tables = [n for n in names if n.startswith("backstride_") and n not in (*NOT_TOLD, *KEYS)]
            found = {
                n: [dict(row) for row in database.execute(f"SELECT * FROM {n} ORDER BY id")] for n in tables
            }
            links = {
                n: {link["from"]: link["table"] for link in database.execute(f"PRAGMA foreign_key_list({n})")}
                for n in tables
            }
        places = {n: {row["id"]: place for place, row in enumerate(rows)} for n, rows in found.items()}
        return {n: [_told(row, links[n], places) for row in rows] for n, rows in found.items()}

    def files(self) -> dict[str, bytes]:
        """The original files that are kept, by their path without the runner's number."""
        kept = self.folder / "files" / "runs"
        return {path.name: path.read_bytes() for path in kept.rglob("*") if path.is_file()}


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Starts a server and ends it."""
    process = subprocess.Popen(
        _command(_free_port()), env=environ(folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process, process.stdout, process.stderr:
        try:
            link = process.stdout.readline().strip()
            if not link:
                process.terminate()
                raise AssertionError(f"the server did not start: {process.stderr.read()}")
            yield Server(folder, link.split("/enter/")[0], link)
        finally:
            process.terminate()
            process.wait(WAIT_S)


def _command(port: int | None) -> list[str]:
    named = ["--port", str(port)] if port is not None else []
    return [sys.executable, "-m", "backstride", "serve", "--no-browser", *named]


def environ(folder: Path) -> dict[str, str]:
    # What the tests' own settings put there must not reach the server.
    kept = {k: v for k, v in os.environ.items() if k not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")}
    return kept | {"PYTHONPATH": str(ROOT / "src"), "BACKSTRIDE_DATA": str(folder), "PYTHONUNBUFFERED": "1"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _address(printed: str) -> str:
    found = re.search(r"http://127\.0\.0\.1:\d+/enter/\S+", printed)
    assert found is not None, printed
    return found.group()


def _told(row: dict[str, Any], links: dict[str, str], places: dict[str, dict[int, int]]) -> dict[str, Any]:
    told = {name: value for name, value in row.items() if name != "id"}
    for name, table in links.items():
        if told[name] is not None:
            told[name] = f"{table} {places[table][told[name]]}" if table in places else "owner"
    if "content" in told and "sha256" in told:  # the path of a file holds the runner's number
        told["content"] = Path(told["content"]).name
    for name, value in told.items():  # one spelling of the same data
        if isinstance(value, str) and value.startswith(("{", "[")):
            told[name] = json.loads(value)
    return told
