"""From an empty folder to a week, a replan, a check-in, a log, an export, and all of it back elsewhere."""

import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from acceptance.web import path
from acceptance.web.browsing import DESK, PHONE, Screen, window
from acceptance.web.hands import Hand, Keys, Pointer
from acceptance.web.serving import Server, serving
from backstride.knowledge.loader import load

# A phone without JavaScript, a finger; a desk with a keyboard alone.
WAYS: dict[str, tuple[Screen, dict[str, Any], type[Any], Callable[[Hand], int]]] = {
    "phone, no script": (PHONE, {"java_script_enabled": False}, Pointer, path.answer_one_by_one),
    "desk, keyboard": (DESK, {}, Keys, path.answer_at_once),
}


@pytest.mark.parametrize("way", WAYS)
def test_from_nothing_to_a_week_and_all_of_it_back_elsewhere(
    browser: Browser, tmp_path: Path, way: str
) -> None:
    screen, options, kind, answer = WAYS[way]
    zone, place = path.a_calm_zone()
    today = path.today_in(zone)
    watch_files, most_likely = path.runs_zip(tmp_path)
    archive = tmp_path / "archive.zip"
    with serving(tmp_path / "first") as server, window(browser, screen, **options) as (page, elsewhere):
        hand: Hand = kind(page)
        page.goto(server.link)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Ten minutes for your back")
        path.begin(hand, place)
        assert answer(hand) == len(load().questions)
        path.tell_how_it_feels(hand)
        path.tell_days(hand, today)
        path.give_files(hand, watch_files)
        hand.press(path.link(page, "See the runs"))
        hand.press(path.link(page, "Add runs"))
        path.tell_usual_days(hand, today)
        hand.press(path.link(page, "Today"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("for your back")
        _replan(hand, today)
        _check_in(hand)
        _log(hand)
        _export(hand, archive)
        assert elsewhere == []
        _is_all_there(server, most_likely)
        with serving(tmp_path / "second") as second, window(browser, screen, **options) as (other, beyond):
            _restore(kind(other), second, archive)
            assert beyond == []
            _is_the_same(server, second)


def _replan(hand: Hand, today: Any) -> None:
    """Skips a day with work: the week changes, and says what and why."""
    page = hand.page
    hand.press(path.link(page, "Week"))
    later = today + timedelta(days=2)
    day = page.locator(f"#d{later:%Y%m%d}")
    expect(day.get_by_role("heading", level=3).first).to_be_visible()
    hand.open(day.locator("summary", has_text="Change this day"))
    hand.press(day.get_by_role("button", name="Skip this day"))
    expect(page.get_by_role("heading", name="What changed")).to_be_visible()
    day = page.locator(f"#d{later:%Y%m%d}")
    expect(day.get_by_role("heading", level=3)).to_have_count(0)
    expect(day).to_contain_text("Nothing for your back.")


def _check_in(hand: Hand) -> None:
    page = hand.page
    hand.press(path.link(page, "Today"))
    hand.press(path.link(page, "Check in"))
    hand.press(
        page.get_by_role("group", name="Pain this morning").get_by_role("button", name="1", exact=True)
    )
    expect(page.get_by_role("status")).to_contain_text("Saved")


def _log(hand: Hand) -> None:
    page = hand.page
    hand.press(path.link(page, "Today"))
    hand.press(page.get_by_role("link", name="Start: "))
    hand.tick(path.name(page, "effort", "4"))
    hand.tick(path.name(page, "pain_during", "1"))
    hand.press(path.button(page, "Save the log"))
    expect(page.get_by_role("status")).to_contain_text("Logged")
    expect(page.get_by_role("heading", name="Done today")).to_be_visible()


def _export(hand: Hand, to: Path) -> None:
    page = hand.page
    hand.press(path.link(page, "You"))
    hand.press(page.locator("main").get_by_role("link", name="Settings"))
    hand.press(path.link(page, "Export everything as one archive"))
    with page.expect_download() as download:
        hand.send(path.button(page, "Export"))
    download.value.save_as(to)
    with zipfile.ZipFile(to) as archive:
        assert archive.testzip() is None
        assert "manifest.json" in archive.namelist()


def _restore(hand: Hand, server: Server, archive: Path) -> None:
    page = hand.page
    page.goto(server.link)
    hand.press(path.link(page, "Restore"))
    hand.give(path.name(page, "archive"), archive)
    hand.press(path.button(page, "Restore"))
    expect(page.get_by_role("status")).to_contain_text("Everything is back.")
    expect(page.get_by_role("heading", name="Done today")).to_be_visible()


def _is_all_there(server: Server, runs: int) -> None:
    """So that the comparison compares something."""
    rows = server.rows()
    assert len(rows["backstride_recording"]) >= runs
    assert len(rows["backstride_leftout"]) >= 1
    for table in ("runner", "screeningform", "painday", "sessionlog", "daychange", "import", "runfile"):
        assert rows[f"backstride_{table}"], table
    assert len(rows["backstride_week"]) >= 2
    assert server.files()


def _is_the_same(first: Server, second: Server) -> None:
    before, after = first.rows(), second.rows()
    # Each server notes its own last step: here the export, there the restore.
    assert before["backstride_audit"].pop()["command"] == "export_archive"
    assert after["backstride_audit"].pop()["command"] == "restore_archive"
    assert before.keys() == after.keys()
    for table, rows in before.items():
        assert after[table] == rows, table
    assert first.files() == second.files()
