"""Text twice as large, and a window of 320 px: nothing runs out of the page, nothing is cut off."""

import pytest
from playwright.sync_api import Browser, Page

from acceptance.web.browsing import DESK, PHONE, Screen
from acceptance.web.serving import Server
from acceptance.web.walk import pages, signed_in, unfold

NARROW = Screen(320, 640, "light")
# Text is measured where it stands; what scrolls by itself, or is there for screen readers, may be wider.
OUT = """() => {
  const found = [], page = document.documentElement;
  if (page.scrollWidth > page.clientWidth)
    found.push(`the page is ${page.scrollWidth} wide in ${page.clientWidth}`);
  const free = each => {
    for (let up = each; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.clipPath !== 'none' || up.matches('.skip')) return true;
      if (up !== page && up !== document.body && /auto|scroll/.test(style.overflowX)) return true;
    }
    return false;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const within = node.parentElement;
    if (!node.data.trim() || !within.checkVisibility()) continue;
    if (within.closest('option, select') || free(within)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const words = node.data.trim().slice(0, 60);
    const boxes = [...range.getClientRects()];
    if (boxes.some(box => box.right > page.clientWidth + 1 || box.left < -1))
      found.push(`out of the page: ${words}`);
    for (let up = within; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (!/hidden|clip/.test(style.overflow)) continue;
      if (up.scrollWidth > up.clientWidth + 1 || up.scrollHeight > up.clientHeight + 1)
        found.push(`cut off: ${words}`);
    }
  }
  return found;
}"""


def faults(page: Page) -> list[str]:
    unfold(page)
    return [f"{page.url}: {line}" for line in page.evaluate(OUT)]


@pytest.mark.parametrize(
    ("screen", "larger"),
    [(NARROW, 1), (PHONE, 2), (DESK, 2)],
    ids=["320 px", "phone, text 200 %", "desk, text 200 %"],
)
def test_nothing_runs_out_of_the_page(
    browser: Browser, furnished: Server, screen: Screen, larger: int
) -> None:
    found = []
    with signed_in(browser, furnished, screen) as page:
        for path in pages(page.context, furnished).values():
            page.goto(furnished.base + path)
            before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('p, li')).fontSize)")
            page.evaluate(f"document.documentElement.style.fontSize = '{larger * 100}%'")
            after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('p, li')).fontSize)")
            assert after == pytest.approx(larger * before)
            found += faults(page)
    assert not found, "\n".join(found)
