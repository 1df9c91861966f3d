"""Tab visits everything that can be used, in the order of the page, visibly, and gets out again."""

import pytest
from playwright.sync_api import Browser, Page

from acceptance.web.browsing import DESK, PHONE, Screen
from acceptance.web.serving import Server
from acceptance.web.walk import pages, signed_in, unfold

# Numbers everything that Tab should stop at, in the order of the page: a group of radio buttons once.
STOPS = """() => {
  const groups = new Set(); let count = 0;
  for (const each of document.querySelectorAll(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
    if (each.disabled || !each.checkVisibility({ visibilityProperty: true })) continue;
    if (each.type === 'radio') {
      const group = `${each.form ? [...document.forms].indexOf(each.form) : ''} ${each.name}`;
      const on = document.querySelector(`input[type=radio][name="${CSS.escape(each.name)}"]:checked`);
      if (groups.has(group) || (on && on.form === each.form && on !== each)) continue;
      groups.add(group);
    }
    each.dataset.stop = String(count++);
  }
  return count;
}"""
# Where the focus is; whether it can be seen: an outline, and on the screen.
HERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at), box = at.getBoundingClientRect();
  return {
    stop: at.dataset.stop === undefined ? -1 : Number(at.dataset.stop),
    html: at.outerHTML.slice(0, 120),
    date: at.type === 'date',
    seen: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
      && box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def faults(page: Page) -> list[str]:
    """What a keyboard meets on a page that it should not."""
    unfold(page)
    count = page.evaluate(STOPS)
    found, expected = [], 0
    for _ in range(count + 20):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is not None and here["date"] and here["stop"] == expected - 1:
            continue  # the day, the month and the year of one field
        if here is None or (here["stop"] == 0 and expected == count):  # out of the page, and in again
            break
        if here["stop"] != expected:
            found.append(f"{page.url}: stop {expected} of {count} is {here['stop']}: {here['html']}")
            break
        if not here["seen"]:
            found.append(f"{page.url}: not seen: {here['html']}")
        expected += 1
    if not found and expected != count:
        found.append(f"{page.url}: {expected} stops of {count}")
    return found


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_every_page_by_tab(browser: Browser, furnished: Server, screen: Screen) -> None:
    found = []
    with signed_in(browser, furnished, screen) as page:
        for path in pages(page.context, furnished).values():
            page.goto(furnished.base + path)
            found += faults(page)
    assert not found, "\n".join(found)


def test_the_first_stop_leads_past_the_menu(browser: Browser, furnished: Server) -> None:
    with signed_in(browser, furnished, DESK) as page:
        page.goto(f"{furnished.base}/week/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")
