"""The way of a runner, step by step, as the words on the pages lead them."""

import re
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from acceptance.calling import SHARED
from acceptance.web.hands import Hand
from runs.samples_of_runs import fit_run, gpx, track

# One of them is far from midnight at any time.
_ZONES = {
    "Asia/Kuala_Lumpur": "Kuala Lumpur",
    "Europe/London": "London",
    "America/Los_Angeles": "Los Angeles",
}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def a_calm_zone() -> tuple[str, str]:
    """A zone in which it is day now, and how the page names it."""
    hours = {zone: datetime.now(ZoneInfo(zone)).hour for zone in _ZONES}
    zone = min(hours, key=lambda each: abs(hours[each] - 12))
    return zone, _ZONES[zone]


def today_in(zone: str) -> date:
    return datetime.now(ZoneInfo(zone)).date()


def runs_zip(folder: Path) -> tuple[Path, int]:
    """A zip of a watch's files, and at least how many runs are in it; made-up ones where no others are."""
    given = SHARED / "data" / "runs" / "runpandas"
    out = folder / "runs.zip"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("broken.fit", b"no such thing")
        if given.is_dir():
            for file in sorted(given.rglob("*.*")):
                archive.write(file, file.relative_to(given))
            return out, 50
        archive.writestr("a.fit", fit_run())
        archive.writestr("b.gpx", gpx(track(1800)))
    return out, 1


def name(page: Page, field: str, value: str | None = None) -> Locator:
    """A field by its name, and a choice of it by its value."""
    return page.locator(f'[name="{field}"]' + (f'[value="{value}"]' if value is not None else ""))


def link(page: Page, words: str) -> Locator:
    return page.get_by_role("link", name=words, exact=True)


def button(page: Page, words: str) -> Locator:
    return page.get_by_role("button", name=words, exact=True)


def begin(hand: Hand, zone: str) -> None:
    """From the welcome to the safety questions."""
    page = hand.page
    hand.press(link(page, "Start"))
    hand.fill(name(page, "birth_year"), "1986")
    hand.tick(name(page, "experience", "regular"))
    hand.tick(name(page, "goal", "ease"))
    hand.choose(name(page, "time_zone"), zone)
    hand.press(button(page, "On to the safety questions"))
    expect(page.get_by_role("heading", name="Safety questions")).to_be_visible()


def answer_one_by_one(hand: Hand) -> int:
    """Says no to each question, a page each; how many those were."""
    page, asked = hand.page, 0
    hand.press(link(page, "Begin"))
    while re.search(r"/screening/\d+/$", page.url):
        asked += 1
        hand.press(button(page, "No"))
    return asked


def answer_at_once(hand: Hand) -> int:
    """Says no to all of them on one page."""
    page = hand.page
    groups = page.get_by_role("radiogroup")
    asked = groups.count()
    for number in range(asked):
        hand.tick(groups.nth(number).locator('[value="no"]'))
    hand.press(button(page, "Save the answers"))
    return asked


def tell_how_it_feels(hand: Hand) -> None:
    hand.tick(name(hand.page, "morning", "2"))
    hand.tick(name(hand.page, "tight").first)
    hand.press(button(hand.page, "Save"))


def tell_days(hand: Hand, today: date) -> None:
    """Time for the back today and every other day: so there is something to do today."""
    free = {_DAYS[(today + timedelta(days=n)).weekday()] for n in (0, 2, 4)}
    for day in _DAYS:
        hand.fill(name(hand.page, day), "25" if day in free else "0")
    hand.tick(name(hand.page, "equipment", "mat"))
    hand.press(button(hand.page, "Save"))


def give_files(hand: Hand, archive: Path) -> None:
    """Uploads the zip, and looks until it is read."""
    page = hand.page
    hand.give(name(page, "runs"), archive)
    hand.press(button(page, "Read them"))
    for _ in range(60):
        if page.get_by_role("link", name="To today").count():
            return
        hand.press(link(page, "Look again"))
    raise AssertionError("the files are not read")


def tell_usual_days(hand: Hand, today: date) -> None:
    page = hand.page
    for n, kind, km in ((1, "easy", "6"), (3, "easy", "8"), (6, "long", "12")):
        day = _DAYS[(today + timedelta(days=n)).weekday()]
        words = "Easy run" if kind == "easy" else "Long run"
        hand.choose(name(page, f"{day}_kind"), words)
        hand.fill(name(page, f"{day}_distance"), km)
    hand.press(button(page, "Save these days"))
