"""Debian's Chromium for the tests, kept on this machine, and the two kinds of screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page might ask for elsewhere is not even looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
WAIT_MS = 30_000


@dataclass(frozen=True)
class Screen:
    """A viewport in CSS px, and light or dark."""

    width: int
    height: int
    scheme: str


PHONE = Screen(390, 844, "light")
PHONE_DARK = Screen(390, 844, "dark")
DESK = Screen(1280, 900, "dark")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser. It is ended before other tests go on: Django refuses to work in its event loop."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def window(browser: Browser, screen: Screen, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """A page of its own, and the addresses elsewhere that it asked for: none, please."""
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height}, color_scheme=screen.scheme, **options
    )
    context.set_default_timeout(WAIT_MS)
    elsewhere: list[str] = []
    watch(context, elsewhere)
    try:
        yield context.new_page(), elsewhere
    finally:
        context.close()


def watch(context: BrowserContext, elsewhere: list[str]) -> None:
    """Notes each request that would leave the machine."""

    def note(request: Any) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob", "about") and parts.hostname != "127.0.0.1":
            elsewhere.append(request.url)

    context.on("request", note)
