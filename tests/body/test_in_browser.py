"""The animation in a browser: it moves, and stands still for who wants less motion."""

from collections.abc import Iterator

import pytest

pytest.importorskip("playwright.sync_api")

from playwright.sync_api import Browser, Page

from acceptance.web.browsing import CHROMIUM, chromium
from backstride.body.draw import svg
from backstride.body.track import track

START_S, LATER_S = 0.1, 3.0
SHOWN = "[...document.querySelectorAll('.moving,.still')].map(e => getComputedStyle(e).display)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not here")
    with chromium() as started:
        yield started


def page(browser: Browser, *, reduced: bool) -> Page:
    opened = browser.new_page(
        viewport={"width": 390, "height": 400}, reduced_motion="reduce" if reduced else "no-preference"
    )
    opened.set_content(f"<body style='margin:0'>{svg.animated(track('bird_dog'))}</body>")
    return opened


def at(opened: Page, seconds: float) -> bytes:
    """The picture at that moment of the movement."""
    opened.evaluate(
        "s => {const e = document.querySelector('svg'); e.pauseAnimations(); e.setCurrentTime(s)}", seconds
    )
    return opened.screenshot()


def test_it_moves(browser: Browser) -> None:
    opened = page(browser, reduced=False)
    assert opened.evaluate(SHOWN) == ["inline", "none"]
    assert at(opened, START_S) != at(opened, LATER_S)
    assert at(opened, START_S) == at(opened, START_S)


def test_it_stands_still_for_who_wants_less_motion(browser: Browser) -> None:
    opened = page(browser, reduced=True)
    assert opened.evaluate(SHOWN) == ["none", "inline"]
    assert at(opened, START_S) == at(opened, LATER_S)


def test_it_stops_when_the_setting_changes(browser: Browser) -> None:
    opened = page(browser, reduced=False)
    opened.emulate_media(reduced_motion="reduce")
    assert at(opened, START_S) == at(opened, LATER_S)
