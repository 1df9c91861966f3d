"""The browser and the servers of these tests."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from acceptance.web.browsing import CHROMIUM, chromium
from acceptance.web.serving import ROOT, Server, environ, serving


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one file of tests."""
    if not os.environ.get("BACKSTRIDE_BROWSER"):
        pytest.skip("some minutes in a real browser: BACKSTRIDE_BROWSER=1 ./run test tests/acceptance/web")
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not here")
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the made-up runner, who has a little of everything; its tests only look."""
    yield from _furnished(tmp_path_factory.mktemp("furnished"))


@pytest.fixture
def stopped(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Server]:
    """The same, with a question answered yes; a test names it."""
    yield from _furnished(tmp_path, request.param)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Server]:
    """A server at its first start."""
    with serving(tmp_path) as server:
        yield server


def _furnished(folder: Path, *yes: str) -> Iterator[Server]:
    told = f"import django; django.setup(); from acceptance.web.furnish import furnish; furnish(*{yes})"
    home = {"DJANGO_SETTINGS_MODULE": "backstride.web.settings.home"}
    path = {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])}
    filled = environ(folder) | home | path
    subprocess.run([sys.executable, "-c", told], env=filled, check=True, timeout=120)
    with serving(folder) as server:
        yield server
