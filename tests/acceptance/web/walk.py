"""Every page that the links of a page lead to, one of each kind."""

import html
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, BrowserContext, Page

from acceptance.web.browsing import Screen, window
from acceptance.web.serving import Server

# What is looked at as part of a page, or saved as a file.
FILES = ("picture", "figure", "past_week_file", "openapi-json")
# Pages that no link leads to as long as nothing is wrong.
STARTS = ("/", "/screening/check/", "/screening/cleared/")


def kind_of(path: str) -> str | None:
    """The name of an address in the URL table; None for what is not in it."""
    try:
        return resolve(urlsplit(path).path).url_name
    except Resolver404:
        return None


def pages(context: BrowserContext, server: Server, starts: Sequence[str] = STARTS) -> dict[str, str]:
    """The first address of each kind of page that is found from the starts on, by its name."""
    found: dict[str, str] = {}
    ahead = list(starts)
    while ahead:
        path = ahead.pop(0)
        if kind_of(path) in (None, *FILES, *found):
            continue
        answer = context.request.get(server.base + path)
        arrived = urlsplit(answer.url).path
        # A visitor is sent to the door.
        assert answer.ok or arrived == "/enter/", f"{path}: {answer.status}"
        kind = kind_of(arrived)
        if kind is None or kind in found:
            continue
        found[kind] = path
        links = re.findall(r'<a\b[^>]*\bhref="([^"#]+)', answer.text())
        ahead += [urljoin(arrived, html.unescape(link)) for link in links if not re.match(r"[a-z]+:", link)]
    return found


@contextmanager
def signed_in(browser: Browser, server: Server, screen: Screen, **options: Any) -> Iterator[Page]:
    """A page of somebody who came in; at its end nothing was asked of another machine."""
    with window(browser, screen, **options) as (page, elsewhere):
        page.goto(server.another_link())
        yield page
        assert elsewhere == []


def unfold(page: Page) -> None:
    """Opens everything that is folded away."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
