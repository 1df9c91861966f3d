"""No page breaks a rule that axe knows, on a phone in light and on a desk in dark."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from acceptance.web.browsing import DESK, PHONE, PHONE_DARK, Screen, window
from acceptance.web.serving import Server
from acceptance.web.walk import pages, signed_in, unfold

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RULES: dict[str, Any] = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}
# Forms sent empty, so that their errors are looked at too.
EMPTY = ("feeling", "worse", "about_days", "settings_delete", "shoes", "tokens", "add_runs")


def faults(page: Page) -> list[str]:
    """What axe finds on a page, a line each."""
    unfold(page)
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{page.url}: {each['id']}: {each['nodes'][0]['html'][:150]}" for each in found]


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_no_page_breaks_a_rule(browser: Browser, furnished: Server, screen: Screen) -> None:
    found = []
    with signed_in(browser, furnished, screen, bypass_csp=True) as page:
        for path in pages(page.context, furnished).values():
            page.goto(furnished.base + path)
            found += faults(page)
    assert not found, "\n".join(found)


def test_nor_do_forms_with_errors(browser: Browser, furnished: Server) -> None:
    found, sent = [], []
    with signed_in(browser, furnished, PHONE, bypass_csp=True) as page:
        addresses = pages(page.context, furnished)
        for kind in EMPTY:
            page.goto(furnished.base + addresses[kind])
            form = page.locator("main form[novalidate]").last
            if kind == "about_days":
                page.locator('[name="mon"]').fill("-1")
            form.locator("button").last.click()
            if page.locator(".error").count():
                sent.append(kind)
            found += faults(page)
    assert not found, "\n".join(found)
    assert len(sent) >= 4


def test_nor_does_what_a_visitor_sees(browser: Browser, furnished: Server) -> None:
    found = []
    with window(browser, PHONE_DARK, bypass_csp=True) as (page, elsewhere):
        addresses = pages(page.context, furnished, ("/help/", "/exercises/"))
        assert {"help", "exercise", "routine", "lesson", "rules", "sources"} <= set(addresses)
        for path in (*addresses.values(), "/enter/"):
            page.goto(furnished.base + path)
            found += faults(page)
        assert elsewhere == []
    assert not found, "\n".join(found)


def test_nor_does_the_way_in(browser: Browser, empty: Server) -> None:
    found = []
    with signed_in(browser, empty, PHONE, bypass_csp=True) as page:
        for path in ("/welcome/", "/start/", "/restore/"):
            page.goto(empty.base + path)
            found += faults(page)
        page.goto(f"{empty.base}/start/")
        page.locator("main form button").first.click()
        assert page.locator(".error").count() >= 2
        found += faults(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("stopped", ["E1", "U1"], indirect=True)
def test_nor_does_a_stop(browser: Browser, stopped: Server) -> None:
    found = []
    with signed_in(browser, stopped, PHONE_DARK, bypass_csp=True) as page:
        for path in ("/", "/week/", "/screening/", "/screening/cleared/", "/progress/"):
            page.goto(stopped.base + path)
            found += faults(page)
        page.goto(stopped.base)
        assert page.locator(".stop").count() == 1
    assert not found, "\n".join(found)
