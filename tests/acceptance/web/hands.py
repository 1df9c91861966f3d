"""Two ways to use a page: with a pointer, and by the keyboard alone."""

from pathlib import Path
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 400


class Hand(Protocol):
    """What a person does on a page."""

    page: Page

    def press(self, target: Locator) -> None:
        """Follows a link or sends a form, and waits for the page that comes."""

    def send(self, target: Locator) -> None:
        """Sends a form whose answer is no page."""

    def tick(self, target: Locator) -> None:
        """Chooses a radio button or a checkbox."""

    def fill(self, target: Locator, text: str) -> None:
        """Replaces a field's text."""

    def choose(self, target: Locator, words: str) -> None:
        """Picks the option of a list by its words."""

    def give(self, target: Locator, file: Path) -> None:
        """Puts a file into a field."""

    def open(self, target: Locator) -> None:
        """Unfolds what is folded away."""


class Pointer:
    """A finger or a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        with self.page.expect_navigation():
            target.click()

    def send(self, target: Locator) -> None:
        target.click()

    def tick(self, target: Locator) -> None:
        target.check()

    def fill(self, target: Locator, text: str) -> None:
        target.fill(text)

    def choose(self, target: Locator, words: str) -> None:
        target.select_option(label=words)

    def give(self, target: Locator, file: Path) -> None:
        target.set_input_files(file)

    def open(self, target: Locator) -> None:
        target.click()


class Keys:
    """A keyboard: Tab, Space, Enter, arrows and letters, and nothing else."""

    def __init__(self, page: Page) -> None:
        self.page = page
        # Told early that files are chosen here; told just before, the browser may be too late to know.
        page.on("filechooser", lambda _chooser: None)

    def press(self, target: Locator) -> None:
        self._reach(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def send(self, target: Locator) -> None:
        self._reach(target)
        self.page.keyboard.press("Enter")

    def tick(self, target: Locator) -> None:
        name, kind = target.get_attribute("name"), target.get_attribute("type")
        if kind == "checkbox":
            self._reach(target)
        else:  # Tab stops once at a group; the arrows go on in it
            self._tab(target, f"document.activeElement.name === {name!r}")
        if not target.is_checked():
            self.page.keyboard.press("Space")
        for _ in range(20):
            if target.is_checked():
                break
            self.page.keyboard.press("ArrowDown")
        expect(target).to_be_checked()

    def fill(self, target: Locator, text: str) -> None:
        self._reach(target)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)
        expect(target).to_have_value(text)

    def choose(self, target: Locator, words: str) -> None:
        self._reach(target)
        self.page.keyboard.type(words)
        expect(target.locator("option:checked")).to_have_text(words)

    def give(self, target: Locator, file: Path) -> None:
        self._reach(target)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Enter")
        chooser.value.set_files(file)

    def open(self, target: Locator) -> None:
        self._reach(target)
        self.page.keyboard.press("Enter")

    def _reach(self, target: Locator) -> None:
        expect(target).to_be_visible()
        self._tab(target, "false")

    def _tab(self, target: Locator, enough: str) -> None:
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if target.evaluate(f"e => e === document.activeElement || ({enough})"):
                return
        raise AssertionError(f"Tab does not reach {target}")
